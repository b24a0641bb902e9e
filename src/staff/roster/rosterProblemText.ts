import { formatNumber } from '../../numbers.ts'
import type { Speak } from '../../texts.ts'
import type { RosterProblem } from './rosterProblem.ts'

/** One line: where it is, what is wrong there, and how to mend it. */
export function rosterProblemText(speak: Speak, problem: RosterProblem): string {
  const { sheet, row, column, code } = problem
  const values = Object.fromEntries(
    Object.entries(problem).map(([name, value]) => [
      name,
      name === 'most' ? formatNumber(Number(value), speak.language) : String(value),
    ]),
  )
  const what = speak.plain(`rosterProblem.${code}`, values)
  const place = [
    sheet && speak.plain('roster.sheet', { sheet }),
    row !== undefined && speak.plain('roster.row', { row: String(row) }),
    column && speak.plain('roster.column', { column }),
  ].filter(Boolean)
  return place.length > 0 ? `${place.join(', ')}: ${what}` : what
}
