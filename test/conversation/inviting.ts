import { publishes } from './answersSurvey.ts'
import type { Citizen } from './citizen.ts'
import type { House } from './house.ts'

/** Publishes a survey of one question for the regency as a whole, under the code `uji`. */
export async function publishesForAll(house: House): Promise<void> {
  await publishes(house, [{ type: 'text', name: 'kesan', label: { id: 'Bagaimana kesan Bapak/Ibu?' } }])
  await house.database.client.survey.updateMany({ where: { code: 'uji' }, data: { isPerUnit: false } })
}

/** Somebody who has agreed to be invited. */
export async function agrees(citizen: Citizen): Promise<Citizen> {
  await citizen.opens()
  await citizen.hears('Selamat datang')
  await citizen.says('/undangan')
  await citizen.presses('Ya, undang saya')
  await citizen.hears('akan kami undang')
  await citizen.hears('Bapak/Ibu adalah')
  return citizen
}

/** So many people who have agreed and talk to nobody: rows in the database alone. */
export async function crowd({ database }: House, many: number, first = 9_000_000_000): Promise<void> {
  await database.client.consent.createMany({
    data: Array.from({ length: many }, (_, index) => ({
      purpose: 'invitation',
      person: BigInt(first + index),
      version: 1,
      month: '2026-11',
    })),
  })
}

/** From the list of surveys to the writing of an invitation to `uji`. */
export async function writesInvitation(admin: Citizen): Promise<void> {
  await admin.says('/survei')
  await admin.hears('Silakan pilih survei')
  await admin.presses('Survei uji')
  await admin.hears('Kode: uji')
  await admin.presses('Undang peserta')
  await admin.hears('Undang peserta: Survei uji')
}

/** From writing to the preview. */
export async function looksAtPreview(admin: Citizen): Promise<string> {
  await admin.presses('Lihat pratinjau')
  return (await admin.hears('Pratinjau: Survei uji')).text ?? ''
}

/** Answers `uji` by the invitation, to the thanks. */
export async function followsInvitation(citizen: Citizen): Promise<void> {
  await citizen.presses('Ikut survei')
  await citizen.hears('Selamat datang')
  await citizen.presses('Setuju')
  await citizen.hears('1 dari 1')
  await citizen.says('Baik')
  await citizen.hears('Periksa jawaban')
  await citizen.presses('Kirim')
  await citizen.hears('Terima kasih atas partisipasi')
}
