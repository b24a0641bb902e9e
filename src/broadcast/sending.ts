import type { Clock } from '../clock.ts'
import type { QuietHours } from '../config.ts'
import type { Outbox } from '../outbox/service.ts'
import type { Broadcast, BroadcastState } from './broadcast.ts'
import { lastMoment } from './lastMoment.ts'
import type { AudienceProblem, BroadcastPreviews } from './previews.ts'
import { type StartProblem, startProblem } from './startProblem.ts'
import type { BroadcastStore } from './store.ts'

/** What came of the wish to send. */
export type Sending =
  | { type: 'running' | 'scheduled' | 'awaiting'; broadcast: Broadcast }
  | { type: 'refused'; why: AudienceProblem | StartProblem | 'needs_second_admin' }
  /** It is not being written any more: a double tap, or an old button. */
  | { type: 'not_now' }

/** States in which a broadcast can still be ended. */
const UNDER_WAY = ['awaiting', 'scheduled', 'running', 'paused'] as const satisfies readonly BroadcastState[]

/**
 * The steps of a broadcast after it was written. Each is taken once, by comparing with the state it was seen in.
 * @param onChange told after each change of state, for whoever shows or sends it
 */
export function broadcastSending(parts: {
  store: Pick<BroadcastStore, 'find' | 'change'>
  previews: BroadcastPreviews
  outbox: Pick<Outbox, 'put' | 'hold' | 'release' | 'cancelBroadcast'>
  clock: Clock
  timeZone: string
  quietHours: QuietHours | undefined
  /** Readers above which a second admin has to agree. */
  approvalAbove: number
  admins: ReadonlySet<number>
  onChange: (broadcast: Broadcast) => void
}) {
  const { store, previews, outbox, clock, timeZone, quietHours, approvalAbove, admins } = parts

  /** Tells others of a change, and gives the broadcast as it is now. */
  async function changed(id: number): Promise<Broadcast | undefined> {
    const broadcast = await store.find(id)
    if (broadcast) parts.onChange(broadcast)
    return broadcast
  }

  async function expiryOf(broadcast: Broadcast, start: Date): Promise<Date> {
    const { invitedTo } = await previews.facts(broadcast)
    return lastMoment(start, invitedTo?.info.closesOn, timeZone)
  }

  async function askSecondAdmin({ id, author }: Broadcast): Promise<void> {
    const others = [...admins].filter((admin) => admin !== author)
    await outbox.put(
      others.map((admin) => ({
        key: `broadcast-approval:${id}:${admin}`,
        kind: 'broadcast-approval',
        payload: { broadcast: id },
        chat: admin,
        class: 'urgent',
        timeZone,
        dueAt: clock.now(),
      })),
    )
  }

  async function tellAuthor({ id, author }: Broadcast): Promise<void> {
    const message = { key: `broadcast-decided:${id}`, kind: 'broadcast-decided', payload: { broadcast: id } }
    await outbox.put([{ ...message, chat: author, class: 'urgent', timeZone, dueAt: clock.now() }])
  }

  return {
    askSecondAdmin,

    /**
     * Sends what its author has written: now, or from a moment on; above a number of readers a second admin has to
     * agree first.
     * @param given.card the message in the author's chat that will show how it goes
     */
    async send(draft: Broadcast, given: { startsAt?: Date; card?: number }): Promise<Sending> {
      const { id, author } = draft
      const now = clock.now()
      const startsAt = given.startsAt ?? now
      const late = given.startsAt && startProblem(startsAt, now, quietHours, timeZone)
      if (late) return { type: 'refused', why: late }
      const { problem, count } = await previews.preview({ ...draft, startsAt })
      if (problem) return { type: 'refused', why: problem }
      const needsApproval = count.readers > approvalAbove
      if (needsApproval && ![...admins].some((admin) => admin !== author))
        return { type: 'refused', why: 'needs_second_admin' }
      const type = needsApproval ? 'awaiting' : given.startsAt ? 'scheduled' : 'running'
      const isDone = await store.change(id, ['draft'], {
        // What was counted is what goes out, whatever was changed in another window meanwhile.
        content: draft.content,
        audience: draft.audience,
        state: type,
        startsAt,
        expiresAt: await expiryOf(draft, startsAt),
        ...(given.card !== undefined && { cardMessage: given.card }),
      })
      if (!isDone) return { type: 'not_now' }
      if (type === 'awaiting') await askSecondAdmin(draft)
      return { type, broadcast: (await changed(id)) ?? draft }
    },

    /**
     * The second admin agrees or refuses; never the author.
     * @returns nothing when it does not wait for that (any more), or not for this one
     */
    async decide(person: number, id: number, isApproved: boolean): Promise<Broadcast | undefined> {
      const broadcast = await store.find(id)
      if (broadcast?.state !== 'awaiting' || broadcast.author === person) return undefined
      const now = clock.now()
      const { startsAt: wanted = now } = broadcast
      const startsAt = wanted < now ? now : wanted
      const isDone = await store.change(id, ['awaiting'], {
        state: isApproved ? (startsAt > now ? 'scheduled' : 'running') : 'refused',
        approver: person,
        ...(isApproved && { startsAt, expiresAt: await expiryOf(broadcast, startsAt) }),
      })
      if (!isDone) return undefined
      await tellAuthor(broadcast)
      return changed(id)
    },

    /** Holds what still waits; false when it is not running. */
    async pause(id: number): Promise<boolean> {
      if (!(await store.change(id, ['running'], { state: 'paused' }))) return false
      await outbox.hold(id)
      await changed(id)
      return true
    },

    async resume(id: number): Promise<boolean> {
      if (!(await store.change(id, ['paused'], { state: 'running' }))) return false
      await outbox.release(id)
      await changed(id)
      return true
    },

    /** Ends it for good: what was not sent is not sent any more. */
    async stop(id: number): Promise<boolean> {
      if (!(await store.change(id, UNDER_WAY, { state: 'cancelled' }))) return false
      await outbox.cancelBroadcast(id)
      await changed(id)
      return true
    },
  }
}
