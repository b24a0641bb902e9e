import type { Button } from '../message/message.ts'
import type { Speak } from '../texts.ts'

/** The ways to the pages around the one that is shown; none when there is only one. */
export function pageButtons(
  speak: Speak,
  here: { draft: string; question: string },
  { page, pages }: { page: number; pages: number },
): Button[][] {
  const row: Button[] = []
  if (page > 0)
    row.push({ text: speak.plain('survey.fewerChoices'), press: { do: 'choices', ...here, page: page - 1 } })
  if (page + 1 < pages)
    row.push({ text: speak.plain('survey.moreChoices'), press: { do: 'choices', ...here, page: page + 1 } })
  return row.length > 0 ? [row] : []
}
