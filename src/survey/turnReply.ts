import { clip } from '../message/clip.ts'
import { joinHtml, plainText } from '../message/html.ts'
import type { Message, Reply } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import { CHOICES_A_PAGE } from './answer/choicesAPage.ts'
import { closedMessage } from './closedMessage.ts'
import { foundMessage } from './foundMessage.ts'
import type { Interview } from './interview/interview.ts'
import type { Item } from './interview/nodes.ts'
import { labelOf } from './labelOf.ts'
import { otherUnit } from './openingReply.ts'
import { problemText } from './problemText.ts'
import { answeredMessage, passedMessage, questionMessage } from './questionMessage.ts'
import { RANKED_A_PAGE } from './rankButtons.ts'
import { ANSWERS_A_PAGE, reviewedItems, reviewMessage } from './reviewMessage.ts'
import { titleOf } from './titleOf.ts'
import { trialMark } from './trialMark.ts'
import type { Pass, Turn } from './turn.ts'

/** Questions named in one message about what is no longer asked. */
const MOST_NAMED = 5
const LONGEST_NAMED = 80

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
        edit: answeredMessage(speak, turn.pass, turn.item, turn.value),
        say: [...hiddenMessage(speak, turn), standing(speak, turn.pass, turn.interview, reviewPageOf(turn))],
      }
    case 'ticked': {
      const message = lastOf(standing(speak, turn.pass, turn.interview, pageOf(turn)))
      const { pass, interview } = turn
      // Who typed looks below what they typed; the question above has had its turn.
      return turn.isTyped && 'ask' in interview
        ? { edit: passedMessage(speak, pass, interview.ask), say: [message] }
        : { edit: message }
    }
    case 'problem': {
      if (turn.problem.problem === 'several_choices' && turn.item.kind === 'question')
        return { say: [foundMessage(speak, turn.pass, turn.item, turn.problem)] }
      const text = problemText(speak, turn.pass.form, turn.item, turn.problem)
      return { toast: plainText(text), say: [{ html: joinHtml([trialMark(speak, turn.pass), text]) }] }
    }
    case 'stale':
      return stale(speak, turn)
    case 'submitted':
      return submitted(speak, turn.pass)
    case 'full':
      return {
        edit: answeredMessage(speak, turn.pass, turn.item, turn.value),
        say: [{ html: speak.html('thanks.full'), buttons: [[otherUnit(speak)]] }],
      }
    case 'already':
      return { say: [{ html: speak.html('thanks.alreadySent'), buttons: [[otherUnit(speak)]] }] }
    case 'closed':
      return { say: [closedMessage(speak, turn.why)] }
    case 'other-terms':
      return { say: [{ html: speak.html('greeting.otherTerms') }] }
    case 'gone':
      return { toast: speak.plain('fallback.oldButton'), say: [{ html: speak.html('draft.gone') }] }
  }
}

/** The message for where a draft stands: the question to ask, or the review. */
export function standing(speak: Speak, pass: Pass, interview: Interview, page = 0): Message {
  return 'ask' in interview
    ? questionMessage(speak, pass, interview, { page })
    : reviewMessage(speak, pass, page)
}

/** The message as it changes in its place: what had to come before it has come. */
export const lastOf = (message: Message): Message => ({ ...message, before: [] })

function submitted(speak: Speak, pass: Pass): Reply {
  const { unit, form, isTrial, info } = pass
  if (isTrial)
    return {
      edit: { html: speak.html('thanks.trialSent') },
      say: [
        {
          html: speak.html('thanks.trial'),
          buttons: [[{ text: speak.plain('life.toCard'), press: { do: 'survey', survey: info.code } }]],
        },
      ],
    }
  const key = info.isNamed ? 'thanks.named' : 'thanks.text'
  return {
    edit: { html: speak.html('review.sent') },
    say: [
      { html: speak.html(key, { unit: unit?.name ?? titleOf(speak, form) }), buttons: [[otherUnit(speak)]] },
    ],
  }
}

/** Says which earlier answers no longer count since this one: nobody shall wonder in the review. */
function hiddenMessage(speak: Speak, { pass, hidden }: Extract<Turn, { type: 'answered' }>): Message[] {
  if (hidden.length === 0) return []
  const called = (item: Item) => `• ${clip(plainText(labelOf(speak, pass.form, item)), LONGEST_NAMED)}`
  const named = hidden.slice(0, MOST_NAMED).map(called)
  const others = hidden.length - named.length
  if (others > 0) named.push(speak.plain('survey.hiddenOthers', { count: others }))
  const words = speak.html('survey.hidden', { questions: named.join('\n') })
  return [{ html: joinHtml([trialMark(speak, pass), words]) }]
}

/** A late press: a double tap only hears so; an old message loses its buttons and the present question comes again. */
function stale(
  speak: Speak,
  { pass, interview, item, isDoubleTap }: Extract<Turn, { type: 'stale' }>,
): Reply {
  if (isDoubleTap) return { toast: speak.plain('draft.staleRecorded') }
  const value = item && pass.draft.values.get(item.path)
  return {
    toast: speak.plain('draft.stale'),
    ...(item !== undefined && value !== undefined && { edit: answeredMessage(speak, pass, item, value) }),
    say: [standing(speak, pass, interview)],
  }
}

/** The page of the review on which the answer stands that was just changed; the first after the last question. */
function reviewPageOf({ pass, item, interview }: Extract<Turn, { type: 'answered' }>): number {
  if ('ask' in interview) return 0
  const asked = reviewedItems(pass.form)
  const place = asked.findIndex(({ path }) => path === item.path)
  return place === asked.length - 1 ? 0 : Math.floor(Math.max(0, place) / ANSWERS_A_PAGE)
}

/** The page of a long list on which the choice stands that was just ticked. */
function pageOf({ pass, interview, choice }: Extract<Turn, { type: 'ticked' }>): number {
  if (choice === undefined || !('ask' in interview) || interview.ask.kind !== 'question') return 0
  const place = pass.form.offered(interview.ask).findIndex(({ index }) => index === choice)
  const size = interview.ask.row.definition.type === 'rank' ? RANKED_A_PAGE : CHOICES_A_PAGE
  return Math.floor(Math.max(0, place) / size)
}
