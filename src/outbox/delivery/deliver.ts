import type { Logger } from 'pino'
import type { Beats } from '../../beats.ts'
import type { Clock } from '../../clock.ts'
import type { Lease } from '../../instance/lease.ts'
import type { Courier } from '../../telegram/courier.ts'
import type { Pause } from '../../telegram/pause.ts'
import { MESSAGE_CLASSES } from '../outgoing.ts'
import type { Pace } from '../pace.ts'
import type { OutboxStore } from '../store.ts'
import { type admission, isTooLate } from './admit.ts'
import { attempts } from './attempt.ts'
import { bell } from './bell.ts'
import { endings } from './ending.ts'
import { filling } from './fill.ts'
import { fillAhead } from './fillAhead.ts'
import { openLedger } from './ledger.ts'
import { type Observe, observeNothing } from './observe.ts'
import type { PaceTime } from './paceTime.ts'
import { readyQueue } from './readyQueue.ts'
import type { Task } from './task.ts'

/** Sends what waits in the outbox. */
export interface Delivery {
  /** Begins without waiting for the next beat: something is due now. */
  wake(): void
  /** Sends nothing new, resolves when what is under way has ended and the rest is given back. */
  stop(): Promise<void>
}

export interface DeliveryParts {
  store: Pick<OutboxStore, 'due' | 'claim' | 'begin' | 'done' | 'putBack' | 'recover' | 'move'>
  admit: ReturnType<typeof admission>
  courier: Courier
  pace: Pace
  /** Messages a second that Telegram takes. */
  perSecond: number
  lease: Lease
  instance: string
  onGone: (person: number) => Promise<void>
  onDoubt: (ids: readonly number[]) => Promise<void>
  beats: Beats
  clock: Clock
  pause: Pause
  log: Logger
  observe?: Observe
  /** The time of the pace. */
  time: PaceTime
}

/** Between two looks when nothing is to be done. */
const LOOK_MS = 1_000
/** Messages under way at once, in seconds of work: an answer that takes two seconds must not slow us down. */
const UNDER_WAY = { seconds: 2, least: 8, most: 128 }
/** Messages in hand: about a second of work, read at once. */
const IN_HAND = { least: 10, most: 2_000 }

/**
 * Delivers while this instance has the lease: what is due by class, at Telegram's pace, several at once so that slow
 * answers cost nothing. A message is claimed, looked at once more, rendered and sent, and what became of it is written
 * down at once.
 */
export function openDelivery(parts: DeliveryParts): Delivery {
  const { store, pace, perSecond, lease, instance, clock, log, onDoubt, observe = observeNothing } = parts
  const { now, pause } = parts.time
  const mostUnderWay = Math.min(UNDER_WAY.most, Math.max(UNDER_WAY.least, UNDER_WAY.seconds * perSecond))
  const inHand = Math.min(IN_HAND.most, Math.max(IN_HAND.least, perSecond))
  const queue = readyQueue()
  const unfinished = new Map<number, Task>()
  const changed = bell()
  const stopping = new AbortController()
  let holderNumber = 0
  const holder = () => `${instance}.${holderNumber}`
  const ledger = openLedger({
    store,
    holder,
    pause: parts.pause,
    log,
    ending: stopping.signal,
    onWritten: changed.ring,
  })
  const end = endings({ ledger, observe })
  const shared = { ...parts, observe, end, now, queue, ledger, holder, unfinished }
  const { sendPiece, giveBack } = attempts(shared)

  /** Chats to which something is under way: what comes next may depend on what becomes of it. */
  const busy = new Set<number>()
  /** The term in which everything that others, or a fault, had left behind was taken back. */
  let recoveredIn: number | undefined
  let running: Promise<void> | undefined

  const mayGoOn = () => lease.isHeld() && !stopping.signal.aborted

  /** Under a new name everything that is claimed is nobody's: what a fault had left in the hand, too. */
  async function recover(): Promise<void> {
    const term = lease.term()
    holderNumber++
    const doubtful = await store.recover(holder(), 'the instance that sent it stopped')
    if (doubtful.length > 0) await onDoubt(doubtful)
    recoveredIn = term
  }

  function start(task: Task): void {
    if (task.arrived === 0 && isTooLate(task.row, clock.now())) {
      end(task.row, 'missed', 'too late')
      return
    }
    pace.sent(MESSAGE_CLASSES[task.row.priority] ?? 'bulk', task.row.chat, now())
    busy.add(task.row.chat)
    void sendPiece(task)
      .catch(failRun)
      .finally(() => {
        busy.delete(task.row.chat)
        changed.ring()
      })
  }

  /** A fault of the database: everything under way ends, and the next run takes back what was left. */
  function failRun(fault: unknown): void {
    log.warn({ fault: (fault as Error).message }, 'the delivery of messages was interrupted')
    recoveredIn = undefined
  }

  const ahead = fillAhead({
    fill: filling({ ...shared, most: inHand }),
    isThin: () => queue.size() <= inHand / 2,
    now,
    onChange: changed.ring,
    onFault: failRun,
  })

  /** Sends until nothing is due, or until it may not go on. */
  async function pump(): Promise<void> {
    while (mayGoOn() && recoveredIn === lease.term()) {
      const wait = pace.wait(now())
      // While everything is stopped, nothing is taken in hand: it may be paused or cancelled meanwhile.
      if (wait <= LOOK_MS) ahead.fillIfWanted()
      if (busy.size + ledger.unwritten() >= mostUnderWay) {
        await changed.rung()
      } else if (wait > 0 && !(queue.size() === 0 && ahead.isOver())) {
        await pause(wait, stopping.signal)
      } else {
        const next = queue.take((chat) => (busy.has(chat) ? undefined : pace.chatWait(chat, now())))
        if (typeof next === 'object') start(next)
        else if (next !== undefined) await pause(Math.min(next, LOOK_MS), stopping.signal)
        else if (ahead.isUnderWay() || busy.size > 0) await changed.rung()
        else break
      }
    }
    await ahead.idle()
  }

  async function run(): Promise<void> {
    ahead.ask()
    while (ahead.isAsked() && mayGoOn()) {
      if (recoveredIn !== lease.term()) await recover()
      await pump()
      while (busy.size > 0) await changed.rung()
      for (const task of queue.drain()) giveBack(task, task.row.notBefore)
      await ledger.idle()
    }
  }

  function runOnce(): Promise<void> {
    ahead.ask()
    running ??= run()
      .catch(failRun)
      .finally(() => {
        running = undefined
      })
    return running
  }

  const beat = parts.beats.every(LOOK_MS, runOnce)

  return {
    wake() {
      if (mayGoOn()) void runOnce()
    },
    async stop() {
      stopping.abort()
      changed.ring()
      await beat.stop()
      await running
    },
  }
}
