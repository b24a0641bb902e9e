import { longDate } from '../dates.ts'
import type { Html } from '../message/html.ts'
import { formatNumber } from '../numbers.ts'
import type { Speak } from '../texts.ts'
import type { Problem } from './answer/reading.ts'
import type { Form } from './interview/form.ts'
import type { Item } from './interview/nodes.ts'
import { wordsOf } from './labelOf.ts'

const MEGABYTE = 1_000_000

/** What is wrong with an answer and what to do, as a kind sentence; the author's own words where there are any. */
export function problemText(speak: Speak, form: Form, item: Item, problem: Problem): Html {
  const { language } = speak
  switch (problem.problem) {
    case 'too_small':
      return speak.html('problem.too_small', { min: formatNumber(problem.min, language) })
    case 'between_steps': {
      const [one, other] = problem.nearest.map((number) => formatNumber(number, language))
      return speak.html('problem.between_steps', { one: one ?? '', other: other ?? '' })
    }
    case 'too_large':
      return speak.html('problem.too_large', { max: formatNumber(problem.max, language) })
    case 'too_early':
      return speak.html('problem.too_early', { min: longDate(problem.min, language) })
    case 'too_late':
      return speak.html('problem.too_late', { max: longDate(problem.max, language) })
    case 'too_long':
      return speak.html('problem.too_long', {
        length: formatNumber(problem.length, language),
        max: formatNumber(problem.max, language),
      })
    case 'several_choices':
      return problem.count === 1
        ? speak.html('problem.perhaps_choice')
        : speak.html('problem.several_choices', { count: formatNumber(problem.count, language) })
    case 'file_too_big':
      return speak.html('problem.file_too_big', { most: formatNumber(problem.most / MEGABYTE, language) })
    case 'constraint':
    case 'needs_answer': {
      const { message } = problem
      const node = item.kind === 'question' ? item : item.parent
      const said = message && wordsOf(speak, form, node, message)
      return said || speak.html(`problem.${problem.problem}`)
    }
    default:
      return speak.html(`problem.${problem.problem}`)
  }
}
