import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hideSmallCells, LEAST_SHOWN } from '../../../src/survey/results/hideSmallCells.ts'

describe('small cells of a split', () => {
  const cases: [name: string, counts: number[][], hidden: string[] | undefined][] = [
    [
      'a table without any is shown whole',
      [
        [10, 20],
        [30, 5],
      ],
      ['..', '..'],
    ],
    [
      'one takes the three corners with it',
      [
        [3, 20],
        [30, 40],
      ],
      ['##', '##'],
    ],
    [
      'one takes the cheapest corners with it, and no more',
      [
        [3, 90, 80],
        [70, 60, 8],
        [9, 50, 40],
      ],
      ['#.#', '...', '#.#'],
    ],
    [
      'four that protect each other take nobody along',
      [
        [2, 3, 80],
        [4, 1, 90],
        [50, 60, 70],
      ],
      ['##.', '##.', '...'],
    ],
    [
      'zeros alone give themselves away, so they take all others along',
      [
        [0, 0, 80],
        [0, 0, 90],
        [50, 60, 70],
      ],
      ['###', '###', '###'],
    ],
    ['a table of one column cannot hide what its sums say', [[3], [20]], undefined],
    ['a table of one row neither', [[3, 20, 30]], undefined],
  ]
  test.each(cases)('%s', (_, counts, hidden) => {
    const found = hideSmallCells(counts)
    expect(found?.map((row) => row.map((cell) => (cell ? '#' : '.')).join(''))).toEqual(hidden)
  })

  const table = (most: number) =>
    fc
      .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.nat(most), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
      .filter((counts) => counts.every((row) => sum(row) > 0) && turned(counts).every((row) => sum(row) > 0))

  test('cannot be worked out from what is shown: another table has the same shown cells and sums', () => {
    fc.assert(
      fc.property(table(8), (counts) => {
        const hidden = hideSmallCells(counts, 3)
        if (!hidden) return
        const possible = valuesOf(counts, hidden)
        for (const [row, cells] of hidden.entries())
          for (const [column, isHidden] of cells.entries()) {
            if (isHidden) expect(possible[row]?.[column]?.size, `${row} ${column}`).toBeGreaterThan(1)
            else expect(counts[row]?.[column]).toBeGreaterThanOrEqual(3)
          }
      }),
      { numRuns: 400 },
    )
  })

  test('end in an answer for tables of any size', () => {
    const any = fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.nat(40), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
    fc.assert(
      fc.property(any, (counts) => {
        const hidden = hideSmallCells(counts)
        for (const [row, cells] of counts.entries())
          for (const [column, count] of cells.entries())
            if (count < LEAST_SHOWN && hidden) expect(hidden[row]?.[column]).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

const sum = (row: readonly number[]) => row.reduce((total, count) => total + count, 0)
const turned = (counts: readonly (readonly number[])[]) =>
  (counts[0] ?? []).map((_, column) => counts.map((row) => row[column] ?? 0))

/** Every value that each hidden cell can have, by trying all tables with the same shown cells and sums. */
function valuesOf(counts: number[][], hidden: boolean[][]): Set<number>[][] {
  const found = counts.map((row) => row.map(() => new Set<number>()))
  const places = hidden.flatMap((row, r) => row.flatMap((isHidden, c) => (isHidden ? [[r, c] as const] : [])))
  const left = {
    rows: counts.map((row, r) => sum(row.filter((_, c) => hidden[r]?.[c]))),
    columns: turned(counts).map((column, c) => sum(column.filter((_, r) => hidden[r]?.[c]))),
  }
  const guess: number[] = []
  const fill = (at: number): void => {
    const place = places[at]
    if (!place) {
      if (left.rows.some(Boolean) || left.columns.some(Boolean)) return
      for (const [index, [r, c]] of places.entries()) found[r]?.[c]?.add(guess[index] ?? 0)
      return
    }
    const [r, c] = place
    const isLastOfRow = !places.slice(at + 1).some(([row]) => row === r)
    const most = Math.min(left.rows[r] ?? 0, left.columns[c] ?? 0)
    for (let value = isLastOfRow ? (left.rows[r] ?? 0) : 0; value <= most; value++) {
      guess[at] = value
      left.rows[r] = (left.rows[r] ?? 0) - value
      left.columns[c] = (left.columns[c] ?? 0) - value
      fill(at + 1)
      left.rows[r] = (left.rows[r] ?? 0) + value
      left.columns[c] = (left.columns[c] ?? 0) + value
    }
  }
  fill(0)
  return found
}
