import type { Surveys } from '../service.ts'

/** Questions that a file answers. */
const ANSWERED_BY_FILES = new Set(['file', 'image', 'audio', 'video'])

/** Whether a survey is asking this person for a file: then what they send is its answer, also when they are an admin. */
export async function asksForFile(surveys: Surveys, person: number): Promise<boolean> {
  const question = await surveys.presentQuestion(person)
  return question?.kind === 'question' && ANSWERED_BY_FILES.has(question.row.definition.type)
}
