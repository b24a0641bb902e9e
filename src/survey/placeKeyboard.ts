import type { Message } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import type { Item } from './interview/nodes.ts'
import type { Turn } from './turn.ts'

/** Whether a turn ends with the question for a place. */
export const asksForPlace = (turn: Turn): boolean =>
  'interview' in turn && 'ask' in turn.interview && isPlace(turn.interview.ask)

const isPlace = (item: Item) => item.kind === 'question' && item.row.definition.type === 'geopoint'

/**
 * The messages that bring the phone's button for sharing a place along, behind a question that wants one, or put it
 * away, ahead of anything else. Telegram has that button only in place of the keyboard.
 * @param isThere whether the person has it before them; unknown after a restart
 */
export function placeKeyboard(
  speak: Speak,
  turn: Turn,
  isThere: boolean | undefined,
): { ahead: Message[]; behind: Message[] } {
  const isAnswered = turn.type === 'answered'
  // It closes with its one use: the next place needs it anew.
  if (asksForPlace(turn)) {
    const isOffered = turn.type !== 'problem' && (isAnswered || isThere !== true)
    return { ahead: [], behind: isOffered ? [offered(speak)] : [] }
  }
  const isLeft = turn.type !== 'problem' && (isThere ?? (isAnswered && isPlace(turn.item)))
  return { ahead: isLeft ? [withoutPlaceKeyboard(speak)] : [], behind: [] }
}

/** Puts the button away. */
export const withoutPlaceKeyboard = (speak: Speak): Message => ({
  html: speak.html('place.over'),
  removeKeyboard: true,
})

const offered = (speak: Speak): Message => ({
  html: speak.html('place.offer'),
  keyboard: { rows: [[{ text: speak.plain('place.share'), shares: 'location' }]] },
})
