import { canVary } from './canVary.ts'

/** Answers that a cell of a split needs to be shown: fewer point at people (UU 27/2022). */
export const LEAST_SHOWN = 5

/**
 * Which cells of a table of counts must be hidden when its row and column sums are shown.
 *
 * Hiding the small cells alone would be for show: in a row with one hidden cell, that cell is the row's sum less the
 * others. So further cells are hidden until no hidden cell follows from what is shown (secondary suppression). A
 * hidden cell follows when no other table of counts from 0 on has the same shown cells and the same sums; that is
 * the case exactly when no closed path leads over hidden cells along which counts could be moved, one up, one down,
 * by turns. For each cell that follows, the cheapest such path with four corners is hidden: the one that takes the
 * fewest answers away from the reader.
 *
 * What somebody knows from elsewhere (from two tables about overlapping units, or from the export) is not considered.
 *
 * @param counts rows of equal length; no row and no column may be all 0, for then there is nothing to hide or show
 * @returns true for a cell to hide; nothing when no part of the table can be shown without giving small cells away
 */
export function hideSmallCells(
  counts: readonly (readonly number[])[],
  least = LEAST_SHOWN,
): boolean[][] | undefined {
  const hidden = counts.map((row) => row.map((count) => count < least))
  for (;;) {
    const open = firstCell(hidden, (row, column) => !canVary(counts, hidden, row, column))
    if (!open) return hidden
    const corner = cheapestCorner(counts, hidden, open)
    if (!corner) return undefined
    for (const row of [open.row, corner.row])
      for (const column of [open.column, corner.column]) (hidden[row] as boolean[])[column] = true
  }
}

interface Place {
  row: number
  column: number
}

function firstCell(
  hidden: readonly (readonly boolean[])[],
  isWanted: (row: number, column: number) => boolean,
): Place | undefined {
  for (const [row, cells] of hidden.entries())
    for (const [column, isHidden] of cells.entries())
      if (isHidden && isWanted(row, column)) return { row, column }
  return undefined
}

/** The cell opposite to a hidden one, so that counts can be moved around the four corners between them. */
function cheapestCorner(
  counts: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  { row, column }: Place,
): Place | undefined {
  const at = (r: number, c: number) => counts[r]?.[c] ?? 0
  const price = (r: number, c: number) => (hidden[r]?.[c] ? 0 : at(r, c))
  let best: (Place & { price: number }) | undefined
  for (const [r, cells] of counts.entries()) {
    if (r === row) continue
    for (const [c, opposite] of cells.entries()) {
      if (c === column) continue
      // One up means two down: both must have something to give.
      const isMovable = (at(row, c) > 0 && at(r, column) > 0) || (at(row, column) > 0 && opposite > 0)
      const total = price(row, c) + price(r, column) + price(r, c)
      if (isMovable && (!best || total < best.price)) best = { row: r, column: c, price: total }
    }
  }
  return best
}
