import { plainText } from '../message/html.ts'
import type { Message, Reply } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import type { Interview } from './interview.ts'
import { otherUnit } from './openingReply.ts'
import { problemText } from './problemText.ts'
import { answeredMessage, CHOICES_A_PAGE, questionMessage } from './questionMessage.ts'
import { reviewMessage } from './reviewMessage.ts'
import type { Question } from './survey.ts'
import type { Pass, Turn } from './turn.ts'

/**
 * What a person sees after an act in a survey.
 * @param place `here` when the pressed message itself shall show what comes next (going back, changing)
 */
export function turnReply(speak: Speak, turn: Turn, place: 'here' | 'below'): Reply {
  switch (turn.type) {
    case 'at': {
      const message = standing(speak, turn.pass, turn.interview)
      return place === 'here' ? { edit: message } : { say: [message] }
    }
    case 'answered':
      return {
        toast: speak.plain('survey.recorded'),
        edit: answeredMessage(speak, turn.pass, turn.question, turn.value),
        say: [standing(speak, turn.pass, turn.interview)],
      }
    case 'ticked':
      return { edit: standing(speak, turn.pass, turn.interview, pageOf(turn)) }
    case 'problem': {
      const text = problemText(speak, turn.pass.survey, turn.problem)
      return { toast: plainText(text), say: [{ html: text }] }
    }
    case 'stale':
      return stale(speak, turn)
    case 'submitted':
      return {
        edit: { html: speak.html('review.sent') },
        say: [{ html: speak.html('thanks.text', { unit: turn.unit.name }), buttons: [[otherUnit(speak)]] }],
      }
    case 'already':
      return { say: [{ html: speak.html('thanks.alreadySent'), buttons: [[otherUnit(speak)]] }] }
    case 'gone':
      return { toast: speak.plain('fallback.oldButton'), say: [{ html: speak.html('draft.gone') }] }
  }
}

/** The message for where a draft stands: the question to ask, or the review. */
export function standing(speak: Speak, pass: Pass, interview: Interview, page = 0): Message {
  return 'ask' in interview ? questionMessage(speak, pass, interview, page) : reviewMessage(speak, pass, page)
}

/** A late press: a double tap only hears so; an old message loses its buttons and the present question comes again. */
function stale(
  speak: Speak,
  { pass, interview, question, isDoubleTap }: Extract<Turn, { type: 'stale' }>,
): Reply {
  if (isDoubleTap) return { toast: speak.plain('draft.staleRecorded') }
  const value = question && pass.draft.values.get(question.path)
  return {
    toast: speak.plain('draft.stale'),
    ...(value !== undefined && { edit: answeredMessage(speak, pass, question as Question, value) }),
    say: [standing(speak, pass, interview)],
  }
}

/** The page of a long list on which the choice stands that was just ticked. */
function pageOf({ interview, choice }: Extract<Turn, { type: 'ticked' }>): number {
  if (choice === undefined || !('ask' in interview)) return 0
  const before = interview.ask.choices.slice(0, choice).filter(({ retired }) => !retired)
  return Math.floor(before.length / CHOICES_A_PAGE)
}
