import type { FormPlace } from './formProblem.ts'
import type { ProblemList } from './problemList.ts'

/** The questions in a trigger cell: `${a}`, or several with commas between. */
export function readTrigger(text: string, place: FormPlace, problems: ProblemList): string[] {
  const names: string[] = []
  for (const part of text.split(',')) {
    const trigger = part.trim()
    if (trigger === '') continue
    const name = /^\$\{([^${}\s]+)\}$/.exec(trigger)?.[1]
    if (name !== undefined) names.push(name)
    else problems.error(place, { code: 'bad_trigger', found: trigger.slice(0, 60) })
  }
  return [...new Set(names)]
}
