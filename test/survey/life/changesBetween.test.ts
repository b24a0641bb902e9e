// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions name questions
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Choice, Definition, RowDefinition } from '../../../src/survey/definition/definition.ts'
import { changesBetween } from '../../../src/survey/life/changesBetween.ts'
import { arbitraryDefinition } from '../xlsform/arbitraryDefinition.ts'

const USIA: RowDefinition = { type: 'integer', name: 'usia', label: { id: 'Usia?' } }
const PUAS: RowDefinition = { type: 'select_one', name: 'puas', list: 'jawab', label: { id: 'Puas?' } }
const SALAM: RowDefinition = { type: 'note', name: 'salam', label: { id: 'Selamat datang' } }
const YA: Choice = { name: 'ya', label: { id: 'Ya' } }
const TIDAK: Choice = { name: 'tidak', label: { id: 'Tidak' } }

/** A small survey, as it was before. */
const BEFORE = survey([USIA, PUAS])

function survey(
  rows: RowDefinition[],
  jawab: Choice[] = [YA, TIDAK],
  settings: Partial<Definition['settings']> = {},
): Definition {
  return {
    format: 2,
    settings: { title: { id: 'Pasar' }, default_language: 'id', ...settings },
    survey: rows,
    choices: { jawab },
  }
}

const inGroup = (...children: RowDefinition[]): RowDefinition => ({ type: 'group', name: 'diri', children })
const puas = { path: 'puas', label: 'Puas?' }

describe('a new version', () => {
  test.each<[string, Definition, object[]]>([
    ['that is the same changes nothing', survey([USIA, PUAS]), []],
    [
      'with only another number of its author changes nothing',
      survey([USIA, PUAS], undefined, { version: '7' }),
      [],
    ],
    [
      'asks one more',
      survey([USIA, { type: 'text', name: 'saran', label: { id: 'Saran?' } }, PUAS]),
      [{ type: 'question_added', path: 'saran', label: 'Saran?' }],
    ],
    ['asks one less', survey([PUAS]), [{ type: 'question_removed', path: 'usia', label: 'Usia?' }]],
    [
      'takes another kind of answer',
      survey([{ type: 'text', name: 'usia', label: { id: 'Usia?' } }, PUAS]),
      [{ type: 'question_retyped', path: 'usia', label: 'Usia?', from: 'integer', to: 'text' }],
    ],
    [
      'says it otherwise',
      survey([{ ...USIA, label: { id: 'Berapa usia?' } } as RowDefinition, PUAS]),
      [{ type: 'question_reworded', path: 'usia', from: 'Usia?', to: 'Berapa usia?' }],
    ],
    [
      'says it in a further language',
      survey([{ ...USIA, label: { id: 'Usia?', en: 'Age?' } } as RowDefinition, PUAS]),
      [{ type: 'words_changed', path: 'usia', label: 'Usia?' }],
    ],
    [
      'gives a hint',
      survey([{ ...USIA, hint: { id: 'Dengan angka' } } as RowDefinition, PUAS]),
      [{ type: 'words_changed', path: 'usia', label: 'Usia?' }],
    ],
    [
      'asks it of some only',
      survey([USIA, { ...PUAS, relevant: '${usia} > 16' } as RowDefinition]),
      [{ type: 'rules_changed', ...puas }],
    ],
    ['asks in another order', survey([PUAS, USIA]), [{ type: 'order_changed' }]],
    [
      'moves a question into a group',
      survey([inGroup(USIA), PUAS]),
      [{ type: 'question_moved', path: 'diri/usia', label: 'Usia?', from: 'usia' }],
    ],
    [
      'says something first',
      survey([SALAM, USIA, PUAS]),
      [{ type: 'note_added', path: 'salam', label: 'Selamat datang' }],
    ],
    [
      'offers one more choice',
      survey([USIA, PUAS], [YA, TIDAK, { name: 'ragu', label: { id: 'Ragu' } }]),
      [{ type: 'option_added', ...puas, code: 'ragu', words: 'Ragu' }],
    ],
    [
      'has a choice no more',
      survey([USIA, PUAS], [YA]),
      [{ type: 'option_removed', ...puas, code: 'tidak', words: 'Tidak' }],
    ],
    [
      'keeps a choice without offering it',
      survey([USIA, PUAS], [YA, { ...TIDAK, retired: true }]),
      [{ type: 'option_retired', ...puas, code: 'tidak', words: 'Tidak' }],
    ],
    [
      'calls a choice otherwise',
      survey([USIA, PUAS], [{ name: 'ya', label: { id: 'Ya, puas' } }, TIDAK]),
      [{ type: 'option_reworded', ...puas, code: 'ya', from: 'Ya', to: 'Ya, puas' }],
    ],
    [
      'translates its choices',
      survey([USIA, PUAS], [{ name: 'ya', label: { id: 'Ya', en: 'Yes' } }, TIDAK]),
      [{ type: 'options_changed', ...puas }],
    ],
    [
      'offers choices in another order',
      survey([USIA, PUAS], [TIDAK, YA]),
      [{ type: 'options_changed', ...puas }],
    ],
    [
      'has another title',
      survey([USIA, PUAS], undefined, { title: { id: 'Pasar Tebo' } }),
      [{ type: 'title_changed', from: 'Pasar', to: 'Pasar Tebo' }],
    ],
    [
      'mixes its questions',
      survey([USIA, PUAS], undefined, { random_order: true }),
      [{ type: 'other_changed' }],
    ],
    [
      'has a list that nobody asks about',
      { ...BEFORE, choices: { ...BEFORE.choices, kota: [YA] } },
      [{ type: 'other_changed' }],
    ],
  ])('%s', (_, after, changes) => {
    expect(changesBetween(BEFORE, after)).toEqual(changes)
  })

  test('offers a choice again that was not offered', () => {
    const retired = survey([USIA, PUAS], [YA, { ...TIDAK, retired: true }])
    expect(changesBetween(retired, BEFORE)).toEqual([
      { type: 'option_restored', ...puas, code: 'tidak', words: 'Tidak' },
    ])
  })

  test('says nothing any more in a note', () => {
    expect(changesBetween(survey([SALAM, USIA, PUAS]), BEFORE)).toEqual([
      { type: 'note_removed', path: 'salam', label: 'Selamat datang' },
    ])
  })

  test('that has nothing in common with the one before is not told for ever', () => {
    const many = (prefix: string): Choice[] =>
      Array.from({ length: 2_000 }, (_, index) => ({ name: `${prefix}${index}`, label: { id: 'Ya' } }))
    const rows = Array.from(
      { length: 2_000 },
      (_, index): RowDefinition => ({ ...PUAS, name: `q${index}` }) as RowDefinition,
    )
    expect(changesBetween(survey(rows, many('a')), survey(rows, many('b')))).toHaveLength(200)
  })

  test('changes nothing exactly when it is the same, whatever is in it', () => {
    const plain = (definition: Definition): Definition => JSON.parse(JSON.stringify(definition))
    const same = ({ settings: { version: _, ...settings }, ...rest }: Definition) =>
      JSON.stringify(sorted({ settings, ...rest }))
    fc.assert(
      fc.property(arbitraryDefinition, arbitraryDefinition, fc.boolean(), (one, other, isCopy) => {
        const [before, after] = [plain(one), plain(isCopy ? { ...one, settings: other.settings } : other)]
        expect(changesBetween(before, after).length === 0).toBe(same(before) === same(after))
        expect(changesBetween(before, plain(before))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

/** The same with the keys of every object in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  )
}
