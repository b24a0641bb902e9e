import type { Act } from './answering.ts'
import type { Form } from './form.ts'
import { instancesValue } from './instances.ts'
import type { Series } from './nodes.ts'

/**
 * Takes the last instance of a repeat away, with all that was answered in it: one that is added later begins empty.
 * @param isAskedAgain whether the person is asked once more if there is another
 */
export function removeNewest({ answers }: Form, series: Series, isAskedAgain: boolean): Act {
  const count = series.instances().length
  return {
    path: series.path,
    value: instancesValue(Math.max(0, count - 1), false),
    reopens: isAskedAgain,
    dropped: answersInside(answers.values, series, count),
  }
}

/** Whether anything was said about the last instance of a repeat. */
export const isNewestEmpty = ({ answers }: Form, series: Series): boolean =>
  answersInside(answers.values, series, series.instances().length).length === 0

const answersInside = (values: ReadonlyMap<string, string>, { path }: Series, number: number): string[] =>
  [...values.keys()].filter((each) => each.startsWith(`${path}[${number}]/`))
