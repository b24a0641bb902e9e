import { clip } from '../../message/clip.ts'
import { type Html, html, joinHtml } from '../../message/html.ts'
import { formatNumber } from '../../numbers.ts'
import type { Speak } from '../../texts.ts'
import type { SurveyChange } from './surveyChange.ts'

/** Changes told in a message; more are only counted. */
const MOST_TOLD = 12
const LONGEST_WORDS = 60

/** What a new version changes, and what that means for results. */
export function changesText(speak: Speak, changes: readonly SurveyChange[]): Html {
  if (changes.length === 0) return speak.html('life.noChanges')
  const lines = changes.slice(0, MOST_TOLD).map(({ type, ...words }) => {
    const values = Object.entries(words).map(([name, value]) => [name, clip(value, LONGEST_WORDS)])
    return speak.html(`surveyChange.${type}`, Object.fromEntries(values))
  })
  const others = changes.length - lines.length
  return joinHtml([
    html`<b>${speak.plain('life.newQuestions')}</b>`,
    ...lines,
    others > 0 && speak.html('life.moreChanges', { count: formatNumber(others, speak.language) }),
  ])
}
