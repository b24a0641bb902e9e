import type { TelegramRefusal } from '../telegram/refusal.ts'

/** What becomes of a message that did not arrive. */
export type Fate =
  /** Everything stops for so many seconds; the message keeps its turn, and no try is counted. */
  | { is: 'wait'; seconds: number }
  /** Another try, so many minutes later. */
  | { is: 'again'; minutes: number; reason: string }
  /** Nobody is there to read it. */
  | { is: 'unreachable' }
  /** The group has another id: the message goes there at once. */
  | { is: 'moved'; to: number }
  | { is: 'failed'; reason: string }
  /** It may have arrived in a group: somebody has to look. */
  | { is: 'unknown'; reason: string }

/** What went wrong with a try. */
export type Trouble =
  | { is: 'refused'; refusal: TelegramRefusal }
  /** Telegram said nothing sensible; perhaps it has the message all the same. */
  | { is: 'unreachable'; mayHaveArrived: boolean }
  /** Our own defect, such as a kind of message that this program does not know. */
  | { is: 'defect' }

/** Minutes before each new try. */
const PAUSES = [1, 5, 15, 60]

/**
 * Decides what becomes of a message after a try that failed.
 * @param tries that failed before this one
 */
export function fateOf(trouble: Trouble, tries: number, isGroup: boolean): Fate {
  switch (trouble.is) {
    case 'unreachable':
      // People may read something twice; a group must not: a prompt would be answered in two places.
      if (isGroup && trouble.mayHaveArrived) return { is: 'unknown', reason: 'the answer was lost' }
      return again(tries, 'Telegram was out of reach')
    case 'defect':
      return again(tries, 'could not be made ready')
    case 'refused':
      return afterRefusal(trouble.refusal)
  }
}

function again(tries: number, reason: string): Fate {
  const minutes = PAUSES[tries]
  return minutes === undefined ? { is: 'failed', reason } : { is: 'again', minutes, reason }
}

function afterRefusal({ refusal, code }: TelegramRefusal): Fate {
  switch (refusal.kind) {
    case 'wait':
      return { is: 'wait', seconds: refusal.seconds }
    case 'gone':
      return { is: 'unreachable' }
    case 'moved':
      return { is: 'moved', to: refusal.to }
    case 'unreadable':
      return { is: 'failed', reason: 'the words could not be read' }
    case 'too-big':
      return { is: 'failed', reason: 'the file is too big' }
    case 'unknown-file':
      return { is: 'failed', reason: 'the file is unknown' }
    case 'not-a-photo':
      return { is: 'failed', reason: 'the picture was refused' }
    case 'unchanged':
    case 'moot':
    case 'other-content':
    case 'refused':
      return { is: 'failed', reason: `refused (${code})` }
  }
}
