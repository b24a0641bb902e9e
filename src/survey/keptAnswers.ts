import type { Form } from './interview/form.ts'
import { relevantAnswers } from './interview/interview.ts'
import type { SurveyInfo } from './surveyInfo.ts'

const FILES = new Set(['image', 'audio', 'video', 'file'])

/**
 * What a response keeps: everything that is relevant, by path. The times that a form notes of itself are cut to their
 * day where nobody is named: a time could be matched with when somebody was seen in the chat.
 */
export function keptAnswers(
  form: Form,
  { isNamed }: SurveyInfo,
): { answers: Record<string, string>; files: string[] } {
  const answers: Record<string, string> = {}
  const files: string[] = []
  for (const { item, value } of relevantAnswers(form)) {
    const { type } = item.row.definition
    if (FILES.has(type) && value !== '') files.push(value)
    answers[item.path] = type === 'metadata' && !isNamed ? value.slice(0, 10) : value
  }
  return { answers, files }
}
