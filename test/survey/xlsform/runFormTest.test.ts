import { describe, expect, test } from 'vitest'
import { compileSurvey } from '../../../src/survey/definition/compileSurvey.ts'
import { SURVEY_TEMPLATES } from '../../../src/survey/templates/surveyTemplates.ts'
import type { FormTest } from '../../../src/survey/xlsform/formTest.ts'
import { readForm } from '../../../src/survey/xlsform/readForm.ts'
import { runFormTest } from '../../../src/survey/xlsform/runFormTest.ts'
import { formSheets } from './formSheets.ts'

const context = { today: '2026-03-15', now: '2026-03-15T10:30:00.000+07:00', seed: 0, language: 'id' }
const services = [{ name: 'ktp', label: { id: 'KTP' } }]

describe.each(Object.entries(SURVEY_TEMPLATES))(
  'the scenarios of the template %s',
  (_, { definition, tests }) => {
    test('turn out as they say', () => {
      const survey = compileSurvey(definition, services)
      expect((tests as FormTest[]).flatMap((each) => runFormTest(survey, each, context))).toEqual([])
    })
  },
)

describe('a scenario', () => {
  const play = (...rows: string[]) => {
    const { definition, tests } = readForm(
      formSheets(`survey
        | type         | name  | label | constraint  | relevant      | calculation      | required |
        | integer      | usia  | Usia  | . < 120     |               |                  | yes      |
        | text         | kerja | Kerja |             | \${usia} > 16 |                  |          |
        | begin repeat | anak  | Anak  |             |               |                  |          |
        | text         | nama  | Nama  |             |               |                  |          |
        | end repeat   |       |       |             |               |                  |          |
        | calculate    | n     |       |             |               | count(\${nama})  |          |
        tests
        | scenario | question | answer | expect | value |
        ${rows.join('\n')}`),
    )
    if (!definition) throw new Error('the form cannot be read')
    return tests.flatMap((each) => runFormTest(compileSurvey(definition), each, context))
  }

  test.each([
    [['| a | usia | 40 | | 40 |', '| | kerja | Tani | | |']],
    [['| a | usia | 200 | refused | |', '| | usia | dua | ditolak | |', '| | usia | 20 | | 20 |']],
    [['| a | usia | 200 | refused | blank |']],
    [['| a | usia | 10 | | |', '| | kerja | | not asked | |']],
    [
      [
        '| a | nama | Ali | | |',
        '| | anak | ya | | |',
        '| | nama | Ani | | |',
        '| | n | | | 2 |',
        '| | anak[2]/nama | | | Ani |',
      ],
    ],
    [['| a | n | | | 1 |']],
  ])('%j is as it says', (rows) => {
    expect(play(...rows)).toEqual([])
  })

  test.each([
    [['| a | usia | 200 | | |'], 'test_refused'],
    [['| a | usia | 20 | refused | |'], 'test_not_refused'],
    [['| a | usia | 10 | | |', '| | kerja | Tani | | |'], 'test_never_asked'],
    [['| a | usia | 20 | | |', '| | kerja | | not asked | |'], 'test_was_asked'],
    [['| a | n | | | 3 |'], 'test_other_value'],
  ])('%j turns out otherwise', (rows, code) => {
    expect(play(...rows).map(({ fault }) => fault.code)).toEqual([code])
  })
})
