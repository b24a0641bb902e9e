// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions name questions
import { describe, expect, test } from 'vitest'
import { QUESTIONNAIRE } from '../../../src/skm/questionnaire.ts'
import { checkDefinition } from '../../../src/survey/definition/checkDefinition.ts'
import { compileSurvey } from '../../../src/survey/definition/compileSurvey.ts'
import { type Definition, definitionSchema } from '../../../src/survey/definition/definition.ts'
import { DefinitionError } from '../../../src/survey/definition/definitionError.ts'
import { storedDefinition } from '../../../src/survey/definition/earlierDefinition.ts'
import { languageFor, wordsIn } from '../../../src/survey/definition/words.ts'
import { interview } from '../../../src/survey/interview/interview.ts'

import { formOf } from '../asking.ts'

const label = { id: '?' }
const definitionOf = (survey: object[], choices: object = {}): Definition =>
  definitionSchema.parse({
    format: 2,
    settings: { title: { id: 'Survei' }, default_language: 'id' },
    survey,
    choices,
  })
const usia = { type: 'integer', name: 'usia', label }

/** The faults of a questionnaire, each with the row or choice and the column it stands in. */
const faultsOf = (survey: object[], choices: object = {}) =>
  checkDefinition(definitionOf(survey, choices)).problems

describe('what keeps a questionnaire from being asked is told with its place', () => {
  test.each<[what: string, survey: object[], problem: object]>([
    ['two questions of one name', [usia, usia], { code: 'duplicate_name', name: 'usia' }],
    [
      'a missing list',
      [{ type: 'select_one', name: 'q', list: 'x', label }],
      { code: 'unknown_list', list: 'x', place: { row: 0, column: 'type' } },
    ],
    [
      'a list named like a property of objects',
      [{ type: 'select_one', name: 'q', list: 'toString', label }],
      { code: 'unknown_list' },
    ],
    [
      'a broken expression',
      [usia, { ...usia, name: 'b', relevant: '1 +' }],
      { code: 'syntax', place: { row: 1, column: 'relevant' } },
    ],
    [
      'a name that is not there',
      [{ ...usia, constraint: '. > ${usa}' }],
      { code: 'unknown_name', name: 'usa', similar: 'usia', place: { column: 'constraint' } },
    ],
    [
      'a name that is not there, in the words of one language',
      [{ ...usia, label: { id: 'Halo', en: 'Hello ${nama}' } }],
      { code: 'unknown_name', place: { column: 'label', language: 'en' } },
    ],
    [
      'a name that two groups have',
      [
        { type: 'group', name: 'a', children: [usia] },
        { type: 'group', name: 'b', children: [usia] },
        { type: 'note', name: 'c', label: { id: '${usia}' } },
      ],
      { code: 'ambiguous_name', name: 'usia', place: { row: 4 } },
    ],
    [
      'a trigger that is not there',
      [{ type: 'calculate', name: 'c', calculation: '1', trigger: ['x'] }],
      { code: 'unknown_name', place: { column: 'trigger' } },
    ],
    [
      'a calculation from itself',
      [{ type: 'calculate', name: 'c', calculation: '${c} + 1' }],
      { code: 'cycle', names: ['c'], place: { column: 'calculation' } },
    ],
    [
      'a circle through a group',
      [
        { type: 'group', name: 'g', relevant: '${c} = 1', children: [{ ...usia, name: 'q' }] },
        { type: 'calculate', name: 'c', calculation: '${q} + 1' },
      ],
      { code: 'cycle' },
    ],
  ])('%s', (_, survey, problem) => {
    const [found] = faultsOf(survey)
    expect(found).toMatchObject({ severity: 'error', ...problem })
    expect(() => compileSurvey(definitionOf(survey))).toThrow(DefinitionError)
  })

  test('a group that looks at what is in it is a warning, and is asked for its sake', () => {
    const inside = { type: 'text', name: 'sumber', default: 'user', label }
    const survey = [{ type: 'group', name: 'g', relevant: "./sumber = 'user'", children: [inside] }]
    expect(faultsOf(survey)).toMatchObject([{ code: 'cycle', severity: 'warning' }])
    const asked = interview(formOf(compileSurvey(definitionOf(survey))))
    expect('ask' in asked && asked.ask.path).toBe('g/sumber')
  })

  test('every fault is told, not only the first', () => {
    const survey = [
      { ...usia, relevant: '${x}' },
      { ...usia, name: 'b', constraint: 'foo(.)' },
    ]
    expect(faultsOf(survey).map(({ code }) => code)).toEqual(['unknown_name', 'unknown_function'])
  })

  test('a question that can never be asked is a warning', () => {
    const survey = [usia, { ...usia, name: 'b', relevant: '1 = 2' }]
    expect(faultsOf(survey)).toMatchObject([
      { code: 'never_relevant', severity: 'warning', place: { row: 1 } },
    ])
    expect(compileSurvey(definitionOf(survey)).rows).toHaveLength(2)
  })
})

describe('what an author probably did not mean is a warning', () => {
  const rows = [
    { type: 'date', name: 'lahir', label },
    { type: 'select_one', name: 'pilih', list: 'ab', label },
    { type: 'select_multiple', name: 'banyak', list: 'ab', label },
  ]
  const lists = {
    ab: [
      { name: 'ada', label },
      { name: 'tidak_ada', label },
    ],
  }

  test.each<[relevant: string, faults: object[]]>([
    ["${lahir} > '2000-01-01'", [{ code: 'date_as_text', text: '2000-01-01' }]],
    ["'2000-01-01' <= ${lahir}", [{ code: 'date_as_text' }]],
    ["${lahir} > date('2000-01-01')", []],
    ["${pilih} = 'Ada'", [{ code: 'unknown_code', name: 'pilih', choice: 'Ada', similar: 'ada' }]],
    ["not(${pilih} != 'x') or ${pilih} = 'ada'", [{ code: 'unknown_code', choice: 'x' }]],
    ["selected(${banyak}, 'tidakada')", [{ code: 'unknown_code', similar: 'tidak_ada' }]],
    ["selected(${banyak}, 'ada') and ${pilih} = ''", []],
  ])('%s', (relevant, faults) => {
    const found = faultsOf([...rows, { ...usia, relevant }], lists)
    expect(found).toMatchObject(faults.map((fault) => ({ severity: 'warning', ...fault })))
    expect(found).toHaveLength(faults.length)
  })
})

describe('a questionnaire that can be asked', () => {
  test('may name questions that come later', () => {
    const survey = [
      { ...usia, relevant: '${kerja} = 1' },
      { ...usia, name: 'kerja' },
    ]
    expect(faultsOf(survey)).toEqual([])
  })

  test('takes the services of the unit for its list, even if it has a list of that name', () => {
    const service = { name: 'ktp', label: { default: 'KTP' } }
    const layanan = { type: 'select_one', name: 'layanan', list: 'unit_services', label }
    const lists = { unit_services: [{ name: 'x', label }] }
    const survey = compileSurvey(definitionOf([layanan], lists), [service])
    expect(survey.options('unit_services').map(({ name }) => name)).toEqual(['ktp'])
  })

  test('the satisfaction survey of the regulation is one', () => {
    const { survey, problems } = checkDefinition(definitionSchema.parse(QUESTIONNAIRE), [
      { name: 'ktp', label: { id: 'KTP' } },
    ])
    expect(problems).toEqual([])
    expect(survey.rows.map((row) => row.index)).toEqual(survey.rows.map((_, index) => index))
  })

  test('one of the first release asks what it asked', () => {
    const stored = {
      settings: { title: { id: 'Survei' }, default_language: 'id' },
      survey: [
        { type: 'integer', name: 'usia', min: 10, max: 110, label },
        { type: 'yes_no', name: 'disabilitas', required: false, label },
        { type: 'text', name: 'saran', required: '${usia} < 18', maxLength: 2000, label },
        { type: 'date', name: 'lahir', min: '1930-01-01', constraint: '. < today()', label },
      ],
      choices: {},
    }
    expect(storedDefinition(stored)).toMatchObject({
      format: 2,
      survey: [
        { type: 'integer', required: true, constraint: '. >= 10 and . <= 110' },
        { type: 'select_one', list: 'yes_no' },
        { type: 'text', required: '${usia} < 18', constraint: 'string-length(.) <= 2000' },
        { type: 'date', required: true, constraint: ". >= date('1930-01-01') and (. < today())" },
      ],
      choices: { yes_no: [{ name: 'yes' }, { name: 'no' }] },
    })
    expect(storedDefinition(stored).survey[1]).not.toHaveProperty('required')
  })
})

test.each([
  ['en', 'Yes'],
  ['id', 'Ya'],
  ['jv', 'Ya'],
])('words for a reader of %s are %s', (language, words) => {
  expect(wordsIn({ id: 'Ya', en: 'Yes' }, language, 'id')).toBe(words)
})

test('words in a language that nobody asked for are better than none', () => {
  expect(wordsIn({ jv: 'Inggih' }, 'en', 'id')).toBe('Inggih')
})

test.each([
  [['Bahasa Indonesia', 'English'], 'id', 'Bahasa Indonesia'],
  [['Indonesian (id)', 'English (en)'], 'en', 'English (en)'],
  [['French (fr)', 'English (en)'], 'id', 'French (fr)'],
  [['default'], 'en', 'default'],
])('of the languages %o a reader of %s gets %s', (languages, reader, language) => {
  expect(languageFor(languages, reader, languages[0] ?? '')).toBe(language)
})
