import type { Clock } from '../clock.ts'

/** Whether this instance should get work, and what keeps it from it. */
export interface Readiness {
  ready: boolean
  database: 'ok' | 'unreachable'
  /** `newer`: another version of the program has changed the database since. */
  migrations: 'ok' | 'unknown' | 'missing' | 'newer'
  telegram: 'ok' | 'unreachable'
  stopping: boolean
}

/** How long an answer is given again: whoever asks often must not be a burden. */
const FRESH_MS = 1_000
/** How long Telegram is believed to be there after it last answered. */
const TELEGRAM_MS = 60_000
/** Whatever takes longer is not ready. */
const PATIENCE_MS = 3_000

/**
 * Looks whether everything is there that an update needs.
 * @param parts.lastAnswer when Telegram last answered, in milliseconds since 1970
 */
export function readinessOf(parts: {
  clock: Clock
  migrationState: () => Promise<'ok' | 'missing' | 'newer'>
  lastAnswer: () => number
  askTelegram: () => Promise<unknown>
  isStopping: () => boolean
}): () => Promise<Readiness> {
  const { clock, migrationState, lastAnswer, askTelegram, isStopping } = parts
  let last: { at: number; answer: Promise<Omit<Readiness, 'ready' | 'stopping'>> } | undefined

  async function look() {
    const [migrations, telegram] = await Promise.all([
      inTime(migrationState()).catch(() => 'unknown' as const),
      telegramState(),
    ])
    const database = migrations === 'unknown' ? ('unreachable' as const) : ('ok' as const)
    return { database, migrations, telegram }
  }

  async function telegramState(): Promise<Readiness['telegram']> {
    if (clock.now().getTime() - lastAnswer() < TELEGRAM_MS) return 'ok'
    return inTime(askTelegram()).then(
      () => 'ok' as const,
      () => 'unreachable' as const,
    )
  }

  return async () => {
    const now = clock.now().getTime()
    if (!last || Math.abs(now - last.at) >= FRESH_MS) last = { at: now, answer: look() }
    const found = await last.answer
    const stopping = isStopping()
    const isSound = found.database === 'ok' && found.migrations === 'ok' && found.telegram === 'ok'
    return { ready: isSound && !stopping, ...found, stopping }
  }
}

/** @throws when it takes too long; the work itself goes on, and its end is of no interest any more */
async function inTime<T>(work: Promise<T>): Promise<T> {
  const { promise: late, reject } = withReject()
  const timer = setTimeout(() => reject(new Error('too slow')), PATIENCE_MS)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

function withReject(): { promise: Promise<never>; reject: (fault: Error) => void } {
  let reject: (fault: Error) => void = () => {}
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse
  })
  return { promise, reject }
}
