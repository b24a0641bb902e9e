import { longDate } from '../dates.ts'
import type { Message } from '../message/message.ts'
import type { Speak } from '../texts.ts'

/** What somebody hears who comes to a survey that cannot be begun now. */
export function closedMessage(speak: Speak, why: 'paused' | 'closed' | { opensOn: string }): Message {
  if (typeof why === 'object')
    return { html: speak.html('closed.notYet', { day: longDate(why.opensOn, speak.language) }) }
  return { html: speak.html(`closed.${why}`) }
}
