import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import type { Message } from '../../message/message.ts'
import type { Courier } from '../../telegram/courier.ts'
import type { Pace } from '../pace.ts'
import { fateOf } from '../retry.ts'
import type { WaitingRow } from '../row.ts'
import type { OutboxStore } from '../store.ts'
import type { Admission, admission } from './admit.ts'
import type { Ending } from './ending.ts'
import type { Ledger } from './ledger.ts'
import type { ReadyQueue } from './readyQueue.ts'
import type { Task } from './task.ts'

/** Milliseconds after which a chat that may not be written to yet does not keep its messages in hand any more. */
const LONGEST_CHAT_WAIT_MS = 2_000
/** About what each message adds for the next one to the same chat. */
const CHAT_MS = 1_000

/** Brings what is due into the hand of the deliverer: claimed, looked at, rendered. */
export function filling(parts: {
  store: Pick<OutboxStore, 'due' | 'claim'>
  admit: ReturnType<typeof admission>
  queue: ReadyQueue
  ledger: Ledger
  pace: Pace
  now: () => number
  clock: Clock
  courier: Courier
  end: Ending
  log: Logger
  holder: () => string
  unfinished: Map<number, Task>
  /** Messages in hand at most. */
  most: number
}) {
  const { store, admit, queue, ledger, pace, now, clock, courier, end, log, holder, unfinished, most } = parts

  const room = (priority: number) => Math.max(0, most - queue.sizeUpTo(priority))

  function place(row: WaitingRow, admission: Admission, moment: Date): void {
    const { id, attempts } = row
    switch (admission.is) {
      case 'ready':
        queue.add(taskOf(row, admission.message))
        break
      case 'missed':
        end(row, 'missed', 'too late')
        break
      case 'skipped':
        end(row, 'skipped', admission.reason)
        break
      case 'later':
        ledger.putBack({ id, notBefore: admission.at, reason: admission.reason, attempts })
        break
      case 'defect': {
        const fate = fateOf({ is: 'defect' }, attempts, row.chat < 0)
        if (fate.is !== 'again') {
          end(row, 'failed', 'could not be made ready')
          break
        }
        const notBefore = new Date(moment.getTime() + fate.minutes * 60_000)
        ledger.putBack({ id, notBefore, reason: fate.reason, attempts: attempts + 1 })
      }
    }
  }

  function taskOf(row: WaitingRow, message: Message): Task {
    const said = [...(message.before ?? []), message.html].join('\n\n')
    const pieces = courier(row.chat, message, row.thread ?? undefined)
    return { row, message, said, pieces, arrived: 0 }
  }

  /** One of which the beginning has arrived goes on where it was; this cannot be done after a restart. */
  function goOn(row: WaitingRow): void {
    const task = unfinished.get(row.id)
    unfinished.delete(row.id)
    if (task) {
      queue.add({ ...task, row, waits: 0 })
    } else {
      log.warn({ kind: row.kind }, 'only the beginning of a message arrived before a restart')
      end(row, 'failed', 'only its beginning arrived')
    }
  }

  /** What cannot go to its chat soon makes room for others. */
  function chatBlocked(row: WaitingRow, before: number): number {
    const wait = pace.chatWait(row.chat, now()) + before * CHAT_MS
    return wait > LONGEST_CHAT_WAIT_MS ? wait : 0
  }

  /** @returns how many were taken in hand or settled; 0 when nothing is due any more */
  return async (): Promise<number> => {
    const moment = clock.now()
    const due = await store.due(moment, [room(0), room(1), room(2)])
    if (due.length === 0) return 0
    const claimed = await store.claim(
      due.map(({ id }) => id),
      holder(),
    )
    const perChat = new Map<number, number>()
    const fresh: WaitingRow[] = []
    for (const row of due.filter(({ id }) => claimed.has(id))) {
      const before = queue.ofChat(row.chat) + (perChat.get(row.chat) ?? 0)
      const blocked = chatBlocked(row, before)
      if (blocked > 0) {
        const notBefore = new Date(moment.getTime() + blocked)
        ledger.putBack({ id: row.id, notBefore, reason: 'one after the other', attempts: row.attempts })
        continue
      }
      perChat.set(row.chat, (perChat.get(row.chat) ?? 0) + 1)
      if (row.messageId === null) fresh.push(row)
      else goOn(row)
    }
    const admissions = await admit(fresh, moment)
    for (const [index, row] of fresh.entries()) {
      const admission = admissions[index]
      if (admission) place(row, admission, moment)
    }
    return due.length
  }
}
