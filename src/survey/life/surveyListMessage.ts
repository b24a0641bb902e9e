import { clip } from '../../message/clip.ts'
import type { Button, Message } from '../../message/message.ts'
import type { Speak } from '../../texts.ts'
import type { SurveyPage } from './service.ts'

const LONGEST_TITLE = 60

/** Surveys to choose one from, page by page; archived ones are on pages of their own. */
export function surveyListMessage(speak: Speak, { surveys, page, pages, isArchive }: SurveyPage): Message {
  const other: Button[] = isArchive
    ? [{ text: speak.plain('life.toList'), press: { do: 'list-surveys', page: 0 } }]
    : [
        { text: speak.plain('template.open'), press: { do: 'survey-templates' } },
        { text: speak.plain('life.toArchive'), press: { do: 'list-archive', page: 0 } },
      ]
  const rows = surveys.map(({ code, title, status, isTried }): Button[] => [
    {
      text: `${isTried ? '🧪 ' : ''}${clip(title, LONGEST_TITLE)} (${speak.plain(`surveyStatus.${status}`)})`,
      press: { do: 'survey', survey: code },
    },
  ])
  const turnTo = (text: string, to: number): Button => ({
    text,
    press: { do: isArchive ? 'list-archive' : 'list-surveys', page: to },
  })
  const turn: Button[] = []
  if (page > 0) turn.push(turnTo(speak.plain('unit.previous'), page - 1))
  if (page + 1 < pages) turn.push(turnTo(speak.plain('unit.more'), page + 1))
  const buttons = [...rows, ...(turn.length > 0 ? [turn] : []), other]
  if (isArchive) return { html: speak.html(rows.length > 0 ? 'life.archived' : 'life.noArchive'), buttons }
  return { html: speak.html(rows.length > 0 ? 'life.list' : 'life.none'), buttons }
}
