import { type ChildProcess, fork } from 'node:child_process'

/** What a process that does something for strangers may take. */
export interface Allowance {
  seconds: number
  /** MB of objects. */
  heapMegabytes: number
}

/** What such a process answers; a fault is a bug of ours. */
export type ProcessAnswer<Answer> = { answer: Answer } | { fault: string }

/**
 * Has a program of our own do something with what a stranger sent, in a process with its own memory, which ends when
 * its time is up: nothing can hang or exhaust this one, or keep it from answering others.
 *
 * @param program a built file that answers one message with a {@link ProcessAnswer}
 * @returns nothing when it wanted more time or memory than it may have
 * @throws when the process cannot be started, or there is a bug in it
 */
export async function inOwnProcess<Order extends object, Answer>(
  program: string,
  order: Order,
  { seconds, heapMegabytes }: Allowance,
): Promise<Answer | undefined> {
  const child = fork(program, {
    // A thread would not do: V8 ends the whole process when an allocation in one of them cannot be had.
    execArgv: [`--max-old-space-size=${heapMegabytes}`, '--max-semi-space-size=8'],
    serialization: 'advanced',
    // What reads strangers' files is told no secrets, and libraries complain of damage in words from the file.
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  try {
    return await answerOf(child, order, seconds)
  } finally {
    process.off('exit', kill)
    kill()
  }
}

function answerOf<Answer>(child: ChildProcess, order: object, seconds: number): Promise<Answer | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), seconds * 1000)
    child.once('message', (message) => {
      const given = message as ProcessAnswer<Answer>
      if ('answer' in given) resolve(given.answer)
      else reject(new Error(`a process for strangers' files failed: ${given.fault}`))
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      // This is how V8 ends a process that would take more memory than it may.
      if (signal === 'SIGABRT' || code === 134) resolve(undefined)
      else reject(new Error(`a process for strangers' files ended with ${signal ?? code}`))
    })
    child.send(order)
  })
}
