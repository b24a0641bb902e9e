import type { Unit } from '../../unit/unit.ts'
import type { SurveyInfo } from '../surveyInfo.ts'

/** Whose responses are looked at. */
export interface Selection {
  info: SurveyInfo
  /** All units, and the regency as a whole, without one. */
  unit?: Unit
  /** All periods without one. */
  period?: string
}

/** How many responses there are of one version, in one period, about one unit. */
export interface Cell {
  version: number
  period: string
  unit: number | null
  n: number
}

/** The cells that belong to a selection. */
export const cellsIn = (cells: readonly Cell[], { unit, period }: Selection): Cell[] =>
  cells.filter(
    (cell) =>
      (unit === undefined || cell.unit === unit.id) && (period === undefined || cell.period === period),
  )

/** Responses in cells. */
export const responsesIn = (cells: readonly Cell[]): number => cells.reduce((sum, { n }) => sum + n, 0)
