import type { Logger } from 'pino'
import type { QuietHours } from '../../config.ts'
import type { Message } from '../../message/message.ts'
import type { People, Reader } from '../../person/service.ts'
import { languageOf, type Texts } from '../../texts.ts'
import type { MessageKind } from '../outgoing.ts'
import { openFrom } from '../quietHours.ts'
import type { WaitingRow } from '../row.ts'
import type { OutboxStore } from '../store.ts'

/** What is to be done with a message whose time has come. */
export type Admission =
  | { is: 'ready'; message: Message }
  | { is: 'missed' }
  | { is: 'skipped'; reason: string }
  /** Quiet hours have begun meanwhile. */
  | { is: 'later'; at: Date; reason: string }
  /** It could not be made ready: our defect. */
  | { is: 'defect' }

const WEEK_MS = 7 * 24 * 60 * 60 * 1000
const URGENT = 0

/**
 * Looks at messages just before they are sent, from what is true then: too late, quiet hours, readers who are gone or
 * want nothing, the week's invitations. The database is asked for all of them at once.
 */
export function admission(parts: {
  store: Pick<OutboxStore, 'invitations'>
  people: Pick<People, 'readers'>
  texts: Texts
  kinds: ReadonlyMap<string, MessageKind>
  quietHours: QuietHours | undefined
  invitationsAWeek: number
  log: Logger
}) {
  const { store, people, texts, kinds, quietHours, invitationsAWeek, log } = parts

  /** Those that would be one invitation too many; what is on its way to the same reader counts, too. */
  async function beyondTheWeek(rows: readonly WaitingRow[], now: Date): Promise<ReadonlySet<number>> {
    const invitations = rows.filter(({ isInvitation }) => isInvitation)
    if (invitations.length === 0) return new Set()
    const chats = [...new Set(invitations.map(({ chat }) => chat))]
    const found = await store.invitations(chats, new Date(now.getTime() - WEEK_MS))
    const batch = new Set(invitations.map(({ id }) => id))
    const counts = new Map<number, number>()
    for (const { id, chat } of found) if (!batch.has(id)) counts.set(chat, (counts.get(chat) ?? 0) + 1)
    const beyond = new Set<number>()
    for (const { id, chat } of invitations) {
      const count = counts.get(chat) ?? 0
      if (count >= invitationsAWeek) beyond.add(id)
      else counts.set(chat, count + 1)
    }
    return beyond
  }

  async function render(row: WaitingRow, reader: Reader | undefined, now: Date): Promise<Admission> {
    const kind = kinds.get(row.kind)
    try {
      if (!kind) throw new Error('nobody renders this kind of message')
      const speak = texts(languageOf(reader?.language))
      const spoken = reader?.language ? { ...speak, reads: reader.language } : speak
      const payload: unknown = JSON.parse(row.payload)
      const rendered = await kind.render({ chat: row.chat, payload, speak: spoken, now })
      return 'skip' in rendered
        ? { is: 'skipped', reason: rendered.skip }
        : { is: 'ready', message: rendered }
    } catch (fault) {
      log.error({ kind: row.kind, fault: (fault as Error).message }, 'a message cannot be made ready')
      return { is: 'defect' }
    }
  }

  /** @returns for each row what is to be done, in the same order */
  return async (rows: readonly WaitingRow[], now: Date): Promise<Admission[]> => {
    const readers = await people.readers([
      ...new Set(rows.map(({ chat }) => chat).filter((chat) => chat > 0)),
    ])
    const beyond = await beyondTheWeek(rows, now)
    const openings = new Map<string, Date>()

    function openIn(timeZone: string): Date {
      const open = openings.get(timeZone) ?? openFrom(now, quietHours, timeZone)
      openings.set(timeZone, open)
      return open
    }

    function admit(row: WaitingRow): Admission | Promise<Admission> {
      const reader = readers.get(row.chat)
      if (isTooLate(row, now)) return { is: 'missed' }
      if (reader?.isReachable === false) return { is: 'skipped', reason: UNREACHABLE }
      if (row.priority !== URGENT) {
        if (reader?.isSilent) return { is: 'skipped', reason: 'wants no messages' }
        const at = openIn(row.timeZone)
        if (at > now) return { is: 'later', at, reason: 'quiet hours' }
      }
      if (beyond.has(row.id)) return { is: 'skipped', reason: 'enough invitations this week' }
      return render(row, reader, now)
    }

    return Promise.all(rows.map(admit))
  }
}

/** Whether it is too late for a message. */
export const isTooLate = ({ expiresAt }: WaitingRow, now: Date) => expiresAt !== null && now > expiresAt

/** Why a message was skipped whose reader has stopped the bot, or is gone. */
export const UNREACHABLE = 'unreachable'
