import { workbookBytes } from '../../src/spreadsheet/workbookBytes.ts'

/**
 * A workbook of sheets written as tables: cells between bars, the first row a header, blank lines and indents not
 * counting.
 */
export async function workbookOf(sheets: Record<string, string>): Promise<Buffer> {
  const tables = Object.entries(sheets).map(([name, table]) => {
    const [header = [], ...rows] = table
      .trim()
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
    return { name, columns: header.map((title) => ({ header: title })), rows }
  })
  return workbookBytes(tables)
}
