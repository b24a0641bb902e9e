import type { Logger } from 'pino'
import type { Channel } from './channel.ts'

/** Does something in the turn of a person: nobody else does anything for them meanwhile. */
export type InTurn = <T>(person: number, work: () => Promise<T>) => Promise<T>

/** Pauses between tries to get a turn that another instance has, in milliseconds; the last one repeats. */
const PAUSES_MS = [2, 5, 10, 20, 50]
/**
 * Who waits longer goes on without: an instance that hangs must not make others hang, and the database still refuses
 * what was decided on something old.
 */
const MOST_TRIES = 200
/** Leaves room for other locks of the program, and keeps clear of Prisma's. */
const TURNS = 0x5355n << 48n

/**
 * One turn of a person at a time in all instances: Telegram brings a message and a press of the same person side by
 * side, perhaps to two instances. All turns that begin or end while a question is under way share the next one, so the
 * busier the instance, the less each costs. Within one instance the order is `inOrder`'s.
 */
export function turnLocks({
  channel,
  pause,
  log,
}: {
  channel: Channel
  pause: (milliseconds: number) => Promise<void>
  log: Logger
}): InTurn {
  let wanted: Wanted[] = []
  let returned: bigint[] = []
  let isAsking = false

  async function ask(): Promise<void> {
    isAsking = true
    // What begins in the same moment is asked for together.
    await new Promise<void>((resolve) => setImmediate(resolve))
    while (wanted.length > 0 || returned.length > 0) {
      const [asked, back] = [wanted, returned]
      wanted = []
      returned = []
      try {
        const got = new Set(
          await channel.exchangeLocks(
            back,
            asked.map(({ key }) => key),
          ),
        )
        for (const { key, settle } of asked) settle(got.has(key) ? 'mine' : 'taken')
      } catch {
        for (const { settle } of asked) settle('unknown')
      }
    }
    isAsking = false
  }

  function begin(key: bigint): Promise<Answer> {
    return new Promise((settle) => {
      wanted.push({ key, settle })
      if (!isAsking) void ask()
    })
  }

  return async (person, work) => {
    const key = TURNS + BigInt(person)
    let answer = await begin(key)
    for (let tries = 0; answer === 'taken' && tries < MOST_TRIES; tries++) {
      await pause(PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)] ?? 0)
      answer = await begin(key)
    }
    if (answer === 'taken') log.warn('another instance does not end a turn; this one goes on without it')
    try {
      return await work()
    } finally {
      if (answer === 'mine') {
        returned.push(key)
        if (!isAsking) void ask()
      }
    }
  }
}

type Answer = 'mine' | 'taken' | 'unknown'

interface Wanted {
  key: bigint
  settle(answer: Answer): void
}
