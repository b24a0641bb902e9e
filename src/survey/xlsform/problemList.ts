import type { FormFault, FormPlace, FormProblem } from './formProblem.ts'

/** Problems of one kind that are told one by one; of further ones only the number is. */
const MOST_OF_A_KIND = 40

/** Takes note of problems. */
export interface ProblemList {
  error(place: FormPlace, fault: FormFault): void
  warn(place: FormPlace, fault: FormFault): void
  add(problem: FormProblem): void
  /** Whether one more of this kind would still be told: saves looking for a similar name in vain. */
  isTold(code: FormProblem['code']): boolean
  /** All noted so far. */
  all(): FormProblem[]
}

/** A list that stays readable however many problems there are. */
export function problemList(): ProblemList {
  const told: FormProblem[] = []
  const counts = new Map<string, number>()
  const untold = new Map<string, FormProblem & { code: 'and_more' }>()

  function add(problem: FormProblem): void {
    const count = (counts.get(problem.code) ?? 0) + 1
    counts.set(problem.code, count)
    if (count <= MOST_OF_A_KIND) told.push(problem)
    else {
      const { sheet, severity } = problem
      untold.set(problem.code, { sheet, severity, code: 'and_more', count: count - MOST_OF_A_KIND })
    }
  }

  return {
    add,
    error: (place, fault) => add({ ...place, severity: 'error', ...fault }),
    warn: (place, fault) => add({ ...place, severity: 'warning', ...fault }),
    isTold: (code) => (counts.get(code) ?? 0) < MOST_OF_A_KIND,
    all: () => [...told, ...untold.values()],
  }
}
