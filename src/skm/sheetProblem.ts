import { quoted } from './quoted.ts'

/** Excel's own limits. */
const [LAST_ROW, LAST_COLUMN] = [1_048_576, 16_384]

const ATTRIBUTES = String.raw`(?:\s+[\w:]+="[^"<>]*")*\s*`
const EMPTY_CELL = new RegExp(String.raw`<(?:\w+:)?c${ATTRIBUTES}/>`, 'g')
const EMPTY_ROW = new RegExp(String.raw`<(?:\w+:)?row${ATTRIBUTES}(?:/>|>\s*</(?:\w+:)?row>)`, 'g')

/**
 * What keeps a sheet from being read without taking all memory, told from the addresses in its XML alone: the
 * reader fills the rectangle from A1 to the last row and column in use with cells. Cells that are only coloured
 * or framed, often down to the last row there is, do not count.
 */
export function sheetProblem(xml: string, mostCells: number): string | undefined {
  const reach = reachOf(xml)
  if ('problem' in reach) return reach.problem
  if (reach.row * reach.column <= mostCells) return undefined
  const used = reachOf(xml.replace(EMPTY_CELL, '').replace(EMPTY_ROW, ''))
  if ('problem' in used) return used.problem
  if (used.row * used.column <= mostCells) return undefined
  return `a sheet reaches to row ${used.row}, column ${used.column}; delete what lies beside and below the table`
}

function reachOf(xml: string): { row: number; column: number } | { problem: string } {
  let [row, column] = [1, 1]
  for (const [, , address = ''] of xml.matchAll(/(?<!xmlns:)\br\s*=\s*(["'])(.*?)\1/gs)) {
    const [, letters = '', digits = ''] = /^([A-Z]{0,3})(\d{1,7})$/.exec(address) ?? []
    const [cellRow, cellColumn] = [Number(digits), columnNumber(letters)]
    if (digits === '' || cellRow > LAST_ROW || cellColumn > LAST_COLUMN)
      return { problem: `${quoted(address)} is no address of a cell in an Excel sheet` }
    row = Math.max(row, cellRow)
    column = Math.max(column, cellColumn)
  }
  return { row, column }
}

function columnNumber(letters: string): number {
  let number = 0
  for (let index = 0; index < letters.length; index += 1)
    number = number * 26 + letters.charCodeAt(index) - 64
  return number
}
