import { expect, test } from 'vitest'
import indonesian from '../../locales/id.json' with { type: 'json' }
import { spreadsheetProblemMessage } from '../../src/spreadsheet/messages.ts'
import type { CellProblem, SpreadsheetProblem } from '../../src/spreadsheet/spreadsheetProblem.ts'
import { spreadsheetProblemText } from '../../src/spreadsheet/spreadsheetProblemText.ts'
import { loadTexts } from '../../src/texts.ts'

const texts = await loadTexts()

/** A problem of each code, with every value that any of them may have. */
const problems = Object.keys(indonesian.spreadsheet).map(
  (code) =>
    ({
      code,
      most: 32_767,
      megabytes: 10,
      row: 1_234,
      sheet: '<b>\u202esurvey',
      cell: 'C4',
      error: '#N/A',
    }) as SpreadsheetProblem | CellProblem,
)

test.each(problems)('$code is told in both languages and to the operator', (problem) => {
  for (const language of ['id', 'en'] as const)
    expect(spreadsheetProblemMessage(texts(language), problem)).not.toMatch(/\{\{|undefined|<b>/)
  const line = spreadsheetProblemText(problem)
  expect(line).toMatch(/^[^\n\u202e]+$/)
  expect(line).not.toMatch(/undefined|\.$/)
})

test('people read numbers as they write them', () => {
  const problem: SpreadsheetProblem = { code: 'cell_too_long', most: 32_767, sheet: 'survey', cell: 'C4' }
  expect(spreadsheetProblemMessage(texts('id'), problem)).toContain('32.767')
  expect(spreadsheetProblemMessage(texts('en'), problem)).toContain('32,767')
  expect(spreadsheetProblemText(problem)).toBe('sheet "survey", cell C4 has more than 32767 characters')
})

test('a place in CSV has no sheet', () => {
  expect(spreadsheetProblemText({ code: 'too_many_rows', most: 9, sheet: '' })).toBe(
    'the file has more than 9 rows',
  )
  expect(spreadsheetProblemText({ code: 'error_cell', sheet: '', cell: 'A1', error: '#N/A' })).toBe(
    'cell A1 shows the error "#N/A"; mend its formula',
  )
})
