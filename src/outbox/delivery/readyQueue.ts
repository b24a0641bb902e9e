import { MESSAGE_CLASSES } from '../outgoing.ts'
import type { Task } from './task.ts'

export type ReadyQueue = ReturnType<typeof readyQueue>

/** Messages that only wait for their moment: by class, and within a class in the order in which they came. */
export function readyQueue() {
  const classes: Task[][] = MESSAGE_CLASSES.map(() => [])
  const perChat = new Map<number, number>()

  function count(chat: number, by: number): void {
    const left = (perChat.get(chat) ?? 0) + by
    if (left === 0) perChat.delete(chat)
    else perChat.set(chat, left)
  }

  const size = () => classes.reduce((sum, tasks) => sum + tasks.length, 0)

  return {
    size,

    /** How many there are of this class and those before it. */
    sizeUpTo: (priority: number) =>
      classes.slice(0, priority + 1).reduce((sum, tasks) => sum + tasks.length, 0),

    /** How many wait for the same chat. */
    ofChat: (chat: number) => perChat.get(chat) ?? 0,

    add(task: Task): void {
      classes[task.row.priority]?.push(task)
      count(task.row.chat, 1)
    },

    /** Before all others of its class: it was begun already. */
    addFirst(task: Task): void {
      classes[task.row.priority]?.unshift(task)
      count(task.row.chat, 1)
    },

    /**
     * Takes out the next one whose chat may be written to.
     * @param chatWait milliseconds until a chat may be; nothing while something is under way to it
     * @returns the milliseconds until the first may be, when none is; nothing when there is none to wait for
     */
    take(chatWait: (chat: number) => number | undefined): Task | number | undefined {
      let soonest: number | undefined
      for (const tasks of classes) {
        for (const [index, task] of tasks.entries()) {
          const wait = chatWait(task.row.chat)
          if (wait === undefined) continue
          if (wait > 0) {
            soonest = Math.min(soonest ?? wait, wait)
            continue
          }
          if (index === 0) tasks.shift()
          else tasks.splice(index, 1)
          count(task.row.chat, -1)
          return task
        }
      }
      return soonest
    },

    /** Takes all out, or those that one chat gets. */
    drain(chat?: number): Task[] {
      const isOut = ({ row }: Task) => chat === undefined || row.chat === chat
      const out = classes.flat().filter(isOut)
      for (const [priority, tasks] of classes.entries())
        classes[priority] = tasks.filter((task) => !isOut(task))
      for (const { row } of out) count(row.chat, -1)
      return out
    },
  }
}
