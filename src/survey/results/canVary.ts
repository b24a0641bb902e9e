/**
 * Whether a hidden cell of a table could hold another count, with the same shown cells, the same sums of rows and
 * columns, and no count below 0. Rows and columns are the nodes of a graph; a hidden cell leads from its row to its
 * column (it can grow), and back if it is above 0 (it can shrink). The cell can change exactly when a path closes a
 * circle with it, for two tables with the same sums differ by such circles only.
 */
export function canVary(
  counts: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  row: number,
  column: number,
): boolean {
  const isShrinkable = (counts[row]?.[column] ?? 0) > 0
  return (
    leadsTo(counts, hidden, { row, column }, { from: 'column', to: 'row' }) ||
    (isShrinkable && leadsTo(counts, hidden, { row, column }, { from: 'row', to: 'column' }))
  )
}

/** Whether a path leads from the cell's column to its row or the other way, without the cell itself. */
function leadsTo(
  counts: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  cell: { row: number; column: number },
  { from, to }: { from: 'row' | 'column'; to: 'row' | 'column' },
): boolean {
  const seen = { row: new Set<number>(), column: new Set<number>() }
  const waiting: { kind: 'row' | 'column'; at: number }[] = [{ kind: from, at: cell[from] }]
  seen[from].add(cell[from])
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { kind, at } = next
    const other = kind === 'row' ? 'column' : 'row'
    const width = kind === 'row' ? (counts[at]?.length ?? 0) : counts.length
    for (let end = 0; end < width; end++) {
      const [row, column] = kind === 'row' ? [at, end] : [end, at]
      if (!hidden[row]?.[column] || seen[other].has(end)) continue
      if (row === cell.row && column === cell.column) continue
      // From a row to a column a cell grows, back it shrinks.
      if (kind === 'column' && (counts[row]?.[column] ?? 0) === 0) continue
      if (other === to && end === cell[to]) return true
      seen[other].add(end)
      waiting.push({ kind: other, at: end })
    }
  }
  return false
}
