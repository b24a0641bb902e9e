import { longMoment } from '../dates.ts'
import type { Button, Message } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import type { Broadcast } from './broadcast.ts'
import { fingerprint } from './fingerprint.ts'
import { startMoments } from './startMoments.ts'

const MINUTE_MS = 60_000

/** Moments to begin at: two by buttons, any other by typing. */
export function scheduleMessage(speak: Speak, draft: Broadcast, now: Date, timeZone: string): Message {
  const broadcast = draft.id
  const seen = fingerprint(draft)
  const { tomorrow, monday } = startMoments(now, timeZone)
  const at = (moment: Date): Button[] => [
    {
      text: longMoment(moment, timeZone, speak.language),
      press: { do: 'broadcast-at', broadcast, minute: moment.getTime() / MINUTE_MS, seen },
    },
  ]
  return {
    html: speak.html('broadcast.askWhen'),
    buttons: [
      at(tomorrow),
      ...(monday.getTime() === tomorrow.getTime() ? [] : [at(monday)]),
      [{ text: speak.plain('life.back'), press: { do: 'broadcast-send', broadcast, step: 'look', seen } }],
    ],
  }
}
