import type { FormPlace } from './formProblem.ts'
import type { ProblemList } from './problemList.ts'

export interface Range {
  start: number
  end: number
  step: number
}

/** The numbers of a range, from 1 to 10 by 1 unless told. @see pyxform's validators for range */
export function readRange(
  parameters: Record<string, string>,
  place: FormPlace,
  problems: ProblemList,
): Range {
  const start = Number(parameters.start ?? 1)
  const end = Number(parameters.end ?? 10)
  const step = Math.abs(Number(parameters.step ?? 1))
  const isFine = [start, end, step].every(Number.isFinite) && step > 0 && step <= Math.abs(end - start)
  if (isFine) return { start, end, step }
  problems.error(place, { code: 'bad_range' })
  return { start: 1, end: 10, step: 1 }
}
