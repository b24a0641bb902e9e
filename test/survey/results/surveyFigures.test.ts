import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RowDefinition } from '../../../src/survey/definition/definition.ts'
import { type CountedResponse, countResponses } from '../../../src/survey/results/surveyFigures.ts'
import { definitionOf, formOf, responsesOf } from './forms.ts'

const LISTS = { warna: ['merah', 'biru', 'hijau'] }

/** What is found of one question `q` when it is answered so; `undefined` is not asked. */
function found(row: Record<string, unknown>, answers: (string | undefined)[]) {
  const form = formOf(definitionOf([{ name: 'q', ...row } as RowDefinition], LISTS))
  const counter = countResponses(form)
  counter.add(responsesOf(...answers.map((answer) => (answer === undefined ? {} : { q: answer }))))
  const [figures] = counter.figures().questions
  return figures
}

describe('answers are counted by type', () => {
  test('one choice: each option, also those that nobody chose', () => {
    const figures = found({ type: 'select_one', list: 'warna' }, ['merah', 'biru', 'merah', '', undefined])
    expect(figures).toMatchObject({ answered: 3, skipped: 1 })
    expect(figures?.found).toMatchObject({
      counts: new Map([
        ['merah', 2],
        ['biru', 1],
        ['hijau', 0],
      ]),
      unknown: 0,
    })
  })

  test('what is on no list is counted without being shown', () => {
    const { found: kinds } =
      found({ type: 'select_one', list: 'warna', open: true }, ['merah', 'Siti Aminah']) ?? {}
    expect(kinds).toEqual({
      kind: 'choices',
      counts: new Map([
        ['merah', 1],
        ['biru', 0],
        ['hijau', 0],
      ]),
      unknown: 1,
    })
  })

  test('several choices: of those who answered, so shares may add up to more than all', () => {
    const figures = found({ type: 'select_multiple', list: 'warna' }, [
      'merah biru',
      'biru',
      'hijau biru',
      '',
    ])
    expect(figures).toMatchObject({ answered: 3, skipped: 1 })
    expect(figures?.found).toMatchObject({
      counts: new Map([
        ['merah', 1],
        ['biru', 3],
        ['hijau', 1],
      ]),
    })
  })

  test('a ranking: the mean place and how often first, the best first', () => {
    expect(found({ type: 'rank', list: 'warna' }, ['biru merah hijau', 'biru hijau merah'])?.found).toEqual({
      kind: 'ranks',
      ranks: [
        { code: 'biru', mean: 1, first: 2 },
        { code: 'merah', mean: 2.5, first: 0 },
        { code: 'hijau', mean: 2.5, first: 0 },
      ],
    })
  })

  test.each(['integer', 'decimal'])('%s: numbers', (type) => {
    expect(found({ type }, ['17', '20', '35', ''])?.found).toMatchObject({
      summary: { n: 3, mean: 24, median: 20, min: 17, max: 35 },
    })
  })

  test('days and times', () => {
    expect(found({ type: 'date' }, ['2026-03-15', '2026-03-01'])?.found).toMatchObject({
      summary: { first: '2026-03-01', last: '2026-03-15', by: 'day' },
    })
    expect(found({ type: 'time' }, ['08:30:00.000', '08:10', '17:00'])?.found).toMatchObject({
      summary: {
        by: 'hour',
        bars: [
          { name: '08', count: 2 },
          { name: '17', count: 1 },
        ],
      },
    })
  })

  test.each([
    ['text', 'texts'],
    ['geopoint', 'places'],
    ['image', 'files'],
  ])('%s: only how many', (type, kind) => {
    const figures = found({ type }, ['rahasia -1.4 102.4', ''])
    expect(figures).toMatchObject({ answered: 1, skipped: 1, found: { kind } })
    expect(JSON.stringify(figures?.found)).toBe(JSON.stringify({ kind }))
  })

  test('calculations and notes are not shown', () => {
    expect(found({ type: 'calculate', calculation: '1 + 1' }, ['2'])).toBeUndefined()
  })
})

test('in a repeat, the answers of all instances are counted', () => {
  const form = formOf(
    definitionOf([{ type: 'repeat', name: 'anak', children: [{ type: 'integer', name: 'usia' }] }]),
  )
  const counter = countResponses(form)
  counter.add(responsesOf({ 'anak[1]/usia': '4', 'anak[2]/usia': '6' }, { 'anak[1]/usia': '8' }))
  expect(counter.figures()).toMatchObject({
    n: 2,
    questions: [{ answered: 3, found: { summary: { mean: 6 } } }],
  })
})

test('versions are counted together by code, and apart where the type changed', () => {
  const form = formOf(
    definitionOf(
      [
        { type: 'text', name: 'usia' },
        { type: 'select_one', name: 'w', list: 'warna' },
      ],
      {
        warna: ['merah'],
      },
    ),
    definitionOf(
      [
        { type: 'integer', name: 'usia' },
        { type: 'select_one', name: 'w', list: 'warna' },
      ],
      {
        warna: ['biru'],
      },
    ),
  )
  const counter = countResponses(form)
  counter.add([
    { version: 1, answers: { usia: 'tua', w: 'merah' }, isExample: true },
    { version: 2, answers: { usia: '30', w: 'biru' }, isExample: false },
  ])
  const { n, examples, versions, questions } = counter.figures()
  expect({ n, examples, versions: [...versions] }).toEqual({
    n: 2,
    examples: 1,
    versions: [
      [1, 1],
      [2, 1],
    ],
  })
  expect(questions.map(({ question: { type }, answered }) => [type, answered])).toEqual([
    ['integer', 1],
    ['select_one', 2],
    ['text', 1],
  ])
  expect(questions[1]?.found).toMatchObject({
    counts: new Map([
      ['biru', 1],
      ['merah', 1],
    ]),
  })
})

test('the order in which responses come, and in how many pieces, changes nothing', () => {
  const form = formOf(
    definitionOf(
      [
        { type: 'select_one', name: 'a', list: 'warna' },
        { type: 'integer', name: 'b' },
        { type: 'rank', name: 'c', list: 'warna' },
      ],
      LISTS,
    ),
  )
  const response: fc.Arbitrary<CountedResponse> = fc.record({
    version: fc.constant(1),
    isExample: fc.boolean(),
    answers: fc.record({
      a: fc.constantFrom('', 'merah', 'biru'),
      b: fc.integer({ min: -50, max: 150 }).map(String),
      c: fc.shuffledSubarray(LISTS.warna).map((codes) => codes.join(' ')),
    }),
  })
  const all = (responses: CountedResponse[][]) => {
    const counter = countResponses(form)
    for (const some of responses) counter.add(some)
    return counter.figures()
  }
  fc.assert(
    fc.property(fc.array(response, { maxLength: 20 }), fc.nat(20), (responses, cut) => {
      const pieces = [responses.slice(cut), responses.slice(0, cut)]
      const [whole, inPieces] = [all([responses]), all(pieces)]
      expect(inPieces.questions).toEqual(whole.questions)
      expect(inPieces).toMatchObject({ n: whole.n, examples: whole.examples })
    }),
  )
})
