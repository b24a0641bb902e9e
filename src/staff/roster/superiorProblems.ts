import type { RosterEntry } from '../employee.ts'
import type { RosterFault } from './rosterProblem.ts'

/** An entry with the row it stands in. */
export interface PlacedEntry {
  entry: RosterEntry
  sheet: string
  row: number
}

/** Rows of a circle that are named. */
const MOST_NAMED = 6

/**
 * What is wrong with who is whose superior: somebody who is their own, a circle, or a superior who is not in the
 * roster (who may be from elsewhere: only a warning). Each circle is told once, at its first row.
 */
export function superiorProblems(
  placed: readonly PlacedEntry[],
): { at: PlacedEntry; severity: 'error' | 'warning'; fault: RosterFault }[] {
  const byNip = new Map(placed.map((each) => [each.entry.nip, each]))
  const problems: ReturnType<typeof superiorProblems> = []
  /** Those from whom the way up is known to end. */
  const sound = new Set<PlacedEntry>()

  for (const at of placed) {
    const { nip, superior } = at.entry
    if (superior === null) continue
    if (superior === nip) problems.push({ at, severity: 'error', fault: { code: 'superior_self' } })
    else if (!byNip.has(superior))
      problems.push({ at, severity: 'warning', fault: { code: 'superior_unknown' } })
    const way = new Set<PlacedEntry>()
    let next: PlacedEntry | undefined = at
    while (next && !sound.has(next) && !way.has(next)) {
      way.add(next)
      next = byNip.get(next.entry.superior ?? '')
    }
    if (next && way.has(next) && next.entry.superior !== next.entry.nip) {
      const circle = [...way].slice([...way].indexOf(next))
      const rows = circle.slice(0, MOST_NAMED).map(({ row }) => row)
      const fault = { code: 'superior_circle', rows: rows.join(' → ') } as const
      problems.push({ at: circle[0] ?? at, severity: 'error', fault })
    }
    for (const each of way) sound.add(each)
  }
  return problems
}
