import { longDate } from '../dates.ts'
import { type Html, html } from '../message/html.ts'
import { formatNumber } from '../numbers.ts'
import type { Speak } from '../texts.ts'
import type { Problem } from './reading.ts'
import type { Survey } from './survey.ts'
import { wordsIn } from './words.ts'

/** What is wrong with an answer and what to do, as a kind sentence. */
export function problemText(speak: Speak, survey: Survey, problem: Problem): Html {
  const { language } = speak
  switch (problem.problem) {
    case 'too_small':
      return speak.html('problem.too_small', { min: formatNumber(problem.min, language) })
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
    case 'constraint':
      if (!problem.message) return speak.html('problem.constraint')
      return html`${wordsIn(problem.message, language, survey.language)}`
    default:
      return speak.html(`problem.${problem.problem}`)
  }
}
