import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import { TelegramUnreachable } from '../../telegram/api.ts'
import type { Courier } from '../../telegram/courier.ts'
import { TelegramRefusal } from '../../telegram/refusal.ts'
import { MESSAGE_CLASSES } from '../outgoing.ts'
import type { Pace } from '../pace.ts'
import { type Fate, fateOf, type Trouble } from '../retry.ts'
import type { OutboxStore } from '../store.ts'
import { UNREACHABLE } from './admit.ts'
import type { Ending } from './ending.ts'
import type { Ledger } from './ledger.ts'
import type { Observe } from './observe.ts'
import type { ReadyQueue } from './readyQueue.ts'
import type { Task } from './task.ts'

export interface AttemptParts {
  store: Pick<OutboxStore, 'begin' | 'move'>
  queue: ReadyQueue
  ledger: Ledger
  pace: Pace
  /** Time for pacing. */
  now: () => number
  clock: Clock
  courier: Courier
  observe: Observe
  end: Ending
  log: Logger
  holder: () => string
  /** Somebody has stopped the bot, or is gone. */
  onGone: (person: number) => Promise<void>
  /** What may have reached a group or not: somebody has to look. */
  onDoubt: (ids: readonly number[]) => Promise<void>
  /** Messages of which only the beginning has arrived, until their next try. */
  unfinished: Map<number, Task>
}

/** Milliseconds that Telegram may make us wait with what is ready in hand; longer, and it is given back. */
const LONGEST_IN_HAND_MS = 10_000
/** Times that one message in hand is told "too fast" before it is put aside, and for how long. */
const MOST_WAITS = 3
const ASIDE_MS = 60_000
const MOST_UNFINISHED = 100

/** Sends one piece of a message and sees to what becomes of it. Never throws but for the database. */
export function attempts(parts: AttemptParts) {
  const {
    store,
    queue,
    ledger,
    pace,
    now,
    clock,
    courier,
    observe,
    end,
    log,
    holder,
    onGone,
    onDoubt,
    unfinished,
  } = parts

  function giveBack(task: Task, notBefore: Date, reason?: string, tries = task.row.attempts): void {
    const { row, messageId } = task
    if (task.arrived > 0 && unfinished.size < MOST_UNFINISHED) unfinished.set(row.id, task)
    ledger.putBack({
      id: row.id,
      notBefore,
      attempts: tries,
      ...(reason !== undefined && { reason }),
      ...(messageId !== undefined && { messageId }),
    })
  }

  async function meet(fate: Fate, task: Task, begun: number): Promise<void> {
    const row = { ...task.row, messageId: task.messageId ?? task.row.messageId }
    switch (fate.is) {
      case 'wait':
        pace.refused(fate.seconds, begun, now())
        observe.refused429()
        return wait(task, fate.seconds * 1000)
      case 'again':
        giveBack(task, new Date(clock.now().getTime() + fate.minutes * 60_000), fate.reason, row.attempts + 1)
        return
      case 'unreachable':
        if (row.chat > 0) await onGone(row.chat)
        for (const each of queue.drain(row.chat)) end(each.row, 'skipped', UNREACHABLE)
        return end(row, 'skipped', UNREACHABLE)
      case 'moved':
        return move(task, fate.to)
      case 'failed':
        return end(row, 'failed', fate.reason)
      case 'unknown':
        end(row, 'unknown', fate.reason)
        return onDoubt([row.id])
    }
  }

  /** Everything stops by the pace; one that is refused again and again lets the others pass. */
  function wait(task: Task, milliseconds: number): void {
    task.waits = (task.waits ?? 0) + 1
    if (task.waits >= MOST_WAITS)
      giveBack(task, new Date(clock.now().getTime() + milliseconds + ASIDE_MS), 'too fast')
    else if (milliseconds <= LONGEST_IN_HAND_MS) queue.addFirst(task)
    else for (const each of [task, ...queue.drain()]) giveBack(each, each.row.notBefore)
  }

  /** The group has another id now: this message, and all that waits for it, goes there. */
  async function move(task: Task, to: number): Promise<void> {
    const from = task.row.chat
    if (from === to) return end(task.row, 'failed', 'moved to where it was')
    await store.move(from, to)
    for (const each of [task, ...queue.drain(from)].reverse()) {
      const { row } = each
      const pieces = courier(to, each.message, row.thread ?? undefined)
      queue.addFirst({ ...each, row: { ...row, chat: to }, pieces })
    }
  }

  return {
    giveBack,

    async sendPiece(task: Task): Promise<void> {
      const { row } = task
      const begun = now()
      try {
        // What another instance has taken meanwhile is its to send: a group must not get it twice.
        if (row.chat < 0 && !(await store.begin(row.id, holder(), clock.now()))) return
        task.messageId = (await task.pieces[task.arrived]?.()) ?? 0
      } catch (fault) {
        const trouble = troubleOf(fault)
        if (trouble.is === 'unreachable') pace.unreachable(begun, now())
        else pace.reached()
        const fate = fateOf(trouble, row.attempts, row.chat < 0)
        log[fate.is === 'failed' || fate.is === 'unknown' ? 'warn' : 'debug'](
          { kind: row.kind, fate: fate.is, fault: (fault as Error).message },
          'a message of the outbox did not arrive',
        )
        return meet(fate, task, begun)
      }
      pace.reached()
      task.arrived++
      observe.sent(MESSAGE_CLASSES[row.priority] ?? 'bulk', row.kind, (now() - begun) / 1000)
      if (task.arrived < task.pieces.length) return queue.addFirst(task)
      const { id, attempts: tries } = row
      const { messageId, said } = task
      ledger.done({ id, status: 'sent', attempts: tries, sentAt: clock.now(), messageId, said })
    },
  }
}

function troubleOf(fault: unknown): Trouble {
  if (fault instanceof TelegramRefusal) return { is: 'refused', refusal: fault }
  if (fault instanceof TelegramUnreachable) return { is: 'unreachable', mayHaveArrived: fault.mayHaveArrived }
  return { is: 'defect' }
}
