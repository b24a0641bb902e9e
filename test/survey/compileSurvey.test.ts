// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions name questions
import { describe, expect, test } from 'vitest'
import { QUESTIONNAIRE } from '../../src/skm/questionnaire.ts'
import { compileSurvey, DefinitionError } from '../../src/survey/survey.ts'
import { wordsIn } from '../../src/survey/words.ts'

const label = { id: '?' }
const definitionOf = (survey: object[], choices: object = {}) => ({
  settings: { title: { id: 'Survei' }, default_language: 'id' },
  survey,
  choices,
})
const usia = { type: 'integer', name: 'usia', label }

describe('a questionnaire that cannot be asked is refused', () => {
  test.each<[string, object[], object, string]>([
    ['no question at all', [], {}, 'survey: '],
    ['an unknown kind of question', [{ ...usia, type: 'barcode' }], {}, 'survey.0.type: '],
    ['an unknown column', [{ ...usia, relevance: '1' }], {}, 'survey.0: '],
    ['a name with a blank', [{ ...usia, name: 'usia anda' }], {}, 'survey.0.name: a name starts with'],
    ['two questions of one name', [usia, usia], {}, 'two questions are named usia'],
    ['a question without words', [{ ...usia, label: {} }], {}, 'survey.0.label: words are needed'],
    ['blank words', [{ ...usia, label: { id: '  ' } }], {}, 'survey.0.label.id: words cannot be blank'],
    ['a missing list', [{ ...usia, type: 'select_one', list: 'x' }], {}, 'usia: there is no choice list x'],
    [
      'a list named like a property of objects',
      [{ ...usia, type: 'select_one', list: 'toString' }],
      {},
      'usia: there is no choice list toString',
    ],
    [
      'two choices of one name',
      [usia],
      {
        nilai: [
          { name: 'a', label },
          { name: 'a', label },
        ],
      },
      'two choices of the list nilai have one name',
    ],
    [
      'a choice name with a blank',
      [usia],
      { nilai: [{ name: 'a b', label }] },
      'choices.nilai.0.name: a choice name has no spaces',
    ],
    [
      'a broken expression',
      [{ ...usia, relevant: '1 +' }],
      {},
      'usia, relevant: expected a value but found the end',
    ],
    ['an empty expression', [{ ...usia, constraint: '' }], {}, 'usia, constraint: expected a value'],
    [
      'an expression that looks ahead',
      [
        { ...usia, relevant: '${kerja} = 1' },
        { ...usia, name: 'kerja' },
      ],
      {},
      'usia, relevant: ${kerja} is not an earlier question',
    ],
    [
      'a question that depends on itself',
      [{ ...usia, required: '${usia} > 1' }],
      {},
      'usia, required: ${usia} is not an earlier question',
    ],
    [
      'a calculation from itself',
      [{ type: 'calculate', name: 'c', calculation: '${c} + 1' }],
      {},
      'c, calculation: ${c} is not an earlier question',
    ],
    ['bounds that leave no number', [{ ...usia, min: 5, max: 4 }], {}, 'usia: min 5 is above max 4'],
    [
      'bounds that leave no day',
      [{ ...usia, type: 'date', min: '2026-01-02', max: '2026-01-01' }],
      {},
      'usia: min 2026-01-02 is above max 2026-01-01',
    ],
    ['a bound that is no real day', [{ ...usia, type: 'date', min: '2026-02-30' }], {}, 'survey.0.min: '],
  ])('%s', (_, survey, choices, message) => {
    expect(() => compileSurvey(definitionOf(survey, choices))).toThrow(DefinitionError)
    expect(() => compileSurvey(definitionOf(survey, choices))).toThrow(message)
  })

  test.each([undefined, null, 'survei', 5, [], {}])('what is no questionnaire: %o', (definition) => {
    expect(() => compileSurvey(definition)).toThrow(DefinitionError)
  })
})

describe('a questionnaire that can be asked', () => {
  test('asks for an answer unless it says otherwise', () => {
    const survey = compileSurvey(
      definitionOf([usia, { ...usia, name: 'b', required: false }, { type: 'note', name: 'c', label }]),
    )
    expect(survey.questions.map((question) => question.required)).toEqual([true, false, false])
  })

  test('takes the services of the unit for its list, even if it has a list of that name', () => {
    const service = { name: 'ktp', label: { id: 'KTP' } }
    const layanan = { type: 'select_one', name: 'layanan', list: 'unit_services', label }
    const lists = { unit_services: [{ name: 'x', label }] }
    const survey = compileSurvey(definitionOf([layanan], lists), [service])
    expect(survey.byPath.get('layanan')?.choices).toEqual([service])
  })

  test('the satisfaction survey of the regulation is one', () => {
    const survey = compileSurvey(QUESTIONNAIRE, [{ name: 'ktp', label: { id: 'KTP' } }])
    expect(survey.questions.map((question) => question.index)).toEqual(
      survey.questions.map((_, index) => index),
    )
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
