import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../src/spreadsheet/cell.ts'
import { cellAddress, columnLetters, columnOfLetters } from '../../src/spreadsheet/cellAddress.ts'
import { cellProblem } from '../../src/spreadsheet/cellProblem.ts'
import { cellText } from '../../src/spreadsheet/cellText.ts'

test.each<[Cell | undefined, string]>([
  [null, ''],
  [undefined, ''],
  ['teks', 'teks'],
  ['a\u00a0b', 'a b'],
  [1, '1'],
  [-0, '0'],
  [0.1, '0.1'],
  [1571011503260001, '1571011503260001'],
  [1e21, '1000000000000000000000'],
  [true, 'TRUE'],
  [false, 'FALSE'],
  [{ date: '2026-03-15' }, '2026-03-15'],
  [{ error: '#N/A' }, '#N/A'],
  [{ uncalculated: true }, ''],
])('the text of %j is %j', (cell, text) => {
  expect(cellText(cell)).toBe(text)
})

describe('an address', () => {
  test.each([
    [1, 0, 'A1'],
    [3, 25, 'Z3'],
    [3, 26, 'AA3'],
    [9, 701, 'ZZ9'],
    [9, 702, 'AAA9'],
    [1_048_576, 16_383, 'XFD1048576'],
  ])('of row %d, column %d is %s', (row, column, address) => {
    expect(cellAddress(row, column)).toBe(address)
  })

  test('names its column and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16_383 }), (column) => {
        expect(columnOfLetters(columnLetters(column))).toBe(column)
      }),
    )
  })
})

test('a cell that cannot be read is told by its place', () => {
  expect(cellProblem({ error: '#N/A' }, 'survey', 4, 2)).toEqual({
    code: 'error_cell',
    sheet: 'survey',
    cell: 'C4',
    error: '#N/A',
  })
  expect(cellProblem({ uncalculated: true }, 'survey', 4, 2)).toEqual({
    code: 'uncalculated_cell',
    sheet: 'survey',
    cell: 'C4',
  })
  for (const cell of [null, undefined, '', 0, false, { date: '2026-03-15' }])
    expect(cellProblem(cell, 'survey', 4, 2)).toBeUndefined()
})
