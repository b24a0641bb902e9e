import type { Clock } from '../../../clock.ts'
import type { Update, UpdateKind } from '../wire.ts'

const dayMs = 24 * 3600 * 1000
/** Telegram keeps a press that nobody fetched much shorter than a message. */
const callbackMs = 150_000
const unasked: ReadonlySet<string> = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])

export interface WaitingUpdate {
  update: Update
  kind: UpdateKind
  /** Updates with the same queue are delivered by webhook one after another. */
  queue: string
  expiresAt: number
}

/** What happened and was not yet taken by the bot, by polling or by webhook. */
export interface UpdateQueue {
  /** Numbers the update and keeps it; nothing when the bot did not ask for this kind. */
  add(kind: UpdateKind, content: unknown, queue: string): Update | undefined
  /** Forgets everything before this id. */
  confirm(before: number): void
  /** Forgets everything but the last `count`. */
  keepLast(count: number): void
  /** The oldest updates that have not expired; they stay. */
  peek(limit: number): Update[]
  /** Takes everything out, for a webhook to deliver. */
  takeAll(): WaitingUpdate[]
  /** Puts back what a webhook could not deliver. */
  putBack(waiting: WaitingUpdate[]): void
  /** Hands out the last update once more, whatever was confirmed. */
  repeatLast(): boolean
  /** Undefined: all but those that have to be asked for. */
  allow(kinds: readonly string[] | undefined): void
  allowed: readonly string[] | undefined
  size(): number
  /** Called after each addition. */
  onAdded: () => void
}

export function createUpdateQueue(clock: Clock, firstId: number): UpdateQueue {
  let waiting: WaitingUpdate[] = []
  // Removing from the front of an array costs its length; a moving head costs nothing.
  let head = 0
  let nextId = firstId
  let last: WaitingUpdate | undefined
  let repeated: Update[] = []

  function isAllowed(kind: string): boolean {
    return queue.allowed ? queue.allowed.includes(kind) : !unasked.has(kind)
  }

  function shrink() {
    if (head < 1000 || head * 2 < waiting.length) return
    waiting = waiting.slice(head)
    head = 0
  }

  const queue: UpdateQueue = {
    allowed: undefined,
    onAdded: () => undefined,

    add(kind, content, queueName) {
      if (!isAllowed(kind)) return undefined
      const update: Update = { update_id: nextId++, [kind]: content }
      const lifetime = kind === 'callback_query' ? callbackMs : dayMs
      last = { update, kind, queue: queueName, expiresAt: clock.now().getTime() + lifetime }
      waiting.push(last)
      queue.onAdded()
      return update
    },

    confirm(before) {
      for (let next = waiting[head]; next && next.update.update_id < before; next = waiting[head]) head++
      shrink()
    },

    keepLast(count) {
      head = Math.max(head, waiting.length - count)
      shrink()
    },

    peek(limit) {
      const now = clock.now().getTime()
      const found = repeated.splice(0, limit)
      for (let next = waiting[head]; next && next.expiresAt <= now; next = waiting[head]) head++
      for (let index = head; index < waiting.length && found.length < limit; index++) {
        const next = waiting[index]
        if (next && next.expiresAt > now) found.push(next.update)
      }
      return found
    },

    takeAll() {
      const taken = waiting.slice(head)
      for (const update of repeated) if (last) taken.push({ ...last, update })
      waiting = []
      repeated = []
      head = 0
      return taken
    },

    putBack(returned) {
      waiting = [...returned, ...waiting.slice(head)].sort((a, b) => a.update.update_id - b.update.update_id)
      head = 0
    },

    repeatLast() {
      if (!last) return false
      repeated.push(last.update)
      queue.onAdded()
      return true
    },

    allow(kinds) {
      queue.allowed = kinds && kinds.length > 0 ? [...kinds] : undefined
    },

    size: () => waiting.length - head + repeated.length,
  }
  return queue
}
