import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { beginsSurvey, publishes } from './answersSurvey.ts'
import { type House, suluhHouse } from './house.ts'

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

const id = (words: string) => ({ id: words })
const answers = async () => {
  const [response] = await house.database.client.response.findMany({ where: { isExample: false } })
  return JSON.parse(response?.answers ?? '{}')
}

describe('the words of a question', () => {
  test('are formatted as the author wrote them, with answers that format nothing', async () => {
    await publishes(
      house,
      [
        { type: 'text', name: 'nama', label: id('Siapa **nama** Anda?') },
        {
          type: 'select_one',
          name: 'puas',
          list: 'l',
          // biome-ignore lint/suspicious/noTemplateCurlyInString: XLSForm writes answers so.
          label: id('*Saudara* ${nama}, <u>puas</u>?'),
          hint: id('Lihat [peta](https://tebo.go.id/peta)'),
        },
      ],
      { l: ['**Ya** sekali', 'Tidak'] },
    )
    const siti = await house.citizen('Siti')
    await beginsSurvey(siti)
    expect((await siti.hears('Siapa nama Anda?'))?.entities).toContainEqual(
      expect.objectContaining({ type: 'bold', length: 4 }),
    )
    await siti.says('<b>Si*ti*</b> & _anak_')
    const asked = await siti.hears('Saudara <b>Si*ti*</b> & _anak_, puas?')
    expect(asked?.entities?.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['italic', 'underline', 'text_link']),
    )
    expect(siti.buttons()).toContain('1. Ya sekali')
  })

  test('come as several messages when they are long, and ticks change the last one only', async () => {
    const long = Array.from({ length: 150 }, (_, at) => `Ini kalimat ke-${at + 1} dari penjelasannya.`)
    await publishes(
      house,
      [
        { type: 'select_multiple', name: 'pilih', list: 'l', label: id(long.join(' ')) },
        { type: 'text', name: 'saran', label: id('Saran?') },
      ],
      { l: ['Apel', 'Jeruk'] },
    )
    const siti = await house.citizen('Siti')
    await beginsSurvey(siti)
    await siti.hears('ke-150 dari penjelasannya.')
    const all = siti.screen().join(' ')
    for (const sentence of long) expect(all).toContain(sentence)
    const before = siti.screen().length
    await siti.presses('Apel')
    await siti.hears('ke-150 dari penjelasannya.')
    expect(siti.buttons()).toContain('☑ 1. Apel')
    expect(siti.screen()).toHaveLength(before)
    await siti.presses('Selesai memilih')
    await siti.hears('✅ Apel')
    await siti.hears('Saran?')
  })
})

describe('a long list', () => {
  const desa = Array.from(
    { length: 30 },
    (_, at) => `Desa ${at % 2 ? 'Muara' : 'Teluk'} ${String.fromCharCode(65 + at)}ia`,
  )

  test('is searched by typing: one is the answer, several are offered, none is said kindly', async () => {
    await publishes(
      house,
      [
        { type: 'select_one', name: 'desa', list: 'd', label: id('Desa?') },
        { type: 'text', name: 'saran', label: id('Saran?') },
      ],
      { d: desa },
    )
    const siti = await house.citizen('Siti')
    await beginsSurvey(siti)
    await siti.hears('Untuk mencari, silakan ketik')
    await siti.says('jambi')
    await siti.hears('tidak ditemukan')
    await siti.says('muara')
    const found = await siti.hears('Ada 15 pilihan yang cocok')
    expect(found?.text).toContain('7 lagi')
    expect(found?.inlineKeyboard?.flat()).toHaveLength(8)
    await siti.presses('Desa Muara Dia')
    await siti.hears('✅ Desa Muara Dia')
    await siti.hears('Saran?')
    await siti.presses('Kembali')
    await siti.hears('Jawaban saat ini: Desa Muara Dia')
    await siti.says('kia')
    await siti.hears('Saran?')
    await siti.presses('Lewati')
    await siti.presses('Kirim')
    await siti.hears('Terima kasih')
    expect(await answers()).toEqual({ desa: 'd11', saran: '' })
  })

  test('of which several may be chosen shows what is ticked on other pages', async () => {
    await publishes(house, [{ type: 'select_multiple', name: 'desa', list: 'd', label: id('Desa?') }], {
      d: desa,
    })
    const siti = await house.citizen('Siti')
    await beginsSurvey(siti)
    await siti.presses('Berikutnya')
    await siti.presses('9. ')
    await siti.hears('Terpilih: Desa Teluk Iia')
    await siti.says('bia')
    await siti.hears('Terpilih: Desa Muara Bia, Desa Teluk Iia')
    await siti.presses('Selesai memilih')
    await siti.hears('Periksa jawaban')
  })
})

test('what was put in order stands above what is left, and numbers of the list may be typed', async () => {
  await publishes(
    house,
    [
      { type: 'rank', name: 'urut', list: 'u', label: id('Urutkan') },
      { type: 'text', name: 'saran', label: id('Saran?') },
    ],
    { u: Array.from({ length: 20 }, (_, at) => `Program ${at + 1}`) },
  )
  const siti = await house.citizen('Siti')
  await beginsSurvey(siti)
  await siti.presses('7. Program 7')
  await siti.hears('1. Program 7')
  await siti.presses('20. Program 20')
  await siti.hears('1. Program 7\n2. Program 20')
  await siti.presses('Batalkan yang terakhir')
  const left = await siti.hears('1. Program 7')
  expect(left?.text).not.toContain('2. ')
  // What was typed is answered below it; the message above has no buttons any more.
  await siti.says('3, 1')
  const below = await siti.hears('1. Program 7\n2. Program 3\n3. Program 1')
  expect((await siti.hears(/^Urutkan$/))?.id).toBeLessThan(below?.id ?? 0)
  expect(siti.messages().filter(({ inlineKeyboard }) => inlineKeyboard?.length)).toHaveLength(1)
  await siti.says('7')
  await siti.hears('Mohon tekan pilihannya satu per satu')
  await siti.says(Array.from({ length: 20 }, (_, at) => 20 - at).join(' '))
  await siti.hears('✅ 1. Program 20; 2. Program 19')
  await siti.hears('Saran?')
})

describe('a date', () => {
  test('of birth is chosen in few taps, and only what the constraint allows is offered', async () => {
    await publishes(house, [
      {
        type: 'date',
        name: 'lahir',
        label: id('Tanggal lahir?'),
        constraint: '. <= today()',
        required: true,
      },
    ])
    const siti = await house.citizen('Siti')
    await beginsSurvey(siti)
    const asked = await siti.hears('Tanggal lahir?')
    const [title, days, ...weeks] = asked?.inlineKeyboard?.map((row) => row.map(({ text }) => text)) ?? []
    // The calendar stands at today, a Monday, and ends there.
    expect(title).toEqual(['◀', 'November 2026 ▾'])
    expect(days).toEqual(['Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab', 'Min'])
    expect(weeks[0]).toEqual(['·', '·', '·', '·', '·', '·', '1'])
    expect(weeks[4]).toEqual(['23', '·', '·', '·', '·', '·', '·'])
    await siti.presses('Sen')
    await siti.presses('November 2026')
    await siti.presses('2020–2039')
    await siti.presses('1940–1959')
    await siti.presses('1958')
    await siti.presses('Mar')
    await siti.hears('Tanggal lahir?')
    expect(siti.buttons()).toContain('Maret 1958 ▾')
    await siti.presses('12')
    await siti.hears('✅ 12 Maret 1958')
    await siti.hears('Periksa jawaban')
    await siti.presses('1')
    await siti.hears('Jawaban saat ini: 12 Maret 1958')
    expect(siti.buttons()).toContain('[12]')
    await siti.says('besok')
    await siti.hears('Mohon tulis 23 November 2026 atau sebelumnya')
    await siti.says('13/3/58')
    await siti.hears('Periksa jawaban')
    await siti.presses('Kirim')
    await siti.hears('Terima kasih')
    expect(await answers()).toEqual({ lahir: '1958-03-13' })
  })

  test('with a time takes the day, then the hour, then the quarter', async () => {
    await publishes(house, [
      { type: 'text', name: 'apa', label: id('Apa?') },
      { type: 'dateTime', name: 'kapan', label: id('Kapan?') },
      { type: 'time', name: 'jam', label: id('Jam buka?') },
      { type: 'date', name: 'bulan', label: id('Bulan?'), appearance: 'month-year' },
      { type: 'date', name: 'tahun', label: id('Tahun?'), appearance: 'year' },
    ])
    const siti = await house.citizen('Siti')
    await beginsSurvey(siti)
    await siti.says('Rapat')
    await siti.hears('Kapan?')
    await siti.presses('25')
    await siti.hears('Silakan pilih jamnya')
    // Who goes back now has said no time: it is asked again.
    await siti.presses('Kembali')
    await siti.hears('Apa?')
    await siti.says('Rapat desa')
    await siti.hears('Kapan?')
    await siti.presses('Tanggal lain')
    await siti.presses('27')
    await siti.hears('Jawaban saat ini: 27 November 2026')
    await siti.presses('08')
    await siti.presses('Jam lain')
    await siti.presses('09')
    await siti.presses('09.45')
    await siti.hears('✅ 27 November 2026 pukul 09.45')
    await siti.hears('Jam buka?')
    await siti.presses('07')
    await siti.presses('07.30')
    await siti.hears('✅ pukul 07.30')
    await siti.hears('Bulan?')
    await siti.presses('Agu')
    await siti.hears('✅ Agustus 2026')
    await siti.hears('Tahun?')
    await siti.presses('2025')
    await siti.hears('✅ 2025')
    await siti.hears('Periksa jawaban')
    await siti.presses('Kirim')
    await siti.hears('Terima kasih')
    expect(await answers()).toEqual({
      apa: 'Rapat desa',
      kapan: '2026-11-27T09:45:00.000+07:00',
      jam: '07:30:00.000',
      bulan: '2026-08-01',
      tahun: '2025-01-01',
    })
  })
})

describe('the review of a long survey', () => {
  test('has its answers on pages, by group, and comes back where an answer was changed', async () => {
    const group = (number: number) => ({
      type: 'group',
      name: `g${number}`,
      label: id(`Bagian **${number}**`),
      children: Array.from({ length: 10 }, (_, at) => ({
        type: 'text',
        name: `q${number}_${at}`,
        label: id(`Pertanyaan ${number}-${at}`),
        default: 'isi',
      })),
    })
    await publishes(
      house,
      Array.from({ length: 3 }, (_, number) => group(number)),
    )
    const siti = await house.citizen('Siti')
    await beginsSurvey(siti)
    for (let at = 1; at <= 30; at++) {
      await siti.hears(`${at} dari 30`)
      await siti.presses('Pakai jawaban ini')
    }
    const first = await siti.hears('Bagian 1 dari 2')
    expect(first?.text).toContain('Bagian 1\n11. Pertanyaan 1-0: isi')
    await siti.presses('Berikutnya')
    await siti.hears('21. Pertanyaan 2-0: isi')
    await siti.presses('25')
    await siti.hears('Jawaban saat ini: isi')
    await siti.says('lain')
    await siti.hears('25. Pertanyaan 2-4: lain')
    await siti.presses('26')
    await siti.hears('26 dari 30')
    // It was only looked at.
    await siti.presses('Pakai jawaban ini')
    await siti.hears('26. Pertanyaan 2-5: isi')
    await siti.presses('Kirim')
    await siti.hears('Terima kasih')
    expect(Object.values(await answers()).filter((value) => value === 'lain')).toHaveLength(1)
  })
})

test('a language that only the survey has can be chosen, and is kept', async () => {
  const words = { default: 'Nama?', 'Indonesia (id)': 'Siapa nama Anda?', 'Jawa (jv)': 'Sinten asmanipun?' }
  const next = { 'Indonesia (id)': 'Umur?', 'Jawa (jv)': 'Yuswanipun?' }
  await publishes(
    house,
    [
      { type: 'text', name: 'nama', label: words },
      { type: 'integer', name: 'umur', label: next },
    ],
    {},
    { title: { 'Indonesia (id)': 'Survei uji' }, default_language: 'Indonesia (id)' },
  )
  const siti = await house.citizen('Siti')
  await beginsSurvey(siti)
  await siti.hears('Siapa nama Anda?')
  await siti.says('/bahasa')
  await siti.hears('Silakan pilih bahasa')
  expect(siti.buttons()).not.toContain('Indonesia (id)')
  expect(siti.buttons()).not.toContain('default')
  await siti.presses('Jawa (jv)')
  await siti.hears('Pertanyaan kini dalam bahasa Jawa (jv)')
  await siti.hears('Sinten asmanipun?')
  await house.restartsBot()
  await siti.says('Siti')
  await siti.hears('Yuswanipun?')
  await siti.says('/bahasa')
  await siti.presses('Bahasa Indonesia')
  await siti.hears('Umur?')
})
