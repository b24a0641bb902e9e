import type { CellToWrite } from '../../spreadsheet/sheetToXml.ts'

/** A number, if the text is written as numbers are: `01` is a code, and 1,000 digits are no number to reckon with. */
export function plainNumber(value: string): CellToWrite {
  if (value === '') return null
  const number = Number(value)
  return Number.isFinite(number) && String(number) === value ? number : value
}
