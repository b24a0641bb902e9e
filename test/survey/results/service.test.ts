import { afterEach, describe, expect, test } from 'vitest'
import { INSERT_ACT } from '../../../src/survey/statements.ts'
import { answeredSurvey } from './answeredSurvey.ts'
import { definitionOf, questionAt } from './forms.ts'

type Answered = Awaited<ReturnType<typeof answeredSurvey>>
let opened: Answered[] = []
afterEach(async () => {
  for (const { database } of opened) await database.cleanup()
  opened = []
})

async function survey(...given: Parameters<typeof answeredSurvey>): Promise<Answered> {
  const made = await answeredSurvey(...given)
  opened.push(made)
  return made
}

const COLOURS = { warna: ['merah', 'biru'] }
const SIMPLE = definitionOf(
  [
    { type: 'select_one', name: 'warna', list: 'warna', label: { id: 'Warna?' } },
    { type: 'text', name: 'saran', label: { id: 'Saran?' } },
  ],
  COLOURS,
)

describe('responses are found', () => {
  test('by unit and period, and counted for each', async () => {
    const { results, info, answer, unit, other, units } = await survey([SIMPLE])
    await answer(
      { unit, answers: { warna: 'merah' } },
      { unit, answers: { warna: 'biru' }, isExample: true },
      { unit: other, answers: { warna: 'biru' } },
      { unit, answers: { warna: 'biru' }, period: '2026-S1' },
      { answers: { warna: 'biru' }, period: '2025-S2' },
    )
    const place = await units.byId(unit)
    const figures = await results.figures({ info, ...(place && { unit: place }), period: '2026-S2' })
    expect(figures).toMatchObject({ n: 2, examples: 1 })
    expect((await results.figures({ info })).n).toBe(5)
    expect(await results.periods({ info })).toEqual([
      { period: '2026-S2', n: 3 },
      { period: '2026-S1', n: 1 },
      { period: '2025-S2', n: 1 },
    ])
    expect([...(await results.countByUnit(info, '2026-S2'))].sort()).toEqual([
      [unit, 2],
      [other, 1],
    ])
    expect((await results.countByUnit(info)).get(0)).toBe(1)
  })

  test('of every version, and what came meanwhile is counted the next time', async () => {
    const { results, info, answer } = await survey([
      SIMPLE,
      definitionOf([{ type: 'select_one', name: 'warna', list: 'warna' }], { warna: ['hijau'] }),
    ])
    await answer({ answers: { warna: 'merah' } }, { version: 2, answers: { warna: 'hijau' } })
    expect([...(await results.figures({ info })).versions].sort()).toEqual([
      [1, 1],
      [2, 1],
    ])
    await answer({ version: 2, answers: { warna: 'hijau' } })
    const { n, questions } = await results.figures({ info })
    expect(n).toBe(3)
    expect(questions[0]?.found).toMatchObject({
      counts: new Map([
        ['hijau', 2],
        ['merah', 1],
        ['biru', 0],
      ]),
    })
  })

  test('each once, however many there are, in an order that tells nothing of their arrival', async () => {
    const { results, info, answer } = await survey([SIMPLE])
    const all = Array.from({ length: 950 }, (_, index) => ({ answers: { saran: String(index) } }))
    for (let first = 0; first < all.length; first += 50) await answer(...all.slice(first, first + 50))
    const found: string[] = []
    for await (const batch of (await results.snapshot({ info })).batches())
      found.push(...batch.map(({ answers }) => answers.saran ?? ''))
    const arrived = all.map(({ answers }) => answers.saran)
    expect(found).not.toEqual(arrived)
    expect(found.toSorted()).toEqual(arrived.toSorted())
  })

  test('a survey that is only being tried has none', async () => {
    const { results, database } = await survey([SIMPLE])
    const trial = await database.client.survey.create({
      data: {
        code: 'coba',
        period: 'year',
        versions: { create: { number: 0, definition: JSON.stringify(SIMPLE) } },
      },
    })
    expect((await results.surveys()).map(({ info }) => info.code)).toEqual(['uji'])
    expect(await results.survey(trial.id)).toBeUndefined()
  })
})

describe('what was written', () => {
  const texts = (answered: Answered, page: number) =>
    answered.results
      .form({ info: answered.info })
      .then((form) => answered.results.texts({ info: answered.info }, questionAt(form, 'saran'), page))

  test('is not shown while fewer than five answered', async () => {
    const answered = await survey([SIMPLE])
    await answered.answer(...Array(4).fill({ answers: { saran: 'Siti dari loket 3' } }))
    expect(await texts(answered, 0)).toEqual({ hidden: true })
    await answered.answer({ answers: { saran: '' } })
    expect(await texts(answered, 0)).toMatchObject({
      hidden: false,
      texts: Array(4).fill('Siti dari loket 3'),
    })
  })

  test('comes twenty at a time, blank ones left out', async () => {
    const answered = await survey([SIMPLE])
    const all = Array.from({ length: 45 }, (_, index) => ({
      answers: { saran: index % 9 === 0 ? '' : `s${index}` },
    }))
    await answered.answer(...all)
    const pages = [await texts(answered, 0), await texts(answered, 1), await texts(answered, 2)]
    expect(pages.map((page) => !page.hidden && [page.texts.length, page.isLast])).toEqual([
      [20, false],
      [20, true],
      [0, true],
    ])
    const read = pages.flatMap((page) => (page.hidden ? [] : page.texts))
    expect(new Set(read).size).toBe(40)
  })

  test('in a repeat, in every instance', async () => {
    const answered = await survey([
      definitionOf([{ type: 'repeat', name: 'anak', children: [{ type: 'text', name: 'nama' }] }]),
    ])
    await answered.answer(
      { answers: { 'anak[1]/nama': 'Adi', 'anak[2]/nama': 'Budi' } },
      ...Array(4).fill({ answers: {} }),
    )
    const form = await answered.results.form({ info: answered.info })
    const page = await answered.results.texts({ info: answered.info }, questionAt(form, 'anak/nama'), 0)
    expect(page).toMatchObject({ texts: ['Adi', 'Budi'] })
  })
})

test('a question split by another hides what is small, and counts who answered both', async () => {
  const answered = await survey([
    definitionOf(
      [
        { type: 'select_one', name: 'jenis', list: 'jenis' },
        { type: 'select_one', name: 'puas', list: 'puas' },
        { type: 'select_multiple', name: 'alasan', list: 'alasan' },
      ],
      { jenis: ['pria', 'wanita'], puas: ['ya', 'tidak'], alasan: ['dekat', 'murah'] },
    ),
  ])
  const { info, results } = answered
  const many = (count: number, answers: Record<string, string>) => Array(count).fill({ answers })
  await answered.answer(
    ...many(12, { jenis: 'pria', puas: 'ya', alasan: 'dekat murah' }),
    ...many(9, { jenis: 'pria', puas: 'tidak', alasan: 'dekat' }),
    ...many(8, { jenis: 'wanita', puas: 'ya', alasan: 'murah' }),
    ...many(3, { jenis: 'wanita', puas: 'tidak', alasan: '' }),
    ...many(5, { jenis: '', puas: 'tidak', alasan: 'dekat' }),
    ...many(6, { jenis: '', puas: 'tidak', alasan: 'murah' }),
  )
  const form = await results.form({ info })
  const table = await results.crossTable({ info }, questionAt(form, 'puas'), questionAt(form, 'jenis'))
  expect(table).toMatchObject({ n: 32, isHiding: true })
  expect(
    table.groups.map(({ option, n, cells }) => [option?.code, n, cells.map(({ count }) => count)]),
  ).toEqual([
    ['pria', 21, [undefined, undefined]],
    ['wanita', 11, [undefined, undefined]],
  ])
  const several = await results.crossTable({ info }, questionAt(form, 'alasan'), questionAt(form, 'puas'))
  expect(
    several.groups.map(({ option, n, cells }) => [option?.code, n, cells.map(({ count }) => count)]),
  ).toEqual([
    ['ya', 20, [12, undefined]],
    ['tidak', 20, [14, undefined]],
  ])
})

test('drafts tell before which question they stopped, and nothing of who', async () => {
  const { results, info, database, versions, unit } = await survey([
    definitionOf(
      [
        { type: 'select_one', name: 'warna', list: 'warna', required: true, label: { id: 'Warna?' } },
        { type: 'text', name: 'mengapa', relevant: `\${warna} = 'biru'`, label: { id: 'Mengapa?' } },
        { type: 'integer', name: 'usia', label: { id: 'Usia?' } },
      ],
      COLOURS,
    ),
  ])
  const open = async (id: string, ...acts: [path: string, value: string][]) => {
    await database.client.draft.create({
      data: {
        id,
        respondent: `r ${id}`,
        person: `p ${id}`,
        versionId: versions[0] ?? 0,
        unitId: unit,
        period: '2026-S2',
        focusedAt: new Date('2026-11-23T00:00:00Z'),
      },
    })
    for (const [position, [path, value]] of acts.entries())
      await database.write(INSERT_ACT, [position, position + 1, path, value, false, null, null, id])
  }
  await open('a')
  await open('b', ['warna', 'merah'])
  await open('c', ['warna', 'biru'])
  await open('d', ['warna', 'merah'], ['usia', '30'])
  await open('e', ['warna', 'merah'], ['usia', ''])
  const stops = await results.openStops({ info, period: '2026-S2' })
  expect(stops.stops.map(({ path, count }) => [path, count])).toEqual([
    ['warna', 1],
    ['mengapa', 1],
    ['usia', 1],
  ])
  expect(stops).toMatchObject({ unsent: 2, isPartial: false })
  expect(JSON.stringify(stops)).not.toMatch(/"[rp] [a-e]"/)
  expect((await results.openStops({ info, period: '2026-S1' })).stops).toEqual([])
})
