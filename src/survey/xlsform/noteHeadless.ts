import { columnLetters } from '../../spreadsheet/cellAddress.ts'
import type { ProblemList } from './problemList.ts'
import type { TextSheet } from './textSheet.ts'

/** Tells the columns that hold something below no header: they are not read. */
export function noteHeadless({ name, rows }: TextSheet, problems: ProblemList): void {
  const [header, ...others] = rows
  if (!header) return
  const told = new Set<number>()
  for (const { number, cells } of others)
    for (const [at, cell] of cells.entries()) {
      if (told.has(at) || /\S/.test(header.cells[at] ?? '') || !/\S/.test(cell)) continue
      told.add(at)
      problems.warn(
        { sheet: name, row: number },
        { code: 'column_without_header', letter: columnLetters(at) },
      )
    }
}
