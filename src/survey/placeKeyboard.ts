import type { Message, Reply } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import type { Turn } from './turn.ts'

/** Whether a turn ends with the question for a place. */
export const asksForPlace = (turn: Turn): boolean =>
  'interview' in turn &&
  'ask' in turn.interview &&
  turn.interview.ask.kind === 'question' &&
  turn.interview.ask.row.definition.type === 'geopoint'

/** The button of the phone that shares where it is: Telegram has it only in place of the keyboard. */
const offered = (speak: Speak): Message => ({
  html: speak.html('place.offer'),
  keyboard: { rows: [[{ text: speak.plain('place.share'), shares: 'location' }]] },
})

const putAway = (speak: Speak): Message => ({ html: speak.html('place.over'), removeKeyboard: true })

/**
 * A reply with the phone's button for sharing a place brought along after a question that wants one, or put away
 * before anything else.
 * @param isThere whether the person has it before them
 */
export function withPlaceKeyboard(speak: Speak, reply: Reply, turn: Turn, isThere: boolean): Reply {
  if (turn.type === 'problem') return reply
  const isWanted = asksForPlace(turn)
  if (isWanted === isThere) return reply
  const say = reply.say ?? []
  return { ...reply, say: isWanted ? [...say, offered(speak)] : [putAway(speak), ...say] }
}
