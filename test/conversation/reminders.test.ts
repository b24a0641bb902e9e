import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Citizen } from './citizen.ts'
import { type House, suluhHouse } from './house.ts'
import { workbookOf } from './spreadsheet.ts'
import { answersElements, answersProfile, begins } from './wholeSurvey.ts'

let house: House
let siti: Citizen
beforeEach(async () => {
  house = await suluhHouse()
  siti = await house.citizen('Siti')
})
afterEach(async () => {
  const { violations } = house.telegram
  await house.close()
  expect(violations).toEqual([])
})

/** A moment as the clocks in Tebo show it. */
const wib = (day: string, time: string) => new Date(`2026-${day}T${time}:00+07:00`)

/** How often somebody was reminded, by what stands in their chat. */
const reminders = (citizen: Citizen) => citizen.screen().filter((text) => text.startsWith('🔔 Survei')).length

const drafts = () => house.database.client.draft.findMany()

/** Begins and answers two of sixteen questions, at 08.30 on a Monday. */
async function answersTwo(citizen: Citizen, unit = 'dinsos') {
  await begins(citizen, unit)
  await citizen.presses('1. ')
  await citizen.hears('2 dari 16')
  await citizen.presses('Perempuan')
  await citizen.hears('3 dari 16')
}

describe('whoever leaves a survey unfinished', () => {
  test('is reminded after three hours, on the next working day and on the last day, and no more', async () => {
    await answersTwo(siti)
    await house.timePasses(wib('11-23', '11:29'))
    expect(reminders(siti)).toBe(0)
    await house.timePasses(wib('11-23', '11:30'))
    const first = await siti.hears('Bapak/Ibu sudah menjawab 2 dari 16 pertanyaan')
    expect(first.text).toContain('Dinas Sosial')
    expect(first.text).toContain('masih tersimpan')
    expect(first.text).toContain('/berhenti')
    await house.timePasses(wib('11-23', '15:00'))
    await house.timePasses(wib('11-24', '08:59'))
    expect(reminders(siti)).toBe(1)
    await house.timePasses(wib('11-24', '09:00'))
    await siti.hears('sudah menjawab 2 dari 16')
    for (const day of ['11-25', '12-24', '12-30']) await house.timePasses(wib(day, '10:00'))
    expect(reminders(siti)).toBe(2)
    await house.timePasses(wib('12-31', '09:00'))
    await siti.hears('sudah menjawab 2 dari 16')
    await house.timePasses(wib('12-31', '19:00'))
    await house.timePasses(new Date('2027-01-04T10:00:00+07:00'))
    expect(reminders(siti)).toBe(3)
    expect(await drafts()).toMatchObject([{ remindAt: null, reminders: 3 }])
  })

  test('goes on from there by the button', async () => {
    await answersTwo(siti)
    await house.timePasses(wib('11-23', '11:30'))
    await siti.hears('belum selesai')
    await siti.presses('Lanjutkan')
    await siti.hears('3 dari 16')
  })

  test('is reminded later when an answer came in between', async () => {
    await answersTwo(siti)
    house.clockShows(wib('11-23', '10:00'))
    await siti.says('35')
    await siti.hears('4 dari 16')
    await house.timePasses(wib('11-23', '11:30'))
    expect(reminders(siti)).toBe(0)
    await house.timePasses(wib('11-23', '13:00'))
    await siti.hears('sudah menjawab 3 dari 16')
  })

  test('is told how much they have answered, also when they had gone back', async () => {
    await answersTwo(siti)
    await siti.presses('Kembali')
    await siti.hears('2 dari 16')
    await siti.presses('Kembali')
    await siti.hears('1 dari 16')
    await house.timePasses(wib('11-23', '11:30'))
    await siti.hears('sudah menjawab 2 dari 16')
  })

  test('is told when all that is left is to send the answers, and not reminded once they are sent', async () => {
    await begins(siti)
    await answersProfile(siti)
    await answersElements(siti)
    await siti.presses('Lewati')
    await siti.hears('Periksa jawaban')
    await house.timePasses(wib('11-23', '11:30'))
    await siti.hears('tinggal dikirim')
    await siti.presses('Lanjutkan')
    await siti.hears('Periksa jawaban')
    await siti.presses('Kirim')
    await siti.hears('Terima kasih atas partisipasi')
    await house.timePasses(wib('11-24', '09:00'))
    expect(reminders(siti)).toBe(0)
    expect(await house.database.client.outgoing.count()).toBe(1)
  })

  test('hears only of the nearest when the bot was down over several', async () => {
    await answersTwo(siti)
    await house.timePasses(wib('11-24', '13:30'))
    await siti.hears('sudah menjawab 2 dari 16')
    await house.timePasses(wib('11-24', '17:00'))
    expect(reminders(siti)).toBe(1)
    expect(await drafts()).toMatchObject([{ reminders: 2 }])
  })

  test('is not woken in the night, nor on a holiday', async () => {
    house.clockShows(wib('12-23', '18:00'))
    await answersTwo(siti)
    await house.timePasses(wib('12-23', '21:00'))
    await house.timePasses(wib('12-24', '06:59'))
    expect(reminders(siti)).toBe(0)
    // The morning after is cuti bersama, and three hours have passed: once, and then on the next working day.
    await house.timePasses(wib('12-24', '07:00'))
    await siti.hears('belum selesai')
    for (const day of ['12-24', '12-25', '12-26', '12-27']) await house.timePasses(wib(day, '09:00'))
    expect(reminders(siti)).toBe(1)
    await house.timePasses(wib('12-28', '09:00'))
    await siti.hears('belum selesai')
  })

  test('hears nothing twice when the bot restarts or its clock is set back', async () => {
    await answersTwo(siti)
    await house.timePasses(wib('11-23', '11:30'))
    await siti.hears('belum selesai')
    await house.restartsBot()
    await house.timePasses(wib('11-23', '10:30'))
    await house.timePasses(wib('11-23', '11:31'))
    await house.restartsBot()
    await house.timePasses(wib('11-23', '11:32'))
    expect(reminders(siti)).toBe(1)
  })
})

describe('nobody is reminded', () => {
  test('who has pressed that they do not want to be, of that survey', async () => {
    await answersTwo(siti)
    await house.timePasses(wib('11-23', '11:30'))
    await siti.hears('belum selesai')
    await siti.presses('Jangan ingatkan lagi')
    await siti.hears('tidak akan mengingatkan survei ini lagi')
    await house.timePasses(wib('11-24', '09:00'))
    await house.timePasses(wib('12-31', '09:00'))
    expect(reminders(siti)).toBe(0)
    await siti.presses('Lanjutkan')
    await siti.hears('3 dari 16')
  })

  test('by somebody else’s button: a draft belongs to whoever opened it', async () => {
    await answersTwo(siti)
    await house.timePasses(wib('11-23', '11:30'))
    await siti.hears('belum selesai')
    const { data } = await siti.remembers('Jangan ingatkan lagi')
    const budi = await house.citizen('Budi')
    await budi.opens()
    const { id } = await budi.hears('Selamat datang')
    await budi.pressesOld({ message: id, data })
    await budi.hears('sudah selesai atau sudah dihapus')
    await house.timePasses(wib('11-24', '09:00'))
    await siti.hears('belum selesai')
  })

  test('after /berhenti, until they want it again', async () => {
    await answersTwo(siti)
    await siti.says('/berhenti')
    await siti.hears('tidak akan mengirim pengingat dan undangan lagi')
    await house.timePasses(wib('11-23', '11:30'))
    expect(reminders(siti)).toBe(0)
    expect(await house.database.client.person.findMany()).toMatchObject([{ isSilent: true }])
    await siti.presses('Nyalakan lagi')
    await siti.hears('akan kami ingatkan lagi')
    expect(await house.database.client.person.findMany()).toMatchObject([{ isSilent: false }])
  })

  test('who has blocked the bot, and it is not tried', async () => {
    await answersTwo(siti)
    await siti.does({ do: 'block-bot', as: siti.id })
    await expect.poll(() => house.database.client.person.findMany()).toMatchObject([{ isReachable: false }])
    await house.timePasses(wib('11-23', '11:30'))
    expect(await house.database.client.outgoing.count()).toBe(0)
    expect(await drafts()).toMatchObject([{ remindAt: null }])
  })

  test('of a survey that is closed, or that they have thrown away', async () => {
    await answersTwo(siti)
    const budi = await house.citizen('Budi')
    await answersTwo(budi)
    await budi.says('/batal')
    await budi.presses('Hapus jawaban')
    await budi.hears('sudah dihapus')
    await house.database.client.survey.updateMany({ data: { status: 'closed' } })
    await house.restartsBot()
    await house.timePasses(wib('11-23', '11:30'))
    expect(reminders(siti) + reminders(budi)).toBe(0)
    expect(await house.database.client.outgoing.count()).toBe(0)
  })

  test('of what they only tried', async () => {
    const ratna = await house.admin('Ratna')
    await ratna.opens()
    await ratna.hears('Selamat datang')
    const workbook = workbookOf({
      survey: 'type | name | label\ntext | nama | Siapa nama Bapak/Ibu?',
      settings: 'form_title | form_id | default_language\nSurvei Pasar | pasar | default',
    })
    await ratna.sends(await workbook, 'pasar.xlsx')
    await ratna.presses('Coba')
    await ratna.hears('Siapa nama Bapak/Ibu?')
    expect(await drafts()).toMatchObject([{ chat: null, remindAt: null }])
  })
})

test('what was sent is forgotten with the person it was for', async () => {
  await answersTwo(siti)
  await house.timePasses(wib('11-23', '11:30'))
  await siti.hears('belum selesai')
  const rows = await house.database.client.outgoing.findMany()
  expect(rows).toMatchObject([{ status: 'sent', chat: null, payload: '{}' }])
  expect(
    JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
  ).not.toContain(String(siti.id))
  expect(house.log.join('\n')).not.toContain(String(siti.id))
})
