import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { definitionSchema } from '../../../src/survey/definition/definition.ts'
import { readForm } from '../../../src/survey/xlsform/readForm.ts'
import { writeForm } from '../../../src/survey/xlsform/writeForm.ts'
import { arbitraryDefinition } from './arbitraryDefinition.ts'

const HEADERS = [
  ...[
    'type',
    'name',
    'label',
    'label::id',
    'label::__proto__',
    'hint:en',
    'relevant',
    'constraint',
    'calculation',
  ],
  ...['default', 'trigger', 'parameters', 'choice_filter', 'repeat_count', 'required', 'image', 'disabled'],
  ...[
    'list_name',
    'list name',
    '__proto__',
    'constructor',
    'suluh_retired',
    'form_title',
    'default_language',
  ],
  ...[
    'bind::jr:constraintMsg::id',
    'a::b::c::d',
    '::',
    ':',
    'question',
    'answer',
    'value',
    'scenario',
    'expect',
    '',
  ],
]
const CELLS = [
  ...[
    'text',
    'integer',
    'begin group',
    'end group',
    'begin_repeat',
    'end_repeat',
    'begin loop over l',
    'end loop',
  ],
  ...[
    'select_one l',
    'select_one l or_other',
    'select_multiple l',
    'rank m',
    'select_one_external l',
    'range',
    'note',
  ],
  ...[
    'select_one_from_file a.csv',
    'csv-external',
    'geoshape',
    'audit',
    'calculate',
    'include',
    `select_one \${a}`,
  ],
  ...[
    'a',
    'b',
    'l',
    'm',
    'none',
    'meta',
    'data',
    '__proto__',
    'toString',
    '1 2',
    '%(label)s',
    '%(__proto__)s',
  ],
  ...[
    `\${a}`,
    `\${`,
    `\${a b}`,
    `\${last-saved#a}`,
    'randomize=true seed=1',
    '__proto__=1',
    'start=5 end=1 step=9',
  ],
  ...['yes', 'no', 'TRUE', '1', '3', 'x'.repeat(5_000), '‘’', '\u0000', '🙂', ''],
]
const cell = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...CELLS) }, fc.string())
const sheet = fc.record({
  name: fc.constantFrom(
    'survey',
    'Survey',
    'choices',
    'settings',
    'external_choices',
    'tests',
    'entities',
    '_x',
    '',
  ),
  headers: fc.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...HEADERS) }, fc.string()), {
    maxLength: 12,
  }),
  rows: fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 25 }),
})

describe('a questionnaire', () => {
  test('that is written to a spreadsheet and read again is the same', () => {
    fc.assert(
      fc.property(arbitraryDefinition, (definition) => {
        expect(definitionSchema.safeParse(definition).error).toBeUndefined()
        const form = readForm(writeForm(definition))
        expect(form.definition).toEqual(definition)
      }),
      { numRuns: 100 },
    )
  })
})

describe('any spreadsheet at all', () => {
  test('is read without a fault of ours, and what is read can be kept', () => {
    fc.assert(
      fc.property(fc.array(sheet, { maxLength: 5 }), (sheets) => {
        const form = readForm(
          sheets.map(({ name, headers, rows }) => ({
            name,
            rows: [['type', 'name', ...headers], ...rows].map((cells, at) => ({ number: at + 1, cells })),
          })),
        )
        const { definition, problems, tests } = form
        if (definition) {
          expect(definitionSchema.safeParse(definition).error).toBeUndefined()
          expect(JSON.parse(JSON.stringify(definition))).toEqual(definition)
        }
        expect(problems.every(({ sheet: name }) => typeof name === 'string')).toBe(true)
        expect(Array.isArray(tests)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('with loops in loops stays within what a definition may hold', () => {
    const rows = [
      ...['a', 'b', 'c', 'd'].map((name) => ['begin loop over l', name, 'L']),
      ['text', 't', 'T'],
      ...Array.from({ length: 4 }, () => ['end loop']),
    ]
    const choices = Array.from({ length: 300 }, (_, at) => ['l', `c${at}`, 'C'])
    const numbered = (cells: string[][]) => cells.map((each, at) => ({ number: at + 1, cells: each }))
    const { definition, problems } = readForm([
      { name: 'survey', rows: numbered([['type', 'name', 'label'], ...rows]) },
      { name: 'choices', rows: numbered([['list_name', 'name', 'label'], ...choices]) },
    ])
    expect(problems).toMatchObject([{ code: 'too_many_rows', most: 10_000 }])
    expect(JSON.stringify(definition?.survey).match(/"name"/g)?.length).toBe(10_000)
  })
})
