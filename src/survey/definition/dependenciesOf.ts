import type { Row } from './survey.ts'

/** What has to be known before a row's value is: the rows it names, and whether what it stands in is relevant. */
export function* dependenciesOf(row: Row): Generator<number> {
  if (row.parent && row.parent.index >= 0) yield row.parent.index
  const { relevant, repeatCount, choiceFilter, initial, definition } = row
  // A calculation with a trigger runs at its trigger only: it may look at its own last result.
  const isTriggered = 'trigger' in definition && definition.trigger !== undefined
  const calculation = isTriggered ? undefined : row.calculation
  for (const expression of [relevant, calculation, repeatCount, choiceFilter])
    for (const index of expression?.references ?? []) if (index >= 0) yield index
  if (typeof initial === 'object') for (const index of initial.references) if (index >= 0) yield index
}

/** The column in which the row names the next one of the circle. */
export function columnOfCycle({ relevant, calculation, repeatCount }: Row, cycle: readonly number[]): string {
  const next = cycle[1] ?? cycle[0] ?? -1
  if (calculation?.references.has(next)) return 'calculation'
  return !relevant?.references.has(next) && repeatCount ? 'repeat_count' : 'relevant'
}
