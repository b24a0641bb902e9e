import { clip } from '../../message/clip.ts'
import { joinHtml } from '../../message/html.ts'
import type { Button, Message } from '../../message/message.ts'
import type { Speak } from '../../texts.ts'
import { changesText } from './changesText.ts'
import { rulesText } from './rulesText.ts'
import type { SurveyCard } from './service.ts'

const QUESTIONS = {
  publish: ['life.askPublish', 'life.publish'],
  discard: ['life.askDiscard', 'life.discard'],
  close: ['life.askClose', 'life.close'],
  archive: ['life.askArchive', 'life.archive'],
} as const

/** Steps that are asked about before they are taken. */
export type ConfirmedStep = keyof typeof QUESTIONS

export const isConfirmedStep = (step: string): step is ConfirmedStep => Object.hasOwn(QUESTIONS, step)

/** Asks whether a step is really meant, and says what comes of it. */
export function confirmMessage(speak: Speak, card: SurveyCard, step: ConfirmedStep): Message {
  const { info, title, changes, trial } = card
  const { code: survey } = info
  const [question, yes] = QUESTIONS[step]
  // What is published is the version whose changes stand here, not one that another admin sends meanwhile.
  const press: Button =
    step === 'publish'
      ? { text: speak.plain(yes), press: { do: 'publish-survey', survey, version: trial?.id ?? 0 } }
      : { text: speak.plain(yes), press: { do: 'survey-step', survey, step } }
  return {
    html: joinHtml(
      [
        speak.html(question, { title: clip(title, 200) }),
        // Some of it cannot be changed any more once people have begun to answer.
        step === 'publish' && rulesText(speak, info),
        step === 'publish' && changes && changesText(speak, changes),
      ],
      '\n\n',
    ),
    buttons: [[press], [{ text: speak.plain('life.cancel'), press: { do: 'survey', survey } }]],
  }
}
