import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type House, suluhHouse } from './house.ts'
import { answersAll, answersElements, answersProfile, begins } from './wholeSurvey.ts'

let house: House

beforeEach(async () => {
  house = await suluhHouse()
})

afterEach(async () => {
  // Whatever the bot sent, Telegram must have understood every word of it.
  const violations = house.telegram.violations
  await house.close()
  expect(violations).toEqual([])
})

const responses = () => house.database.client.response.findMany({ where: { isExample: false } })
const answersIn = async () => (await responses()).map(({ answers }) => JSON.parse(answers))

describe('the whole survey', () => {
  test('leads from the link of a unit to the thanks, and keeps what was said', async () => {
    const siti = await house.citizen('Siti')
    await answersAll(siti)

    const [answers] = await answersIn()
    expect(answers).toMatchObject({
      layanan: 'rawat-jalan',
      jenis_kelamin: 'perempuan',
      usia: '35',
      disabilitas: '',
      prosedur: '3',
      biaya: '4',
      saran: 'Tambah kursi di ruang tunggu',
    })
    expect(await house.database.client.draft.count()).toBe(0)
    expect(await house.database.client.draftAnswer.count()).toBe(0)
  })

  test('shows on each answered question what was chosen, without its buttons', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    const asked = await siti.presses('Rawat jalan')
    await siti.hears('2 dari 16')
    await siti.presses('Perempuan')
    await siti.hears('3 dari 16')
    const shown = siti.messages().find(({ id }) => id === asked.id)
    expect(shown?.text).toContain('✅ Rawat jalan')
    expect(shown?.inlineKeyboard ?? []).toEqual([])
  })

  test('takes the number or the words of an answer as well as its button', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    await siti.says('2')
    await siti.hears('✅ Kesehatan ibu dan anak')
    await siti.hears('2 dari 16')
    await siti.says('perempuan')
    await siti.hears('3 dari 16')
    await siti.says('35 tahun')
    await siti.hears('4 dari 16')
    await siti.says('d1-d3')
    await siti.hears('5 dari 16')
  })

  test('says no more to somebody who declines, and keeps nothing', async () => {
    const siti = await house.citizen('Siti')
    await siti.opens('dukcapil')
    await siti.hears('Selamat datang')
    await siti.presses('Tidak')
    await siti.hears('tidak ada yang disimpan')
    expect(await house.database.client.draft.count()).toBe(0)
    expect(await house.database.client.person.count()).toBe(0)
  })

  test('is held once per person, unit and period', async () => {
    const siti = await house.citizen('Siti')
    await answersAll(siti)
    await siti.opens('pkm-muara-tebo')
    await siti.hears('sudah menilai Puskesmas Muara Tebo untuk semester 2 tahun 2026')
    await siti.opens('dukcapil')
    await siti.hears('Selamat datang')
  })
})

describe('changing one’s mind', () => {
  test('Kembali asks the question before, shows the answer so far, and goes on where one was', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    await siti.presses('Rawat jalan')
    await siti.hears('2 dari 16')
    await siti.presses('Perempuan')
    await siti.hears('3 dari 16')
    await siti.presses('Kembali')
    expect((await siti.hears('2 dari 16'))?.text).toContain('Jawaban saat ini: Perempuan')
    await siti.presses('Laki-laki')
    await siti.hears('3 dari 16')
  })

  test('the review lists every answer, and each can be changed', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    await answersProfile(siti)
    await answersElements(siti)
    await siti.presses('Lewati')
    const review = await siti.hears('Periksa jawaban')
    expect(review?.text).toContain('Petani/Nelayan')
    await siti.presses('3')
    await siti.hears('3 dari 16')
    await siti.says('41')
    await siti.hears('Periksa jawaban')
    await siti.presses('Kirim')
    await siti.hears('Terima kasih atas partisipasi')
    expect((await answersIn())[0]).toMatchObject({ usia: '41', pekerjaan: 'petani_nelayan' })
  })

  test('/start in the middle offers to continue or to start over', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    await siti.presses('Rawat jalan')
    await siti.hears('2 dari 16')
    await siti.opens('pkm-muara-tebo')
    await siti.hears('belum selesai')
    await siti.presses('Lanjutkan')
    await siti.hears('2 dari 16')
    await siti.says('/start')
    await siti.hears('belum selesai')
    await siti.presses('Mulai dari awal')
    await siti.hears('1 dari 16')
    expect(await house.database.client.draftAnswer.count()).toBe(0)
  })

  test('/batal stops, and the answers wait or go as one likes', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    await siti.presses('Rawat jalan')
    await siti.hears('2 dari 16')
    await siti.says('/batal')
    await siti.hears('dihentikan dulu')
    await siti.presses('Lanjutkan')
    await siti.hears('2 dari 16')
    await siti.says('/batal')
    await siti.hears('dihentikan dulu')
    await siti.presses('Hapus jawaban')
    await siti.hears('sudah dihapus')
    expect(await house.database.client.draft.count()).toBe(0)
    await siti.says('/batal')
    await siti.hears('Tidak ada survei')
  })
})

describe('what people do instead of answering', () => {
  test('a double tap counts once', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    const button = await siti.remembers('Rawat jalan')
    await Promise.all([siti.pressesOld(button), siti.pressesOld(button)])
    await siti.hears('2 dari 16')
    await siti.hearsToast('sudah tercatat')
    expect(siti.screen().filter((text) => text.includes('2 dari 16'))).toHaveLength(1)
    expect(await house.database.client.draftAnswer.count()).toBe(1)
  })

  test('of two answers at once the first counts', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    const [first, second] = [await siti.remembers('Rawat jalan'), await siti.remembers('Imunisasi')]
    await Promise.all([siti.pressesOld(first), siti.pressesOld(second)])
    await siti.hears('2 dari 16')
    await siti.hearsToast('sudah tercatat')
    const [answer, ...more] = await house.database.client.draftAnswer.findMany()
    expect(answer?.value).toBe('rawat-jalan')
    expect(more).toEqual([])
  })

  test('a sticker, a voice message or a photo where a choice is asked gets a kind word', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    await siti.does({ do: 'send-sticker', as: siti.id, chat: siti.id, emoji: '👍' })
    await siti.hears('Mohon pilih salah satu tombol')
    await siti.does({ do: 'send-voice', as: siti.id, chat: siti.id, seconds: 4 })
    await siti.hears('Mohon pilih salah satu tombol')
    await siti.presses('Rawat jalan')
    await siti.hears('2 dari 16')
  })

  test('a word where a number is asked is asked for again, kindly', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    await siti.presses('Rawat jalan')
    await siti.hears('2 dari 16')
    await siti.presses('Perempuan')
    await siti.hears('3 dari 16')
    await siti.says('tua')
    await siti.hears('Mohon tulis dengan angka, contoh: 35')
    await siti.says('200')
    await siti.hears('Angkanya terlalu besar')
    await siti.says('35')
    await siti.hears('4 dari 16')
  })

  test('a suggestion that is too long is not lost, and signs of HTML are only signs', async () => {
    const siti = await house.citizen('Siti <b>&_*[')
    await siti.opens('pkm-muara-tebo')
    await siti.hears('Selamat datang, Siti <b>&_*[')
    await siti.presses('Setuju')
    await siti.hears('1 dari 16')
    await answersProfile(siti)
    await answersElements(siti)
    await siti.says('a'.repeat(4050))
    await siti.hears('Jawabannya 4.050 huruf, paling banyak 4.000')
    await siti.says('<b>Kursi & kipas_angin* [rusak](x) </b>')
    await siti.hears('<b>Kursi & kipas_angin* [rusak](x) </b>')
    await siti.presses('Kirim')
    await siti.hears('Terima kasih atas partisipasi')
    expect((await answersIn())[0].saran).toBe('<b>Kursi & kipas_angin* [rusak](x) </b>')
  })

  test('a text of 5,000 characters, which Telegram cuts in two, is asked for again as one', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    await answersProfile(siti)
    await answersElements(siti)
    await siti.says('a'.repeat(5000))
    await siti.hears('Jawabannya 4.096 huruf, paling banyak 4.000')
    await siti.says('Terlalu panjang tadi')
    expect((await siti.hears('Periksa jawaban'))?.text).toContain('Terlalu panjang tadi')
  })

  test('Setuju pressed twice asks the first question once', async () => {
    const siti = await house.citizen('Siti')
    await siti.opens('pkm-muara-tebo')
    await siti.hears('Selamat datang')
    const agree = await siti.remembers('Setuju')
    await Promise.all([siti.pressesOld(agree), siti.pressesOld(agree)])
    await siti.hears('1 dari 16')
    await siti.presses('Rawat jalan')
    await siti.hears('2 dari 16')
    expect(siti.screen().filter((text) => text.includes('Layanan apa'))).toHaveLength(1)
  })

  test('another language in the middle asks the present question again in it', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    await siti.presses('Rawat jalan')
    await siti.hears('2 dari 16')
    await siti.says('/bahasa')
    await siti.presses('English')
    await siti.hears('2 of 16')
    await siti.presses('2. Female')
    await siti.hears('3 of 16')
  })

  test('a message that was deleted comes again when it is needed', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    await siti.presses('Rawat jalan')
    const question = await siti.hears('2 dari 16')
    await siti.does({ do: 'delete', as: siti.id, chat: siti.id, message: question?.id ?? 0 })
    await siti.says('perempuan')
    await siti.hears('3 dari 16')
    const asked = await siti.remembers('Kembali')
    await siti.does({ do: 'delete', as: siti.id, chat: siti.id, message: asked.message })
    await siti.pressesOld(asked)
    await siti.hears('2 dari 16')
  })

  test('old buttons do no harm, also those of a survey that is finished', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    const old = await siti.remembers('Imunisasi')
    await siti.presses('Rawat jalan')
    await siti.hears('2 dari 16')
    await siti.presses('Perempuan')
    await siti.hears('3 dari 16')
    await siti.pressesOld(old)
    await siti.hears('3 dari 16')
    await siti.says('35')
    await siti.hears('4 dari 16')
    await siti.presses('SMA')
    await siti.hears('5 dari 16')
    await siti.presses('Petani')
    await siti.hears('6 dari 16')
    await siti.presses('Lewati')
    await siti.hears('7 dari 16')
    await answersElements(siti)
    await siti.presses('Lewati')
    await siti.hears('Periksa jawaban')
    const send = await siti.remembers('Kirim')
    await siti.presses('Kirim')
    await siti.hears('Terima kasih atas partisipasi')
    await siti.pressesOld(send)
    await siti.hearsToast('tidak berlaku')
    await siti.pressesOld(old)
    await siti.hearsToast('tidak berlaku')
    expect((await answersIn())[0].layanan).toBe('rawat-jalan')
    expect(await responses()).toHaveLength(1)
  })

  test('a button never acts for somebody else', async () => {
    const siti = await house.citizen('Siti')
    const budi = await house.citizen('Budi')
    await begins(siti)
    const { data } = await siti.remembers('Rawat jalan')
    await budi.opens()
    const list = await budi.hears('Pelayanan mana')
    await budi.pressesOld({ message: list?.id ?? 0, data })
    await budi.hearsToast('tidak berlaku')
    expect(await house.database.client.draftAnswer.count()).toBe(0)
  })

  test.each(['x', 'a.....', 'a.zzzz.0.0', 'a.%00.0.0', 'su.', '🙂'.repeat(16), 'ou.zzzzzzzzzz'])(
    'forged button data %j gets a polite word',
    async (data) => {
      const siti = await house.citizen('Siti')
      await siti.opens()
      const list = await siti.hears('Pelayanan mana')
      await siti.pressesOld({ message: list?.id ?? 0, data })
      await siti.hearsToast(/tidak berlaku|tidak tersedia/)
    },
  )

  test('an edited message is explained, not silently ignored', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    await siti.says('Rawat jalan')
    await siti.hears('2 dari 16')
    const own = siti.messages().findLast(({ from }) => from === siti.id)
    await siti.does({ do: 'edit', as: siti.id, chat: siti.id, message: own?.id ?? 0, text: 'Imunisasi' })
    await siti.hears('Perubahan pada pesan lama tidak terbaca')
  })
})

describe('what happens to the bot meanwhile', () => {
  test('it is restarted in the middle: buttons and typing go on as if nothing had been', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    await siti.presses('Rawat jalan')
    await siti.hears('2 dari 16')
    await house.restartsBot()
    await siti.presses('Perempuan')
    await siti.hears('3 dari 16')
    await house.restartsBot()
    await siti.says('35')
    await siti.hears('4 dari 16')
  })

  test('it is stopped by a person and started again: the draft waits', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    await siti.does({ do: 'block-bot', as: siti.id })
    await siti.does({ do: 'unblock-bot', as: siti.id })
    await siti.says('/start')
    await siti.hears('belum selesai')
  })

  test('an update that comes twice changes nothing, and the question is asked again', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    await siti.presses('Rawat jalan')
    await siti.hears('2 dari 16')
    await siti.does({ do: 'redeliver-last-update' })
    await siti.hears('2 dari 16')
    expect(await house.database.client.draftAnswer.count()).toBe(1)
  })

  test('something breaks: the person gets a kind word with a code that is also in the log', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    await house.database.client.$executeRawUnsafe('ALTER TABLE "DraftAnswer" RENAME TO "Elsewhere"')
    await siti.presses('Rawat jalan')
    const apology = await siti.hears('Mohon maaf, ada gangguan')
    const code = /kode (\w{6})/.exec(apology?.text ?? '')?.[1]
    expect(code).toBeDefined()
    expect(house.log.some((line) => line.includes(`"code":"${code}"`))).toBe(true)
    await house.database.client.$executeRawUnsafe('ALTER TABLE "Elsewhere" RENAME TO "DraftAnswer"')
    await siti.presses('Rawat jalan')
    await siti.hears('2 dari 16')
  })
})
