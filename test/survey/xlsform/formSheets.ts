import type { TextSheet } from '../../../src/survey/xlsform/textSheet.ts'

/** Sheets written as tables: a line without bars is the name of a sheet, cells stand between bars. */
export function formSheets(text: string): TextSheet[] {
  const sheets: TextSheet[] = []
  let number = 0
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue
    if (!line.startsWith('|')) {
      sheets.push({ name: line, rows: [] })
      number = 0
      continue
    }
    number += 1
    const cells = line
      .slice(1)
      .replace(/\|$/, '')
      .split('|')
      .map((cell) => cell.trim())
    if (cells.some((cell) => cell !== '')) sheets.at(-1)?.rows.push({ number, cells })
  }
  return sheets
}
