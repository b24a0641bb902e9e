import { describe, expect, test } from 'vitest'
import { readForm } from '../../../src/survey/xlsform/readForm.ts'
import { formSheets } from './formSheets.ts'

const read = (tests: string) =>
  readForm(
    formSheets(`survey
      | type         | name    | label   |
      | text         | nama    | Nama    |
      | begin repeat | anggota | Anggota |
      | integer      | usia    | Usia    |
      | end repeat   |         |         |
      tests
      ${tests}`),
  )

describe('the sheet of tests', () => {
  test('holds scenarios of answers and of what should come of them', () => {
    const { tests, problems } = read(`
      | skenario | bahasa | hari       | pertanyaan      | jawaban | harapan       | nilai |
      | Anak     | id     | 2026-03-15 | nama            | Siti    |               |       |
      |          |        |            | usia            | tua     | ditolak       |       |
      |          |        |            | usia            | 12      |               | 12    |
      |          |        |            | anggota         | yes     |               |       |
      |          |        |            | anggota[2]/usia |         | tidak ditanya |       |
      | Kosong   |        |            | nama            |         |               | kosong |`)
    expect(problems).toEqual([])
    expect(tests).toEqual([
      {
        name: 'Anak',
        row: 2,
        language: 'id',
        day: '2026-03-15',
        steps: [
          { row: 2, question: 'nama', is: 'answer', answer: 'Siti', accepted: true },
          { row: 3, question: 'usia', is: 'answer', answer: 'tua', accepted: false },
          { row: 4, question: 'usia', is: 'answer', answer: '12', accepted: true },
          { row: 4, question: 'usia', is: 'value', value: '12' },
          { row: 5, question: 'anggota', is: 'answer', answer: 'yes', accepted: true },
          { row: 6, question: 'anggota[2]/usia', is: 'not_asked' },
        ],
      },
      { name: 'Kosong', row: 7, steps: [{ row: 7, question: 'nama', is: 'value', value: '' }] },
    ])
  })

  test.each([
    ['| scenario | answer |\n| a | b |', ['missing_column']],
    ['| scenario | question | answer |\n| a | namma | b |', ['test_unknown_question']],
    ['| scenario | question | answer |\n| a | | b |', ['test_without_question']],
    ['| scenario | question | expect |\n| a | nama | semoga |', ['test_bad_expectation']],
    ['| scenario | question | answer |\n| a | nama | |', ['test_without_step']],
    ['| scenario | question | answer | day |\n| a | nama | b | 15/3/2026 |', ['test_bad_date']],
  ])('%j is told to its author', (text, codes) => {
    expect(read(text).problems.map(({ code }) => code)).toEqual(codes)
  })

  test('suggests the question that was meant', () => {
    expect(read('| scenario | question | answer |\n| a | nam | b |').problems[0]).toMatchObject({
      similar: 'nama',
      row: 2,
    })
  })
})
