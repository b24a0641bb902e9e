import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'

/** Together about six seconds: a restart of the server, but no longer than a person would wait. */
const pauses = [100, 200, 400, 800, 1600, 3200]

/**
 * Makes a pool try again for some seconds when it gets no connection, so that a restart of PostgreSQL
 * costs a delay and not an answer. Only connecting is repeated: whether a statement that was cut off has
 * been carried out nobody knows, so it fails.
 */
export function outlastRestarts(pool: pg.Pool): void {
  const connectOnce = pool.connect.bind(pool) as () => Promise<pg.PoolClient>

  async function connect(): Promise<pg.PoolClient> {
    for (const pause of pauses) {
      try {
        return await connectOnce()
      } catch (error) {
        if (!isPassing(error)) throw error
        await setTimeout(pause)
      }
    }
    return connectOnce()
  }

  // `pool.query` comes this way too, with a callback.
  pool.connect = ((callback?: Callback) => {
    const client = connect()
    if (!callback) return client
    client.then(
      (found) => callback(undefined, found, (error) => found.release(error)),
      (error: Error) => callback(error, undefined, () => {}),
    )
    return undefined
  }) as typeof pool.connect
}

type Callback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (error?: Error) => void,
) => void

/** The server is gone for a moment, is starting or stopping, or has no connection left just now. */
function isPassing(error: unknown): boolean {
  const { code = '', message } = error as { code?: string; message: string }
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P03', '53300'].includes(code) ||
    message.startsWith('Connection terminated')
  )
}
