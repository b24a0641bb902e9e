import type { FormPlace } from './formProblem.ts'
import type { ProblemList } from './problemList.ts'

const SHAPES: Record<string, RegExp> = {
  integer: /^-?\d+$/,
  decimal: /^-?(?:\d+\.?\d*|\.\d+)$/,
  range: /^-?(?:\d+\.?\d*|\.\d+)$/,
  date: /^\d{4}-\d{2}-\d{2}(?:[T ][\d:.]*)?$/,
  dateTime: /^\d{4}-\d{2}-\d{2}(?:[T ].*)?$/,
  time: /^\d{1,2}:\d{2}/,
  geopoint: /^-?\d+(?:\.\d+)?(?:[ ,]+-?\d+(?:\.\d+)?){1,3}$/,
}

/** Tells a default that no answer of its type could be. */
export function checkDefault(value: string, type: string, place: FormPlace, problems: ProblemList): void {
  if (SHAPES[type]?.test(value) === false)
    problems.warn(place, { code: 'bad_default', value: value.slice(0, 60), type })
}
