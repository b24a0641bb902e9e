import { describe, expect, test } from 'vitest'
import { definitionSchema } from '../../../src/survey/definition/definition.ts'
import type { FormProblem } from '../../../src/survey/xlsform/formProblem.ts'
import { readForm } from '../../../src/survey/xlsform/readForm.ts'
import { formSheets } from './formSheets.ts'

const problemsOf = (text: string): FormProblem[] => readForm(formSheets(text)).problems

/** A fault and, unless the test says more, nothing else. */
function expectOnly(text: string, problem: Partial<FormProblem> & { code: FormProblem['code'] }): void {
  const found = problemsOf(text)
  expect(found.map(({ code }) => code)).toEqual([problem.code])
  expect(found[0]).toMatchObject(problem)
}

/** Rows of a survey that is fine without them. */
const survey = (header: string, ...rows: string[]) => `survey
  | type | name | label | ${header} |
  | text | baik | Baik |
  ${rows.join('\n')}
  choices
  | list_name | name | label |
  | kota      | a    | A     |
  | kota      | b    | B     |
  | lama      | x y  | X     |`
const used = (text: string) =>
  text.replace(
    '| text | baik | Baik |',
    '| select_one kota | baik | Baik |\n| select_one lama | baik2 | Baik |',
  )
const row = (header: string, ...rows: string[]) => used(survey(header, ...rows))

describe('what keeps a form from being asked', () => {
  test.each<[string, Partial<FormProblem> & { code: FormProblem['code'] }, string, string[]]>([
    [
      'a type nobody knows',
      { code: 'unknown_type', type: 'integr', similar: 'integer', row: 4, column: 'type' },
      '',
      ['| integr | x | X |'],
    ],
    [
      'a type in capitals',
      { code: 'unknown_type', type: 'Integer', similar: 'integer' },
      '',
      ['| Integer | x | X |'],
    ],
    ['no type', { code: 'missing_type', row: 4 }, '', ['|  | x | X |']],
    ['no list', { code: 'missing_list', type: 'select_one' }, '', ['| select_one | x | X |']],
    [
      'a list with spaces',
      { code: 'list_with_spaces', list: 'ya atau tidak' },
      '',
      ['| select_one ya atau tidak | x | X |'],
    ],
    ['no name', { code: 'missing_name', column: 'name' }, '', ['| text |  | X |']],
    [
      'a name with spaces',
      { code: 'invalid_name', name: 'nama lengkap' },
      '',
      ['| text | nama lengkap | X |'],
    ],
    ['a name with a digit first', { code: 'invalid_name', name: '1a' }, '', ['| text | 1a | X |']],
    ['a name that is too long', { code: 'invalid_name' }, '', [`| text | ${'a'.repeat(201)} | X |`]],
    ['the name meta', { code: 'reserved_name', name: 'meta' }, '', ['| text | meta | X |']],
    ['the name __proto__', { code: 'reserved_name', name: '__proto__' }, '', ['| text | __proto__ | X |']],
    [
      'a repeat called data',
      { code: 'reserved_name', name: 'data' },
      '',
      ['| begin repeat | data | X |', '| end repeat |'],
    ],
    [
      'two repeats of a name',
      { code: 'repeat_name_twice', name: 'r', otherRow: 5, row: 8 },
      '',
      [
        '| begin group | g | G |',
        '| begin repeat | r | R |',
        '| end repeat |',
        '| end group |',
        '| begin repeat | r | R |',
        '| end repeat |',
      ],
    ],
    ['an end without beginning', { code: 'end_without_begin', kind: 'group', row: 4 }, '', ['| end group |']],
    [
      'an end of something else',
      { code: 'end_of_other', kind: 'repeat', opened: 'group', name: 'g', openedRow: 4, row: 5 },
      '',
      ['| begin group | g | G |', '| end repeat |', '| end group |'],
    ],
    [
      'a group that is never ended',
      { code: 'never_ended', kind: 'repeat', name: 'g', row: 4 },
      '',
      ['| begin repeat | g | G |'],
    ],
    ['a loop without list', { code: 'loop_without_list' }, '', ['| begin loop | l | L |', '| end loop |']],
    [
      'a loop over no list',
      { code: 'loop_list_unknown', list: 'kotta', similar: 'kota' },
      '',
      ['| begin loop over kotta | l | L |', '| end loop |'],
    ],
    [
      'a loop over choices that are no names',
      { code: 'loop_choice_name', choice: 'x y', list: 'lama' },
      '',
      ['| begin loop over lama | l | L |', '| end loop |'],
    ],
    [
      'or_other without choices',
      { code: 'no_choices_for_other', list: 'tiada' },
      '',
      ['| select_one tiada or_other | x | X |'],
    ],
    [
      'a calculation that is missing',
      { code: 'missing_calculation', column: 'calculation' },
      '',
      ['| calculate | x | |'],
    ],
    [
      'an open brace',
      { code: 'bad_reference', found: `\${usia > 3`, column: 'relevant' },
      'relevant',
      [`| text | x | X | \${usia > 3 |`],
    ],
    ['a name with blanks in braces', { code: 'bad_reference' }, '', [`| text | x | Halo \${nama lengkap} |`]],
    [
      'a trigger that is no name',
      { code: 'bad_trigger', found: 'usia' },
      'trigger',
      ['| text | x | X | usia |'],
    ],
    [
      'parameters that are none',
      { code: 'bad_parameters', found: 'acak' },
      'parameters',
      ['| select_one kota | x | X | acak |'],
    ],
    [
      'a parameter of another type',
      { code: 'unknown_parameter', parameter: 'rows', known: 'randomize, seed' },
      'parameters',
      ['| select_one kota | x | X | rows=3 |'],
    ],
    [
      'a parameter that is no number',
      { code: 'parameter_not_number', parameter: 'start', value: 'a' },
      'parameters',
      ['| range | x | X | start=a |'],
    ],
    [
      'randomize that is neither true nor false',
      { code: 'parameter_not_boolean', value: 'ya' },
      'parameters',
      ['| select_one kota | x | X | randomize=ya |'],
    ],
    [
      'a quality nobody knows',
      { code: 'bad_quality', value: 'hd' },
      'parameters',
      ['| audio | x | X | quality=hd |'],
    ],
    [
      'a seed that is a word',
      { code: 'bad_seed', value: 'a' },
      'parameters',
      ['| select_one kota | x | X | randomize=true seed=a |'],
    ],
    [
      'a seed for nothing',
      { code: 'seed_without_randomize' },
      'parameters',
      ['| select_one kota | x | X | seed=1 |'],
    ],
    ['a range without steps', { code: 'bad_range' }, 'parameters', ['| range | x | X | step=0 |']],
    [
      'a step beyond the range',
      { code: 'bad_range' },
      'parameters',
      ['| range | x | X | start=1 end=3 step=5 |'],
    ],
    ['a shape to draw', { code: 'no_drawing', type: 'geoshape' }, '', ['| geoshape | x | X |']],
    ['a line to draw', { code: 'no_drawing', type: 'geotrace' }, '', ['| geotrace | x | X |']],
    ['a map to mend', { code: 'no_map_data', type: 'osm' }, '', ['| osm | x | X |']],
    ['rows of another file', { code: 'no_include' }, '', ['| include | x | X |']],
    ['a cascading select', { code: 'no_cascading_select' }, '', ['| cascading_select | x | X |']],
    [
      'choices from answers',
      { code: 'no_list_from_repeat', list: `\${nama}` },
      '',
      [`| select_one \${nama} | x | X |`],
    ],
    [
      'a file that is no file',
      { code: 'bad_file_name', file: 'kota' },
      '',
      ['| select_one_from_file kota | x | X |'],
    ],
    [
      'an external list that is not there',
      { code: 'unknown_external_list', list: 'kota' },
      '',
      ['| select_one_external kota | x | X |'],
    ],
    [
      'several answers with spaces in codes',
      { code: 'choice_with_spaces', sheet: 'choices', row: 4, choice: 'x y', list: 'lama' },
      '',
      ['| select_multiple lama | x | X |'],
    ],
    ['__proto__ as a header', { code: 'reserved_column', row: 1 }, '__proto__', []],
    ['a column that ODK breaks on', { code: 'reserved_column' }, 'instance::tag', ['| text | x | X | a |']],
    [
      'two headers for one thing',
      { code: 'duplicate_column', other: 'relevant', column: 'relevance' },
      'relevant | relevance',
      [],
    ],
    ['a header twice', { code: 'duplicate_column', other: 'catatan' }, 'catatan | catatan', []],
    [
      'a language where none can be',
      { code: 'untranslatable_column', column: 'relevant::id' },
      'relevant::id',
      [],
    ],
    ['two languages in a header', { code: 'too_many_header_parts' }, 'hint::id::en', []],
  ])('%s', (_, problem, header, rows) => {
    expectOnly(row(header, ...rows), { severity: 'error', ...problem })
  })

  test('groups too deep inside each other', () => {
    const begins = Array.from({ length: 14 }, (_, at) => `| begin group | g${at} | G |`)
    const ends = begins.map(() => '| end group |')
    const problems = problemsOf(row('', ...begins, ...ends))
    expect(problems.map(({ code, row }) => [code, row])).toEqual([
      ['too_deep', 16],
      ['too_deep', 17],
    ])
  })

  test.each([
    ['Survei', 'survey'],
    ['foo', undefined],
  ])('no sheet called survey, but %s', (name, similar) => {
    const [problem] = problemsOf(`${name}
      | type | name |
      Lain
      | a |`)
    expect(problem).toMatchObject({
      code: 'no_survey_sheet',
      severity: 'error',
      ...(similar && { similar: name }),
    })
  })

  test.each([
    ['survey\n| jenis | name |\n| text | a |', { code: 'missing_column', wanted: 'type' }],
    ['survey\n| typ | name |\n| text | a |', { code: 'missing_column', wanted: 'type', similar: 'typ' }],
    ['survey\n| type | name |', { code: 'no_questions' }],
    [
      'survey\n| type | name | label |\n| text | a | A |\nchoices\n| list | name |\n| a | b |',
      { code: 'missing_column', wanted: 'list_name' },
    ],
  ])('%j', (text, problem) => {
    const errors = problemsOf(text).filter(({ severity }) => severity === 'error')
    expect(errors).toEqual([expect.objectContaining(problem)])
  })

  test('choices that are twice there, unless that is meant', () => {
    const text = `survey
      | type            | name | label |
      | select_one kota | a    | A     |
      choices
      | list_name | name | label |
      | kota      | a    | A     |
      | kota      | a    | B     |
      | kota      |      | C     |`
    expect(problemsOf(text)).toMatchObject([
      { code: 'duplicate_choice', row: 3, choice: 'a', list: 'kota', otherRow: 2, severity: 'error' },
      { code: 'choice_without_name', row: 4, list: 'kota', severity: 'error' },
    ])
    const meant = `${text}\nsettings\n| allow_choice_duplicates |\n| yes |`
    expect(problemsOf(meant).map(({ code }) => code)).toEqual(['choice_without_name'])
  })
})

describe('what an author is warned of', () => {
  test.each<[string, Partial<FormProblem> & { code: FormProblem['code'] }, string, string[]]>([
    [
      'a header that is mistyped',
      { code: 'unknown_column', column: 'relevent', similar: 'relevant' },
      'relevent',
      [],
    ],
    ['a header that is nothing', { code: 'unknown_column', column: 'warna' }, 'warna', []],
    [
      'single colons beside double ones',
      { code: 'unknown_column', similar: 'hint::en' },
      'hint:en | hint::id',
      [],
    ],
    [
      'names that look alike',
      { code: 'similar_names', name: 'BAIK', other: 'baik', otherRow: 2 },
      '',
      ['| text | BAIK | X |'],
    ],
    [
      'a group that is required',
      { code: 'required_group' },
      'required',
      ['| begin group | g | G | yes |', '| end group |'],
    ],
    [
      'a filter along with other',
      { code: 'other_with_filter' },
      'choice_filter',
      ['| select_one kota or_other | x | X | a = 1 |'],
    ],
    [
      'an earlier form',
      { code: 'last_saved', name: 'kota' },
      'default',
      [`| text | x | X | \${last-saved#kota} |`],
    ],
    [
      'a trigger that is never answered',
      { code: 'hidden_trigger', name: 'h' },
      'trigger',
      ['| hidden | h | |', `| text | x | X | \${h} |`],
    ],
    [
      'a default that is no number',
      { code: 'bad_default', value: 'tiga', type: 'integer' },
      'default',
      ['| integer | x | X | tiga |'],
    ],
    [
      'a default that is no choice',
      { code: 'bad_default', value: 'c', type: 'select_one' },
      'default',
      ['| select_one kota | x | X | c |'],
    ],
    ['no words', { code: 'no_label', row: 4 }, '', ['| text | x | |']],
    [
      'words too long for a message',
      { code: 'long_label', length: 4097, most: 4096 },
      '',
      [`| text | x | ${'a'.repeat(4097)} |`],
    ],
    [
      'a file that is not there',
      { code: 'no_file', file: 'desa.csv' },
      '',
      ['| select_one_from_file desa.csv | x | X |'],
    ],
    ['what a chat does not know', { code: 'left_blank', type: 'deviceid' }, '', ['| imei | x | |']],
    [
      'a signature',
      { code: 'plain_photo', appearance: 'signature' },
      'appearance',
      ['| image | x | X | signature |'],
    ],
    [
      'a map',
      { code: 'plain_location', appearance: 'placement-map' },
      'appearance',
      ['| geopoint | x | X | placement-map |'],
    ],
    [
      'a map of choices',
      { code: 'plain_list', appearance: 'image-map' },
      'appearance',
      ['| select_one kota | x | X | image-map |'],
    ],
    [
      'a column without header',
      { code: 'column_without_header', letter: 'F', row: 4 },
      'hint',
      ['| text | x | X | | | lupa |'],
    ],
  ])('%s', (_, problem, header, rows) => {
    expectOnly(row(header, ...rows), { severity: 'warning', ...problem })
  })

  test.each([
    'catatan',
    'comment',
    'notes',
    'kobo--locking-profile',
    '$kuid',
    'instance::odk:tag',
    'body::intent',
    '#hxl',
  ])('never of the column %s', (header) => {
    expect(problemsOf(row(header, '| text | x | X | a |'))).toEqual([])
  })

  test('missing translations, once for a language', () => {
    const rows = Array.from({ length: 30 }, (_, at) => `| text | q${at} | Halo | |`)
    const found = problemsOf(`survey
      | type | name | label::id | label::en |
      | text | a | A | A |
      ${rows.join('\n')}`)
    expect(found).toEqual([
      {
        sheet: 'survey',
        severity: 'warning',
        code: 'missing_translation',
        language: 'en',
        count: 30,
        rows: '3, 4, 5, 6, 7, 8, 9, 10, …',
      },
    ])
  })

  test('lists that no question and no expression uses', () => {
    expect(
      problemsOf(`survey
        | type            | name | label | calculation |
        | select_one kota | a    | A     |             |
        | calculate       | b    |       | instance('harga')/root/item[name=\${a}]/label |
        choices
        | list_name | name | label |
        | kota      | a    | A     |
        | harga     | a    | A     |
        | lama      | a    | A     |
        | tua       | a    | A     |`),
    ).toEqual([{ sheet: 'choices', severity: 'warning', code: 'unused_lists', lists: 'lama, tua' }])
  })

  test('choices that say nothing or belong nowhere', () => {
    const codes = problemsOf(`survey
      | type            | name | label |
      | select_one kota | a    | A     |
      choices
      | list_name | name | label | image | nama panjang |
      | kota      | a    |       |       | x            |
      | kota      | b    |       | b.jpg |              |
      |           | c    | C     |       |              |`).map(({ code, row }) => [code, row])
    expect(codes).toEqual([
      ['column_with_spaces', 1],
      ['choice_without_label', 2],
      ['choice_without_list', 4],
    ])
  })

  test('settings that nobody knows, encryption and entities', () => {
    const found = problemsOf(`survey
      | type | name | label |
      | text | a    | A     |
      entities
      | list_name | label |
      | a         | b     |
      settings
      | form_tittle | public_key | allow_choice_duplicates |
      | A           | MIIB       | mungkin                 |`)
    expect(found).toMatchObject([
      { code: 'unknown_setting', column: 'form_tittle', similar: 'form_title' },
      { code: 'no_encryption' },
      { code: 'not_yes_or_no', value: 'mungkin' },
      { code: 'no_entities', sheet: 'entities' },
    ])
  })

  test('a sheet whose name is nearly right', () => {
    const found = problemsOf(`survey
      | type | name | label |
      | text | a    | A     |
      choice
      | list_name |
      _setting
      | a |`)
    expect(found).toEqual([
      { sheet: 'choice', severity: 'warning', code: 'similar_sheet', wanted: 'choices' },
    ])
  })

  test('rows after many blank ones, which ODK does not read', () => {
    const sheets = formSheets(`survey
      | type | name | label |
      | text | a    | A     |
      | text | b    | B     |`)
    const last = sheets[0]?.rows[2]
    if (last) last.number = 64
    const { definition, problems } = readForm(sheets)
    expect(definition?.survey).toHaveLength(1)
    expect(problems).toMatchObject([{ code: 'rows_after_gap', row: 64, rows: 1 }])
  })
})

test('a form with many faults is still read, and every fault is told at once', () => {
  const { definition, problems } = readForm(
    formSheets(`survey
      | type        | name | label | relevant |
      | geoshape    | a    | A     |          |
      | begin group | b    |       |          |
      | foo         | c    | C     | \${      |
      | text        | d d  | D     |          |
      | select_one  | e    | E     |          |`),
  )
  const codes = ['no_drawing', 'bad_reference', 'unknown_type', 'invalid_name', 'missing_list', 'never_ended']
  expect(problems.map(({ code }) => code).sort()).toEqual(codes.sort())
  expect(definition && definitionSchema.safeParse(definition).success).toBe(true)
  expect(definition?.survey[1]).toMatchObject({ children: [{ name: 'c' }, { name: 'row_5' }, { name: 'e' }] })
})

test('however many problems there are, they can be read', () => {
  const rows = Array.from({ length: 5_000 }, (_, at) => `| foo | q${at} | Halo |`)
  const problems = problemsOf(`survey\n| type | name | label |\n${rows.join('\n')}`)
  expect(problems.length).toBeLessThan(50)
  expect(problems.at(-1)).toMatchObject({ code: 'and_more', count: 4_960 })
})
