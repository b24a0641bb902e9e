import { describe, expect, test } from 'vitest'
import { checkDefinition } from '../../../src/survey/definition/checkDefinition.ts'
import { allProblems } from '../../../src/survey/xlsform/allProblems.ts'
import type { FormProblem } from '../../../src/survey/xlsform/formProblem.ts'
import { formProblemText } from '../../../src/survey/xlsform/formProblemText.ts'
import { readForm } from '../../../src/survey/xlsform/readForm.ts'
import { LANGUAGES, loadTexts } from '../../../src/texts.ts'
import { formSheets } from './formSheets.ts'

const texts = await loadTexts()
const [indonesian, english] = [texts('id'), texts('en')]
const place = { sheet: 'survey', row: 12, column: 'relevant', severity: 'error' as const }

describe('a problem', () => {
  test.each<[FormProblem, string, string]>([
    [
      { ...place, code: 'unknown_name', name: 'umur_anak', similar: 'usia_anak' },
      `Lembar survey, baris 12, kolom relevant: Nama \${umur_anak} tidak ada. Mungkin maksudnya \${usia_anak}.`,
      `Sheet survey, row 12, column relevant: There is no name \${umur_anak}. Perhaps you meant \${usia_anak}.`,
    ],
    [
      { ...place, code: 'cycle', names: ['a', 'b'] },
      `Lembar survey, baris 12, kolom relevant: Rumus saling menunggu dan tidak dapat dihitung: \${a} → \${b}. Mohon putuskan lingkaran itu.`,
      `Sheet survey, row 12, column relevant: The expressions wait for each other and cannot be worked out: \${a} → \${b}. Break the circle.`,
    ],
    [
      { ...place, code: 'bad_reference', found: `\${usia` },
      `Lembar survey, baris 12, kolom relevant: \${usia tidak dapat dibaca. Tulis nama pertanyaan di antara kurung kurawal, contoh: \${usia}.`,
      `Sheet survey, row 12, column relevant: \${usia cannot be read. Write the name of a question between the braces, for example \${usia}.`,
    ],
    [
      { sheet: 'choices', row: 3, severity: 'error', code: 'too_many_choices', list: 'desa', most: 10_000 },
      'Lembar choices, baris 3: Daftar desa memuat lebih dari 10000 pilihan. Mohon bagi menjadi beberapa daftar.',
      'Sheet choices, row 3: The list desa has more than 10000 choices. Split it into several lists.',
    ],
    [
      { sheet: 'choices', severity: 'error', code: 'missing_column', wanted: 'list_name', similar: 'list' },
      'Lembar choices: Kolom list_name tidak ada. Mohon tulis list_name sebagai judul kolom di baris pertama. Mungkin maksudnya list.',
      'Sheet choices: The column list_name is missing. Write list_name as a header in the first row. Perhaps you meant list.',
    ],
  ])('%j is told in both languages', (problem, id, en) => {
    expect(formProblemText(indonesian, problem)).toBe(id)
    expect(formProblemText(english, problem)).toBe(en)
  })

  test('shows what the author wrote as it was written', () => {
    const problem: FormProblem = { ...place, code: 'unknown_type', type: '<b>{{row}}</b> & "x"' }
    for (const language of LANGUAGES)
      expect(formProblemText(texts(language), problem)).toContain('<b>{{row}}</b> & "x"')
  })
})

describe('all problems of a form', () => {
  const form = readForm(
    formSheets(`survey
      | type            | name  | label      | relevant       | repeat_count |
      | text            | nama a | Halo \${sipa} | \${nama a} = 1 |            |
      | select_one kota | kota  | Kota       | \${kotta} = 1  |              |
      | begin repeat    | r     | R          |                | count(\${tiada}) |
      | integer         | n     |            |                |              |
      | end repeat      |       |            |                |              |
      choices
      | list_name | name | label   |
      | kota      | a    | \${apa} |`),
  )
  const problems = form.definition ? allProblems(form, checkDefinition(form.definition).problems) : []

  test('stand where the author finds them, errors first', () => {
    expect(
      problems.map(({ severity, sheet, row, column, code }) => [severity, sheet, row, column, code]),
    ).toEqual([
      ['error', 'survey', 2, 'name', 'invalid_name'],
      ['error', 'survey', 2, 'relevant', 'bad_reference'],
      ['error', 'survey', 2, 'label', 'unknown_name'],
      ['error', 'survey', 3, 'relevant', 'unknown_name'],
      ['error', 'survey', 4, 'repeat_count', 'unknown_name'],
      ['error', 'choices', 2, 'label', 'unknown_name'],
      ['warning', 'survey', 5, 'label', 'no_label'],
    ])
  })

  test('leave out what only follows from another', () => {
    const named = readForm(
      formSheets(`survey
        | type | name | label | relevant |
        | text | 1a   | A     |          |
        | text | b    | B     | \${a} = 1 |`),
    )
    const found = {
      code: 'unknown_name',
      severity: 'error',
      place: { in: 'survey', row: 1, column: 'relevant' },
    } as const
    expect(allProblems(named, [{ ...found, name: '1a' }]).map(({ code }) => code)).toEqual(['invalid_name'])
    expect(allProblems(named, [{ ...found, name: 'a' }]).map(({ code }) => code)).toEqual([
      'invalid_name',
      'unknown_name',
    ])
  })

  test('of words name the header as the file has it', () => {
    const { locate } = readForm(
      formSheets(`survey
        | Type | Name | Caption::Bahasa Indonesia (id) |
        | text | a    | A |
        settings
        | Form Title |
        | A |`),
    )
    expect(locate({ in: 'survey', row: 0, column: 'label', language: 'Bahasa Indonesia (id)' })).toEqual({
      sheet: 'survey',
      row: 2,
      column: 'Caption::Bahasa Indonesia (id)',
    })
    expect(locate({ in: 'settings', column: 'form_title' })).toEqual({
      sheet: 'settings',
      row: 2,
      column: 'Form Title',
    })
    expect(locate({ in: 'survey', row: 99, column: 'hint' })).toEqual({
      sheet: 'survey',
      row: 1,
      column: 'hint',
    })
  })
})
