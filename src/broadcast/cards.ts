import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { QuietHours } from '../config.ts'
import type { Message } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import type { Broadcast } from './broadcast.ts'
import { cardMessage, type Progress, waitingOf } from './cardMessage.ts'
import { sendingTime } from './sendingTime.ts'
import type { Broadcasts } from './service.ts'
import type { BroadcastStore } from './store.ts'

export type BroadcastCards = ReturnType<typeof broadcastCards>

/** Cards kept up to date at the same time, at most. */
const MOST_LIVE = 50

/**
 * The cards of broadcasts in their authors' chats, changed in their places while they run. Whoever finds that nothing
 * is left to send also ends the broadcast: the last look at the card is then the final one.
 */
export function broadcastCards(parts: {
  store: BroadcastStore
  broadcasts: Pick<Broadcasts, 'facts' | 'summary' | 'find'>
  edit: (chat: number, message: number, content: Message) => Promise<unknown>
  speakTo: (person: number) => Promise<Speak>
  clock: Clock
  timeZone: string
  perSecond: number
  quietHours: QuietHours | undefined
  log: Logger
}) {
  const { store, broadcasts, edit, speakTo, clock, timeZone, log } = parts
  /** What each card says, so that it is not said again. */
  const shown = new Map<number, string>()
  /** How many were sent at the last look, and when. */
  const looks = new Map<number, { sent: number; at: number }>()

  async function progressOf({ id, state }: Broadcast): Promise<Progress> {
    const summary = await broadcasts.summary(id)
    const now = clock.now()
    const sent = summary.byStatus.sent ?? 0
    const before = looks.get(id)
    const seconds = before ? (now.getTime() - before.at) / 1000 : 0
    if (!before || seconds >= 1) looks.set(id, { sent, at: now.getTime() })
    const perSecond = before && seconds >= 1 ? (sent - before.sent) / seconds : undefined
    if (state !== 'running') return { summary }
    const { begins, isQuiet, ends } = sendingTime(waitingOf(summary), now, parts)
    return {
      summary,
      ends,
      ...(isQuiet && { goesOn: begins }),
      ...(perSecond !== undefined && { perSecond }),
    }
  }

  /** The card as an admin sees it now. */
  async function card(speak: Speak, broadcast: Broadcast): Promise<Message> {
    return cardMessage(speak, await broadcasts.facts(broadcast), await progressOf(broadcast), timeZone)
  }

  async function show(broadcast: Broadcast): Promise<void> {
    const { id, author, cardMessage: message } = broadcast
    if (message === undefined) return
    const content = await card(await speakTo(author), broadcast)
    const said = JSON.stringify(content)
    if (shown.get(id) === said) return
    await edit(author, message, content)
    shown.set(id, said)
  }

  /** Shows it once more, and ends it when nothing is left to be sent. */
  async function look(broadcast: Broadcast): Promise<void> {
    const { id, state, isQueued } = broadcast
    const isOver = state === 'running' && isQueued && waitingOf(await broadcasts.summary(id)) === 0
    if (!isOver) return show(broadcast)
    await show({ ...broadcast, state: 'done' })
    await store.change(id, ['running'], { state: 'done' })
    shown.delete(id)
    looks.delete(id)
  }

  return {
    card,

    /** Shows at once what has changed. Returns at once; a card that cannot be shown is no reason to fail. */
    refresh: (broadcast: Broadcast): Promise<void> =>
      show(broadcast).catch((fault: Error) =>
        log.warn({ broadcast: broadcast.id, fault: fault.message }, 'the card of a broadcast was not shown'),
      ),

    /** Goes through all that are under way. */
    async beat(): Promise<void> {
      for (const broadcast of await store.inStates(['running', 'paused', 'scheduled', 'awaiting'], MOST_LIVE))
        await look(broadcast).catch((fault: Error) =>
          log.warn(
            { broadcast: broadcast.id, fault: fault.message },
            'the card of a broadcast was not shown',
          ),
        )
    },
  }
}
