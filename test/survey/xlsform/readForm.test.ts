import { describe, expect, test } from 'vitest'
import type { RowDefinition } from '../../../src/survey/definition/definition.ts'
import { readForm } from '../../../src/survey/xlsform/readForm.ts'
import { formSheets } from './formSheets.ts'

const read = (text: string) => readForm(formSheets(text))
const surveyOf = (text: string) => read(text).definition?.survey
const one = (type: string, more = ''): RowDefinition | undefined =>
  surveyOf(`survey
    | type | name | label | calculation |
    | ${type} | x | X | ${more} |
    choices
    | list_name | name | label |
    | kota | a | A |
    | kota | b | B |`)?.[0]

describe('a type', () => {
  test.each([
    ['text', 'text'],
    ['string', 'text'],
    ['add text prompt', 'text'],
    ['int', 'integer'],
    ['integer', 'integer'],
    ['decimal', 'decimal'],
    ['date', 'date'],
    ['datetime', 'dateTime'],
    ['date time', 'dateTime'],
    ['time', 'time'],
    ['gps', 'geopoint'],
    ['location', 'geopoint'],
    ['photo', 'image'],
    ['add image prompt', 'image'],
    ['q audio', 'audio'],
    ['video', 'video'],
    ['file', 'file'],
    ['barcode', 'barcode'],
    ['acknowledge', 'acknowledge'],
    ['trigger', 'acknowledge'],
    ['note', 'note'],
    ['hidden', 'hidden'],
  ])('written as %s is %s', (written, type) => {
    expect(one(written)).toEqual({ type, name: 'x', label: { default: 'X' } })
  })

  test.each([
    ['select_one kota', 'select_one'],
    ['select_one  kota', 'select_one'],
    ['select one kota', 'select_one'],
    ['select one from kota', 'select_one'],
    ['select1 kota', 'select_one'],
    ['add select one prompt using kota', 'select_one'],
    ['select_multiple kota', 'select_multiple'],
    ['select all that apply kota', 'select_multiple'],
    ['select all that apply from kota', 'select_multiple'],
    ['add select multiple prompt using kota', 'select_multiple'],
    ['rank kota', 'rank'],
  ])('with a list, written as %s, is %s', (written, type) => {
    expect(one(written)).toEqual({ type, name: 'x', label: { default: 'X' }, list: 'kota' })
  })

  test.each([
    ['start', 'start'],
    ['get start time', 'start'],
    ['today', 'today'],
    ['imei', 'deviceid'],
    ['get phone number', 'phonenumber'],
    ['uri:username', 'username'],
    ['background-geopoint', 'start-geopoint'],
  ])('%s is filled in as %s, not asked', (written, preload) => {
    expect(one(written)).toEqual({ type: 'metadata', preload, name: 'x' })
  })

  test('may bring what it allows', () => {
    expect(one('percentage')).toMatchObject({ type: 'integer', constraint: '0 <= . and . <= 100' })
    expect(one('phone number')).toMatchObject({ type: 'text', constraint: String.raw`regex(., '^\d*$')` })
  })

  test('range has a start, an end and a step', () => {
    expect(one('range')).toMatchObject({ parameters: { start: 1, end: 10, step: 1 } })
  })
})

describe('a group', () => {
  test('holds its rows, and a repeat too', () => {
    const survey = surveyOf(`survey
      | type         | name | label | relevant | repeat_count | appearance |
      | begin group  | a    | A     | yes      |              | field-list |
      | begin_repeat | b    |       |          | \${n}        |            |
      | text         | c    | C     |          |              |            |
      | end_repeat   |      |       |          |              |            |
      | end group    | a    |       |          |              |            |
      | begin lgroup | d    | D     |          |              |            |
      | end looped group |  |       |          |              |            |`)
    const label = (said: string) => ({ label: { default: said } })
    expect(survey).toEqual([
      {
        type: 'group',
        name: 'a',
        ...label('A'),
        relevant: 'true()',
        appearance: 'field-list',
        children: [
          {
            type: 'repeat',
            name: 'b',
            repeat_count: `\${n}`,
            children: [{ type: 'text', name: 'c', ...label('C') }],
          },
        ],
      },
      { type: 'repeat', name: 'd', ...label('D'), children: [] },
    ])
  })

  test('with a count that is worked out has it in a row of its own, as in ODK', () => {
    const survey = surveyOf(`survey
      | type         | name | repeat_count | label |
      | begin repeat | b    | 3            | B     |
      | text         | c    |              | C     |
      | end repeat   |      |              |       |`)
    expect(survey).toMatchObject([
      { type: 'calculate', name: 'b_count', calculation: '3' },
      { type: 'repeat', name: 'b', repeat_count: `\${b_count}` },
    ])
  })
})

describe('headers', () => {
  test.each([
    ['relevant', 'relevant'],
    ['Relevance', 'relevant'],
    ['bind::relevant', 'relevant'],
    ['bind:relevant', 'relevant'],
    ['Constraint', 'constraint'],
    ['calculate', 'calculation'],
    ['bind:calculate', 'calculation'],
    ['choice_filter', 'choice_filter'],
    ['Choice  Filter', 'choice_filter'],
    ['control::appearance', 'appearance'],
    ['body::appearance', 'appearance'],
    ['default', 'default'],
  ])('%s is the column %s', (header, column) => {
    const survey = surveyOf(`survey
      | type            | name | label | ${header} |
      | select_one kota | x    | X     | a         |
      choices
      | list name | value | caption |
      | kota      | a     | A       |`)
    expect(survey?.[0]).toMatchObject({ [column]: 'a' })
  })

  test.each([
    ['label::English (en)', 'label', 'English (en)'],
    ['label : English', 'label', 'English'],
    ['Caption::id', 'label', 'id'],
    ['hint::id', 'hint', 'id'],
    ['constraint_message::id', 'constraint_message', 'id'],
    ['constraining message::id', 'constraint_message', 'id'],
    ['bind:jr:constraintMsg:id', 'constraint_message', 'id'],
    ['requiredMsg::id', 'required_message', 'id'],
    ['short_label::id', 'short_label', 'id'],
  ])('%s holds words of the column %s', (header, column, language) => {
    const survey = surveyOf(`survey
      | type | name | ${header} |
      | text | x    | Halo      |`)
    expect(survey?.[0]).toMatchObject({ [column]: { [language]: 'Halo' } })
  })

  test.each([
    ['image', 'image', 'default'],
    ['media::image', 'image', 'default'],
    ['media:video:id', 'video', 'id'],
    ['audio::id', 'audio', 'id'],
    ['Big-Image', 'big-image', 'default'],
  ])('%s holds a file', (header, kind, language) => {
    const survey = surveyOf(`survey
      | type | name | label | ${header} |
      | text | x    | X     | a.jpg     |`)
    expect(survey?.[0]).toMatchObject({ media: { [kind]: { [language]: 'a.jpg' } } })
  })

  test('of choices that mean nothing to us are kept for filters', () => {
    const { definition } = read(`survey
      | type            | name | label |
      | select_one kota | x    | X     |
      choices
      | list_name | name | label | Provinsi | suluh_retired |
      | kota      | a    | A     | jambi    |               |
      | kota      | b    | B     |          | yes           |`)
    expect(definition?.choices.kota).toEqual([
      { name: 'a', label: { default: 'A' }, columns: { Provinsi: 'jambi' } },
      { name: 'b', label: { default: 'B' }, retired: true },
    ])
  })
})

describe('cells', () => {
  test('lose white space, typographic quotes and blanks in braces', () => {
    const survey = surveyOf(`survey
      | type | name | label          | relevant                      |
      | text | x    | Apa  “ini”, \${ y }? | selected(\${ y }, ‘lain’) |`)
    expect(survey?.[0]).toMatchObject({
      label: { default: `Apa "ini", \${y}?` },
      relevant: `selected(\${y}, 'lain')`,
    })
  })

  test('stay as they are when the form wants it', () => {
    const survey = surveyOf(`survey
      | type | name | label |
      | text | x    | Apa  “ini”? |
      settings
      | clean_text_values |
      | no |`)
    expect(survey?.[0]).toMatchObject({ label: { default: 'Apa  “ini”?' } })
  })

  test.each([
    ['yes', true],
    ['TRUE', true],
    ['true()', true],
    ['no', undefined],
    ['FALSE', undefined],
    [`\${b} > 60`, `\${b} > 60`],
  ])('required %s is %s', (written, required) => {
    const survey = surveyOf(`survey
      | type | name | label | required | read_only |
      | text | x    | X     | ${written} | ${written} |`)
    expect(survey?.[0]).toEqual({
      type: 'text',
      name: 'x',
      label: { default: 'X' },
      ...(required !== undefined && { required, read_only: required }),
    })
  })

  test('of a trigger name questions, with commas between', () => {
    const survey = surveyOf(`survey
      | type     | name | label | calculation | trigger     |
      | text     | a    | A     |             |             |
      | text     | b    | B     |             |             |
      | dateTime | c    |       | now()       | \${a} ,\${b} , |`)
    expect(survey?.[2]).toEqual({ type: 'calculate', name: 'c', calculation: 'now()', trigger: ['a', 'b'] })
  })

  test('of parameters are parted by blanks, commas or semicolons', () => {
    for (const written of ['randomize=True seed=42', 'randomize = true, seed=42', 'randomize=true;seed=42']) {
      const survey = surveyOf(`survey
        | type            | name | label | parameters |
        | select_one kota | x    | X     | ${written} |
        choices
        | list_name | name | label |
        | kota | a | A |`)
      expect(survey?.[0]).toMatchObject({ parameters: { randomize: 'true', seed: '42' } })
    }
  })
})

describe('rows', () => {
  test('without type are comments, disabled ones are left out, notes need no name', () => {
    const survey = surveyOf(`survey
      | type | name | label | disabled | notes   |
      |      |      |       |          | Bagian 1 |
      | note |      | Halo  |          |         |
      | text | a    | A     | yes      |         |
      | text | b    | B     | no       |         |`)
    expect(survey?.map(({ name }) => name)).toEqual(['generated_note_name_3', 'b'])
  })

  test('that are computed and show nothing are calculations', () => {
    expect(
      surveyOf(`survey
        | type    | name | label | hint | calculation |
        | integer | a    |       |      | 1 + 1       |
        | integer | b    |       | B    | 1 + 1       |`)?.map(({ type }) => type),
    ).toEqual(['calculate', 'integer'])
  })

  test('of old forms may be settings', () => {
    const { definition } = read(`survey
      | type           | name  | label |
      | set form title | Survei |      |
      | set form id    | kode  |       |
      | text           | a     | A     |`)
    expect(definition?.settings).toMatchObject({ title: { default: 'Survei' }, form_id: 'kode' })
  })
})

describe('or_other', () => {
  const form = read(`survey
    | type                         | name | label::id | label::en |
    | select_one kota or_other     | a    | A         | A         |
    | select_multiple kota         | b    | B         | B         |
    | select one kota or specify other | c | C        | C         |
    choices
    | list_name | name  | label::id | label::en |
    | kota      | jambi | Jambi     | Jambi     |`)

  test('adds a choice to the list, for every question that has it, once', () => {
    expect(form.definition?.choices.kota).toEqual([
      { name: 'jambi', label: { id: 'Jambi', en: 'Jambi' } },
      { name: 'other', label: { id: 'Other', en: 'Other' } },
    ])
  })

  test('adds a question that asks what it is', () => {
    expect(form.definition?.survey.map(({ name }) => name)).toEqual(['a', 'a_other', 'b', 'c', 'c_other'])
    expect(form.definition?.survey[1]).toEqual({
      type: 'text',
      name: 'a_other',
      label: { id: 'Specify other.', en: 'Specify other.' },
      relevant: "selected(../a, 'other')",
    })
  })

  test('stays on a list that is filtered', () => {
    const survey = surveyOf(`survey
      | type                     | name | label | choice_filter |
      | select_one kota or_other | a    | A     | prov = 'x'    |
      choices
      | list_name | name | label | prov |
      | kota | jambi | Jambi | x |`)
    expect(survey?.[0]).toMatchObject({ choice_filter: "(prov = 'x') or name = 'other'" })
  })
})

describe('a loop', () => {
  test('becomes a group for each choice; words and names of the choice are put in', () => {
    const { definition, problems } = read(`survey
      | type               | name | label              | relevant           |
      | begin loop over c1 | l    | Semua              |                    |
      | integer            | n    | Berapa %(label)s? 100%% | ../%(name)s > %(bobot)s |
      | begin group        | g    | Grup %(name)s      |                    |
      | text               | t    | Tentang %(label)s  |                    |
      | end group          |      |                    |                    |
      | end loop           |      |                    |                    |
      choices
      | list_name | name | label | bobot |
      | c1        | apel | Apel  | 2     |
      | c1        | none | Tidak | 0     |
      | c1        | jeruk | Jeruk | 3    |`)
    expect(problems).toEqual([])
    const words = (said: string) => ({ default: said })
    const fruit = (name: string, label: string, weight: string) => ({
      type: 'group',
      name,
      label: words(label),
      children: [
        {
          type: 'integer',
          name: 'n',
          label: words(`Berapa ${label}? 100%`),
          relevant: `../${name} > ${weight}`,
        },
        {
          type: 'group',
          name: 'g',
          label: words(`Grup ${name}`),
          children: [{ type: 'text', name: 't', label: words('Tentang %(label)s') }],
        },
      ],
    })
    expect(definition?.survey).toEqual([
      {
        type: 'group',
        name: 'l',
        label: words('Semua'),
        children: [fruit('apel', 'Apel', '2'), fruit('jeruk', 'Jeruk', '3')],
      },
    ])
  })

  test('puts in the words of each language', () => {
    const survey = surveyOf(`survey
      | type               | name | label::id | label::en |
      | begin loop over c1 | l    |           |           |
      | text               | n    | Apa %(label)s? | What %(label)s? |
      | end loop           |      |           |           |
      choices
      | list_name | name | label::id | label::en |
      | c1        | apel | apel      | apple     |`)
    expect(JSON.stringify(survey)).toContain('{"id":"Apa apel?","en":"What apple?"}')
  })
})

describe('other lists', () => {
  test('select_one_external takes its choices from the sheet external_choices', () => {
    const { definition, problems } = read(`survey
      | type                          | name | label | choice_filter  |
      | select_one kota               | kota | Kota  |                |
      | select_one_external kecamatan | kec  | Kec   | kota = \${kota} |
      | select_one_external kota      | lain | Lain  |                |
      choices
      | list_name | name | label |
      | kota      | tebo | Tebo  |
      external_choices
      | list_name | name | label | kota |
      | kecamatan | rimbo | Rimbo | tebo |
      | kota      | muara | Muara |     |`)
    expect(problems).toEqual([])
    expect(definition?.survey).toMatchObject([
      { list: 'kota' },
      { type: 'select_one', list: 'kecamatan' },
      { list: 'kota_2' },
    ])
    expect(definition?.choices.kecamatan).toEqual([
      { name: 'rimbo', label: { default: 'Rimbo' }, columns: { kota: 'tebo' } },
    ])
    expect(definition?.choices.kota_2?.[0]?.name).toBe('muara')
  })

  test('of a file that is not there are empty', () => {
    const { definition, problems } = read(`survey
      | type                           | name | label | choice_filter |
      | select_one_from_file towns.csv | a    | A     | x = 1         |
      | select_multiple_from_file towns.csv | b | B   |               |
      | csv-external                   | more |       |               |`)
    expect(definition?.survey).toEqual([
      { type: 'select_one', name: 'a', label: { default: 'A' }, list: 'towns' },
      { type: 'select_multiple', name: 'b', label: { default: 'B' }, list: 'towns' },
    ])
    expect(definition?.choices).toEqual({ towns: [], more: [] })
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual(
      Array(3).fill(['no_file', 'warning']),
    )
  })
})

describe('the languages', () => {
  const languagesIn = (row: RowDefinition | undefined) =>
    Object.keys((row && 'label' in row && row.label) || {})
  const settingsOf = (labels: string, setting: string) => {
    const headers = labels.split(' ').map((label) => label.replace('_', ' '))
    const { definition, problems } = read(`survey
      | type | name | ${headers.join(' | ')} |
      | text | a    | ${headers.map(() => 'A').join(' | ')} |
      settings
      | default_language |
      | ${setting} |`)
    const codes = problems.map(({ code }) => code)
    return [definition?.settings.default_language, languagesIn(definition?.survey[0]), codes]
  }

  test.each([
    ['label', '', 'default', ['default'], []],
    ['label', 'id', 'id', ['id'], []],
    ['label::id label::en', '', 'id', ['id', 'en'], []],
    ['label::id label::en', 'en', 'en', ['id', 'en'], []],
    ['label label::en', '', 'default', ['default', 'en'], []],
    ['label label::en', 'id', 'id', ['id', 'en'], []],
    ['label label::en', 'en', 'en', ['en'], []],
    [
      'label::Indonesia_(id) label::English_(en)',
      'english',
      'English (en)',
      ['Indonesia (id)', 'English (en)'],
      ['unknown_default_language'],
    ],
    [
      'label::Indonesia_(id) label::English_(en)',
      'en',
      'English (en)',
      ['Indonesia (id)', 'English (en)'],
      ['unknown_default_language'],
    ],
    ['label::id label::en', 'fr', 'id', ['id', 'en'], ['unknown_default_language']],
    ['label::id label::en', 'x'.repeat(101), 'id', ['id', 'en'], ['too_long']],
    ['label::id label::ID', '', 'id', ['id', 'ID'], ['similar_languages']],
  ])('of %s with the setting "%s" are led by %s', (labels, setting, main, languages, codes) => {
    expect(settingsOf(labels, setting)).toEqual([main, languages, codes])
  })

  test('words without a language never hide those with one', () => {
    for (const headers of ['label | label::en', 'label::en | label']) {
      const [first, second] = headers.startsWith('label |') ? ['polos', 'plain'] : ['plain', 'polos']
      const survey = surveyOf(`survey
        | type | name | ${headers} |
        | text | a | ${first} | ${second} |
        settings
        | default_language |
        | en |`)
      expect(survey?.[0]).toMatchObject({ label: { en: 'plain' } })
    }
  })
})

describe('the settings', () => {
  test('are those of the first row, in any of their names', () => {
    const { definition } = read(`Survey
      | type | name | label |
      | text | a    | A     |
      SETTINGS
      | Form Title | form_title::en | id_string | version | default_language | random_order | style |
      | Survei     | Survey         | kode      | 3       | id               | ya           | pages |`)
    expect(definition?.settings).toEqual({
      title: { id: 'Survei', en: 'Survey' },
      form_id: 'kode',
      version: '3',
      default_language: 'id',
      random_order: true,
    })
  })

  test('are not needed: the file gives the title', () => {
    const sheets = formSheets(`whatever
      | type | name | label |
      | text | a    | A     |`)
    expect(readForm(sheets, 'Survei saya').definition?.settings).toEqual({
      title: { default: 'Survei saya' },
      default_language: 'default',
    })
  })
})
