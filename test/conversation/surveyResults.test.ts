import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Press, packPress } from '../../src/message/press.ts'
import type { FileRef } from '../../src/sandbox/protocol.ts'
import { versionStore } from '../../src/survey/life/store.ts'
import { randomId } from '../../src/survey/respondent.ts'
import { sizeOf } from '../picture/charts.ts'
import { column, sheetsOfBytes } from '../survey/export/exportedFiles.ts'
import { definitionOf } from '../survey/results/forms.ts'
import type { Citizen } from './citizen.ts'
import { type House, suluhHouse } from './house.ts'

let house: House

beforeEach(async () => {
  house = await suluhHouse()
})
afterEach(async () => {
  const { violations } = house.telegram
  await house.close()
  expect(violations).toEqual([])
})

const PASAR = definitionOf(
  [
    { type: 'select_one', name: 'puas', list: 'puas', label: { id: 'Puaskah **Bapak/Ibu** & keluarga?' } },
    { type: 'select_one', name: 'jenis', list: 'jenis', label: { id: 'Jenis kelamin?' } },
    { type: 'select_multiple', name: 'beli', list: 'beli', label: { id: 'Membeli apa?' } },
    { type: 'integer', name: 'usia', label: { id: 'Usia?' } },
    { type: 'text', name: 'saran', label: { id: 'Ada saran?' } },
    {
      type: 'repeat',
      name: 'anak',
      children: [{ type: 'integer', name: 'umur', label: { id: 'Umur anak?' } }],
    },
  ],
  { puas: ['ya', 'tidak'], jenis: ['pria', 'wanita'], beli: ['ikan', 'sayur'] },
  { title: { id: 'Survei Pasar' } },
)

/** A survey of the regency with 15 responses of this semester and 6 of the one before; gives its id. */
async function pasar(): Promise<number> {
  const { client } = house.database
  const version = await versionStore(house.database).publish('pasar', 'semester', PASAR)
  const { id } = await client.survey.update({
    where: { code: 'pasar' },
    data: { isPerUnit: false, target: 60 },
  })
  const response = (period: string, answers: Record<string, string>) => ({
    id: randomId(),
    versionId: version,
    unitId: null,
    period,
    finishedOn: '2026-11-20',
    language: 'id',
    answers: JSON.stringify(answers),
  })
  const many = (count: number, period: string, answers: Record<string, string>) =>
    Array.from({ length: count }, (_, index) =>
      response(period, {
        ...answers,
        usia: String(20 + index),
        saran: index === 0 ? 'Bersihkan <got> & selokan' : '',
      }),
    )
  await client.response.createMany({
    data: [
      ...many(6, '2026-S2', {
        puas: 'ya',
        jenis: 'pria',
        beli: 'ikan sayur',
        'anak[1]/umur': '4',
        'anak[2]/umur': '8',
      }),
      ...many(9, '2026-S2', { puas: 'tidak', jenis: 'wanita', beli: 'ikan' }),
      ...many(6, '2026-S1', { puas: 'ya', jenis: 'pria', beli: 'sayur' }),
    ],
  })
  return id
}

/** An admin who has sent /hasil. */
async function reader(): Promise<Citizen> {
  const ratna = await house.admin('Bu Ratna')
  await ratna.opens()
  await ratna.hears('Pelayanan mana')
  await ratna.says('/hasil')
  return ratna
}

const fileOf = (file: FileRef | undefined) => house.file(file)

describe('an admin chooses a survey', () => {
  test('from all of them, the satisfaction index first, and reads how many answered', async () => {
    await pasar()
    const ratna = await reader()
    await ratna.hears('Silakan pilih survei')
    expect(ratna.buttons().slice(-2)).toEqual(['Survei kepuasan (SKM): indeks', 'Survei Pasar'])
    await ratna.presses('Survei Pasar')
    const overview = (await ratna.hears('Responden'))?.text ?? ''
    expect(overview).toContain('Survei Pasar\nsemester 2 tahun 2026')
    expect(overview).toContain('Responden: 15')
    expect(overview).toContain('Sasaran: 60 responden; sejauh ini 21 (35,0%)')
  })

  test('and finds the index as before, with all questions of that survey beside it', async () => {
    await pasar()
    const ratna = await reader()
    await ratna.hears('Silakan pilih survei')
    await ratna.presses('indeks')
    await ratna.hears('Hasil survei kepuasan (SKM)')
    await ratna.presses('Semua pertanyaan dan data')
    await ratna.hears('Silakan pilih unit')
    await ratna.presses('Berikutnya')
    await ratna.hears('Silakan pilih unit')
    await ratna.presses('Puskesmas Muara Tebo')
    expect((await ratna.hears('Responden: 96'))?.text).toContain('Termasuk 96 tanggapan contoh')
    await ratna.presses('Per pertanyaan')
    await ratna.hears('Silakan pilih pertanyaan')
    await ratna.presses('Layanan (96)')
    expect((await ratna.hears('Layanan apa'))?.text).toContain('n = 96 menjawab')
  })
})

describe('an admin reads question by question', () => {
  async function questions(): Promise<Citizen> {
    await pasar()
    const ratna = await reader()
    await ratna.hears('Silakan pilih survei')
    await ratna.presses('Survei Pasar')
    await ratna.hears('Responden')
    await ratna.presses('Per pertanyaan')
    await ratna.hears('Silakan pilih pertanyaan')
    return ratna
  }

  test('a chart as a photo, and the numbers in its caption', async () => {
    const ratna = await questions()
    await ratna.presses('1. Puaskah')
    const message = await ratna.hears('Puaskah Bapak/Ibu & keluarga?')
    expect(message?.text).toContain('n = 15 menjawab\n\n• Ya: 6 (40,0%)\n• Tidak: 9 (60,0%)')
    expect(sizeOf(await fileOf(message?.photo)).width).toBe(1080)
    await ratna.presses('Berikutnya')
    expect((await ratna.hears('Jenis kelamin?'))?.photo).toBeDefined()
  })

  test('several choices, numbers and repeats, each with what to know about it', async () => {
    const ratna = await questions()
    await ratna.presses('3. Membeli')
    const several = (await ratna.hears('Membeli apa?'))?.text
    expect(several).toContain('• Ikan: 15 (100,0%)\n• Sayur: 6 (40,0%)')
    expect(several).toContain('jumlahnya dapat melebihi 100%')
    await ratna.presses('Berikutnya')
    const numbers = (await ratna.hears('Usia?'))?.text
    expect(numbers).toContain(
      'Rata-rata 23,4, median 23\nTerendah 20, tertinggi 28\nKuartil 1: 21,5, kuartil 3: 25',
    )
    await ratna.presses('Daftar')
    await ratna.hears('Silakan pilih pertanyaan')
    await ratna.presses('6. Umur anak')
    const repeated = (await ratna.hears('Umur anak?'))?.text
    expect(repeated).toContain('n = 12 menjawab')
    expect(repeated).toContain('yang dihitung ialah semua jawabannya')
  })

  test('what was written, escaped; and not where fewer than five answered', async () => {
    const ratna = await questions()
    await ratna.presses('5. Ada saran')
    expect((await ratna.hears('Ada saran?'))?.photo).toBeUndefined()
    await ratna.presses('Baca jawaban')
    const texts = (await ratna.hears('1. Bersihkan'))?.text
    expect(texts).toContain('1. Bersihkan <got> & selokan\n2. Bersihkan <got> & selokan')
    const { client } = house.database
    const some = await client.response.findMany({
      where: { period: '2026-S1', unitId: null, answers: { contains: '"saran":""' } },
      take: 2,
    })
    await client.response.deleteMany({ where: { id: { in: some.map(({ id }) => id) } } })
    await ratna.presses('Pertanyaan')
    await ratna.hears('Ada saran?')
    await ratna.presses('Daftar')
    await ratna.hears('Silakan pilih pertanyaan')
    await ratna.presses('Ringkasan')
    await ratna.hears('Responden: 15')
    await ratna.presses('Periode lain')
    await ratna.hears('Silakan pilih periode')
    await ratna.presses('semester 1 tahun 2026 (4)')
    await ratna.hears('Responden: 4')
    await ratna.presses('Per pertanyaan')
    await ratna.hears('Silakan pilih pertanyaan')
    await ratna.presses('5. Ada saran')
    await ratna.hears('Ada saran?')
    await ratna.presses('Baca jawaban')
    expect((await ratna.hears('kurang dari 5'))?.text).not.toContain('got')
  })

  test('this period beside the one before', async () => {
    const ratna = await questions()
    await ratna.presses('1. Puaskah')
    await ratna.hears('Puaskah')
    await ratna.presses('Bandingkan periode')
    const change = await ratna.hears('semester 1 tahun 2026 (n = 6) → semester 2 tahun 2026 (n = 15)')
    expect(change?.text).toContain('• Ya: 100,0% → 40,0% (−60,0 poin)\n• Tidak: 0,0% → 60,0% (+60,0 poin)')
    expect(change?.photo).toBeDefined()
  })

  test('split by another question, small numbers hidden', async () => {
    const ratna = await questions()
    await ratna.presses('1. Puaskah')
    await ratna.hears('Puaskah')
    await ratna.presses('Pisah menurut')
    await ratna.hears('Pisah menurut pertanyaan mana')
    await ratna.presses('Jenis kelamin')
    const split = (await ratna.hears('menjawab keduanya'))?.text ?? ''
    expect(split).toContain('Pria (n = 6)\n• Ya: disembunyikan\n• Tidak: disembunyikan')
    expect(split).toContain('Angka di bawah 5 disembunyikan')
  })
})

test('an admin sees where people stop, and few are only called few', async () => {
  await pasar()
  const siti = await house.citizen('Siti')
  await siti.opens('s_pasar')
  await siti.hears('Survei Pasar')
  await siti.presses('Setuju')
  await siti.hears('Puaskah')
  const ratna = await reader()
  await ratna.hears('Silakan pilih survei')
  await ratna.presses('Survei Pasar')
  await ratna.hears('Responden')
  await ratna.presses('Berhenti di mana')
  const stops = (await ratna.hears('Belum selesai'))?.text ?? ''
  expect(stops).toContain('Selesai: 15')
  expect(stops).toContain('• Puaskah Bapak/Ibu & keluarga?: <5')
})

describe('an admin downloads the answers', () => {
  async function exportsPage(): Promise<Citizen> {
    await pasar()
    const ratna = await reader()
    await ratna.hears('Silakan pilih survei')
    await ratna.presses('Survei Pasar')
    await ratna.hears('Responden')
    await ratna.presses('Unduh data')
    await ratna.hears('Unduh 15 tanggapan')
    return ratna
  }

  test('as a workbook', async () => {
    const ratna = await exportsPage()
    await ratna.presses('Excel')
    await ratna.hears('sedang disiapkan')
    const sent = await ratna.hears(/Survei Pasar\nsemester 2 tahun 2026$/)
    expect(sent?.document?.name).toBe('pasar-2026-S2.xlsx')
    const sheets = sheetsOfBytes(await fileOf(sent?.document))
    expect(column(sheets.get('codes') ?? [], 'puas').filter((code) => code === 'ya')).toHaveLength(6)
    expect(sheets.get('anak')).toHaveLength(13)
  })

  test.each([
    ['CSV', 'pasar-2026-S2-csv.zip'],
    ['SPSS', 'pasar-2026-S2-spss.zip'],
  ])('as %s', async (button, name) => {
    const ratna = await exportsPage()
    await ratna.presses(button)
    const sent = await ratna.hears(/Survei Pasar\nsemester 2 tahun 2026$/)
    expect(sent?.document?.name).toBe(name)
    expect((await fileOf(sent?.document)).subarray(0, 2)).toEqual(Buffer.from('PK'))
  })
})

test('an admin reads the index of an earlier semester', async () => {
  const { client } = house.database
  const response = await client.response.findFirstOrThrow({
    where: { unit: { name: { contains: 'Muara Tebo' } } },
  })
  await client.response.create({ data: { ...response, id: randomId(), period: '2026-S1', isExample: false } })
  const ratna = await reader()
  await ratna.hears('semester 2 tahun 2026')
  await ratna.presses('Periode lain')
  await ratna.hears('Silakan pilih periode')
  await ratna.presses('semester 1 tahun 2026 (1)')
  await ratna.hears('semester 1 tahun 2026')
  await ratna.presses('(1)')
  expect((await ratna.hears('IKM:'))?.text).toContain('semester 1 tahun 2026')
})

test('nobody else gets anything from any of these buttons', async () => {
  const survey = await pasar()
  const here = { survey, unit: 0, period: 'all' }
  const presses: Press[] = [
    { do: 'list-results', page: 0 },
    { do: 'show-results', unit: 1, back: 0 },
    { do: 'index-units', period: '2026-S2', page: 0 },
    { do: 'index-periods' },
    { do: 'index', unit: 1, period: '2026-S2', back: 0 },
    { do: 'result-surveys', page: 0 },
    { do: 'result-units', survey, period: 'now', page: 0 },
    { do: 'result-periods', survey, unit: 0, page: 0 },
    { do: 'result', ...here },
    { do: 'result-questions', ...here, page: 0 },
    { do: 'result-question', ...here, question: 'aaaaaaaa' },
    { do: 'result-texts', ...here, question: 'aaaaaaaa', page: 0 },
    { do: 'result-change', ...here, question: 'aaaaaaaa' },
    { do: 'result-splits', ...here, question: 'aaaaaaaa', page: 0 },
    { do: 'result-split', ...here, question: 'aaaaaaaa', by: 'bbbbbbbb', page: 0 },
    { do: 'result-stops', ...here, page: 0 },
    { do: 'result-exports', ...here },
    { do: 'export', ...here, format: 'xlsx' },
  ]
  const siti = await house.citizen('Siti')
  await siti.opens()
  const greeting = await siti.hears('Pelayanan mana')
  for (const press of presses) {
    await siti.pressesOld({ message: greeting?.id ?? 0, data: packPress(press) })
    await siti.hears('hanya untuk admin')
  }
  expect(siti.screen().join('\n')).not.toMatch(/Survei Pasar|Responden|IKM/)
})

test('a button whose survey, question or period is not there says so', async () => {
  const survey = await pasar()
  const ratna = await reader()
  const list = await ratna.hears('Silakan pilih survei')
  const message = list?.id ?? 0
  const gone: Press[] = [
    { do: 'result', survey: 999, unit: 0, period: 'all' },
    { do: 'result', survey, unit: 999, period: 'all' },
    { do: 'result', survey, unit: 0, period: 'kapan-kapan' },
    { do: 'result-question', survey, unit: 0, period: 'all', question: 'tidakada' },
    { do: 'export', survey, unit: 0, period: 'all', format: 'pdf' },
  ]
  for (const press of gone) {
    await ratna.pressesOld({ message, data: packPress(press) })
    await ratna.hearsToast('sudah tidak ada')
  }
})
