// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how a form names its questions
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { beginsSurvey, publishes } from './answersSurvey.ts'
import type { Citizen } from './citizen.ts'
import { type House, suluhHouse } from './house.ts'

let house: House
let siti: Citizen

beforeEach(async () => {
  house = await suluhHouse()
  siti = await house.citizen('Siti')
})

afterEach(async () => {
  // Whatever the bot sent, Telegram must have understood every word of it.
  const violations = house.telegram.violations
  await house.close()
  expect(violations).toEqual([])
})

const id = (words: string) => ({ id: words })

async function submits() {
  await siti.presses('Kirim')
  await siti.hears('Terima kasih')
  const response = await house.database.client.response.findFirstOrThrow({ where: { isExample: false } })
  return JSON.parse(response.answers)
}

describe('numbers', () => {
  test('are typed as Indonesians write them, within what is told', async () => {
    await publishes(house, [
      {
        type: 'integer',
        name: 'usia',
        label: id('Usia?'),
        constraint: '. >= 17 and . <= 110',
        required: true,
      },
      { type: 'decimal', name: 'lahan', label: id('Luas lahan (hektare)?') },
      {
        type: 'integer',
        name: 'harga',
        label: id('Harga?'),
        constraint: '. > 0',
        constraint_message: id('Harga harus **lebih** dari nol.'),
      },
    ])
    await beginsSurvey(siti)
    await siti.hears('Silakan ketik angka dari 17 sampai 110.')
    await siti.says('tua')
    await siti.hears('Mohon tulis dengan angka')
    await siti.says('12')
    await siti.hears('Mohon tulis paling sedikit 17')
    await siti.says('35,5')
    await siti.hears('angka bulat')
    await siti.says('35 tahun')
    await siti.hears('Luas lahan')
    await siti.says('2,5')
    await siti.hears('✅ 2,5')
    await siti.says('0')
    await siti.hears('Harga harus lebih dari nol.')
    await siti.says('Rp 1.500.000,-')
    await siti.hears('Periksa jawaban')
    expect(await submits()).toEqual({ usia: '35', lahan: '2.5', harga: '1500000' })
  })

  test('of a short range are buttons, of a long one typed, step by step', async () => {
    await publishes(house, [
      { type: 'range', name: 'puas', label: id('Seberapa puas?'), parameters: { start: 1, end: 5, step: 1 } },
      {
        type: 'range',
        name: 'persen',
        label: id('Berapa persen?'),
        parameters: { start: 0, end: 500, step: 5 },
      },
    ])
    await beginsSurvey(siti)
    await siti.hears('Seberapa puas?')
    await siti.presses('4')
    await siti.hears('Silakan pilih atau ketik angka dari 0 sampai 500, contoh: 0; 5; 10.')
    await siti.says('12')
    await siti.hears('Mohon tulis 10 atau 15.')
    await siti.says('505')
    await siti.hears('paling banyak 500')
    await siti.says('15')
    await siti.hears('Periksa jawaban')
    expect(await submits()).toEqual({ puas: '4', persen: '15' })
  })
})

test('words, codes, notes, an agreement and a blank: each in its way', async () => {
  await publishes(house, [
    { type: 'note', name: 'pembuka', label: id('Terima kasih sudah datang.') },
    { type: 'text', name: 'nama', label: id('Nama?'), hint: id('Boleh nama panggilan'), required: true },
    { type: 'barcode', name: 'kode', label: id('Kode barang?') },
    { type: 'note', name: 'sapa', label: id('Halo, ${nama}.') },
    { type: 'acknowledge', name: 'setuju', label: id('Setuju?'), required: true },
    { type: 'text', name: 'isian', label: id('Alamat?'), default: 'Muara Tebo' },
    { type: 'calculate', name: 'hitung', calculation: 'string-length(${nama})' },
    { type: 'note', name: 'penutup', label: id('Itu semuanya.') },
  ])
  await beginsSurvey(siti)
  const first = await siti.hears('Terima kasih sudah datang.')
  expect(first?.text).toContain('Boleh nama panggilan')
  expect(siti.buttons()).not.toContain('Lewati ➡')
  await siti.says('-')
  // A dash is a name like any other where an answer is needed.
  await siti.hears('Terima kasih sudah datang.\n\nNama?\n✅ -')
  await siti.presses('Kembali')
  await siti.hears('Nama?')
  await siti.says('Siti <b>')
  await siti.hears('Kode barang?')
  await siti.presses('Lewati')
  await siti.hears('✅ (dilewati)')
  await siti.hears('Halo, Siti <b>.')
  await siti.says('entah')
  await siti.hears('Mohon pilih salah satu tombol')
  await siti.presses('Ya, saya setuju')
  // The note stays with what was answered below it.
  await siti.hears('Halo, Siti <b>.\n\nSetuju?\n✅ Setuju')
  await siti.hears('Jawaban saat ini: Muara Tebo')
  await siti.presses('Pakai jawaban ini')
  await siti.hears('Itu semuanya.')
  expect(await submits()).toEqual({
    nama: 'Siti <b>',
    kode: '',
    setuju: 'OK',
    isian: 'Muara Tebo',
    hitung: '8',
  })
})

test('choices that no button can show are listed in full, and "other" asks what', async () => {
  const long = 'Petugas menjelaskan semua syarat dengan sabar dan mudah dipahami'
  await publishes(
    house,
    [
      { type: 'select_one', name: 'alasan', list: 'a', label: id('Mengapa?'), appearance: 'likert minimal' },
      { type: 'text', name: 'alasan_other', label: id('Sebutkan.'), relevant: "selected(../alasan, 'a2')" },
    ],
    { a: [long, 'Lainnya'] },
  )
  await beginsSurvey(siti)
  await siti.hears(`1. ${long}\n2. Lainnya`)
  await siti.presses('2. Lainnya')
  await siti.hears('Sebutkan.')
  await siti.says('Dekat rumah')
  await siti.hears('Periksa jawaban')
  await siti.presses('1')
  await siti.hears('Mengapa?')
  await siti.presses('1. ')
  const told = await siti.hears('tidak ditanyakan lagi')
  expect(told?.text).toContain('• Sebutkan.')
  await siti.hears('Periksa jawaban')
  expect(await submits()).toEqual({ alasan: 'a1' })
})

describe('a repeat', () => {
  const keluarga = [
    {
      type: 'repeat',
      name: 'anak',
      label: id('Anak'),
      children: [
        { type: 'text', name: 'nama', label: id('Namanya?'), required: true },
        { type: 'integer', name: 'umur', label: id('Umur ${nama}?'), required: true },
      ],
    },
    { type: 'calculate', name: 'jumlah', calculation: 'count(${anak})' },
    { type: 'text', name: 'saran', label: id('Saran?') },
  ]

  test('is asked as often as there are, with the way back into the one before', async () => {
    await publishes(house, keluarga)
    await beginsSurvey(siti)
    await siti.hears('Anak ke-1')
    await siti.says('Budi')
    await siti.hears('Umur Budi?')
    await siti.says('7')
    await siti.hears('Tambah lagi: Anak?')
    await siti.says('mungkin')
    await siti.hears('Mohon tekan Ya, tambah')
    await siti.presses('Ya, tambah')
    await siti.hears('Anak ke-2')
    await siti.presses('Kembali')
    await siti.hears('Umur Budi?')
    await siti.says('8')
    await siti.hears('Anak ke-2')
    await siti.says('Ani')
    await siti.hears('Umur Ani?')
    await siti.says('3')
    await siti.hears('Tambah lagi')
    await siti.says('tidak')
    await siti.hears('Saran?')
    await siti.presses('Lewati')
    const review = await siti.hears('Periksa jawaban')
    expect(review?.text).toContain(
      'Anak ke-1\n1. Namanya?: Budi\n2. Umur Budi?: 8\nAnak ke-2\n3. Namanya?: Ani',
    )
    expect(await submits()).toEqual({
      'anak[1]/nama': 'Budi',
      'anak[1]/umur': '8',
      'anak[2]/nama': 'Ani',
      'anak[2]/umur': '3',
      jumlah: '2',
      saran: '',
    })
  })

  test('may have none at all, and one that was begun by mistake goes', async () => {
    await publishes(house, keluarga)
    await beginsSurvey(siti)
    await siti.presses('Tidak ada: Anak')
    await siti.hears('Saran?')
    await siti.presses('Kembali')
    await siti.hears('Tambah lagi: Anak?')
    expect(siti.buttons().join()).not.toContain('Hapus yang terakhir')
    await siti.presses('Ya, tambah')
    await siti.hears('Anak ke-1')
    await siti.says('Budi')
    await siti.hears('Umur Budi?')
    await siti.says('7')
    await siti.presses('Ya, tambah')
    await siti.hears('Anak ke-2')
    await siti.presses('Tidak jadi menambah')
    await siti.hears('Saran?')
    await siti.presses('Lewati')
    await siti.hears('Periksa jawaban')
    expect(await submits()).toMatchObject({ 'anak[1]/nama': 'Budi', jumlah: '1' })
  })

  test('asks before its last goes with its answers, and a second tap takes no second one', async () => {
    await publishes(house, keluarga)
    await beginsSurvey(siti)
    for (const [number, name] of ['Budi', 'Ani', 'Eko'].entries()) {
      await siti.hears(`Anak ke-${number + 1}`)
      await siti.says(name)
      await siti.hears(`Umur ${name}?`)
      await siti.says('5')
      await siti.hears('Tambah lagi')
      if (name !== 'Eko') await siti.presses('Ya, tambah')
    }
    await siti.presses('Hapus yang terakhir (ke-3)')
    await siti.hears('Hapus Anak ke-3 beserta semua jawabannya?')
    await siti.presses('Tidak jadi')
    await siti.hears('Tambah lagi')
    await siti.presses('Hapus yang terakhir (ke-3)')
    const remove = await siti.remembers('Ya, hapus')
    await siti.presses('Ya, hapus')
    await siti.hears('Tambah lagi')
    expect(siti.buttons()).toContain('🗑 Hapus yang terakhir (ke-2)')
    await siti.pressesOld(remove)
    await siti.hearsToast('sudah tercatat')
    await siti.presses('Ya, tambah')
    await siti.hears('Anak ke-3')
    await siti.says('Dewi')
    await siti.hears('Umur Dewi?')
    await siti.says('1')
    await siti.presses('Tidak, cukup')
    await siti.presses('Lewati')
    await siti.hears('Periksa jawaban')
    expect(await submits()).toMatchObject({ 'anak[2]/nama': 'Ani', 'anak[3]/nama': 'Dewi', jumlah: '3' })
  })
})

test('nobody can press what belongs to somebody else', async () => {
  await publishes(
    house,
    [
      {
        type: 'repeat',
        name: 'r',
        label: id('Anak'),
        children: [{ type: 'date', name: 'lahir', label: id('Lahir?') }],
      },
      { type: 'select_multiple', name: 'm', list: 'l', label: id('Yang mana?') },
      { type: 'time', name: 'jam', label: id('Jam?') },
    ],
    { l: Array.from({ length: 20 }, (_, at) => `Pilihan ${at}`) },
  )
  await beginsSurvey(siti)
  await siti.hears('Lahir?')
  const foreign = [
    await siti.remembers('Hari ini'),
    await siti.remembers('November 2026'),
    await siti.remembers('Tidak ada'),
  ]
  await siti.presses('Hari ini')
  await siti.presses('Ya, tambah')
  await siti.hears('Anak ke-2')
  await siti.presses('Lewati')
  await siti.hears('Tambah lagi')
  foreign.push(await siti.remembers('Hapus yang terakhir'))
  await siti.presses('Tidak, cukup')
  await siti.hears('Yang mana?')
  foreign.push(
    await siti.remembers('Berikutnya'),
    await siti.remembers('Selesai'),
    await siti.remembers('1. '),
  )
  await siti.presses('Selesai')
  await siti.hears('Jam?')
  foreign.push(await siti.remembers('08'))
  await siti.presses('08')
  foreign.push(await siti.remembers('08.15'))

  const before = await house.database.client.draftAnswer.count()
  const budi = await house.citizen('Budi')
  await budi.opens()
  const asked = await budi.hears('Selamat datang')
  for (const { data } of foreign) {
    await budi.pressesOld({ message: asked?.id ?? 0, data })
    await budi.hearsToast('sudah tidak berlaku')
  }
  expect(await house.database.client.draftAnswer.count()).toBe(before)
})
