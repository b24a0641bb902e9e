import { clearTimeout, setTimeout } from 'node:timers'
import pg from 'pg'
import type { Channel } from '../instance/channel.ts'

const NAME = 'suluh'
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 2_000
/** Whatever waits longer than this waits for a server that is not there. */
const LONGEST_QUERY_MS = 5_000
/** What is kept to be told later; who was silent for so long is told that everything may have changed anyway. */
const MOST_UNTOLD = 1_000

/** Gives back first: a lock of the same number that is taken anew must not be given back with it. */
const EXCHANGE = `
  SELECT 0 AS "got", pg_advisory_unlock(key)::text AS "key" FROM unnest($1::bigint[]) AS key
  UNION ALL
  SELECT CASE WHEN pg_try_advisory_lock(key) THEN 1 ELSE 0 END, key::text FROM unnest($2::bigint[]) AS key`

/**
 * The channel over one connection of its own: NOTIFY, and advisory locks of its session, which the server frees when
 * this instance dies. A pooler that shares sessions between clients must not stand in between.
 */
export async function openPostgresqlChannel(config: pg.ClientConfig): Promise<Channel> {
  const listeners: Parameters<Channel['listen']>[0][] = []
  let untold: string[] = []
  let client: pg.Client | undefined
  let sessions = 0
  let isClosed = false
  let last: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let connecting = connect(FIRST_PAUSE_MS)

  async function connect(pause: number): Promise<void> {
    const fresh = new pg.Client({ ...config, query_timeout: LONGEST_QUERY_MS, keepAlive: true })
    // Without a listener a lost connection would end the process.
    fresh.on('error', () => {})
    fresh.on('end', () => cut(fresh))
    fresh.on('notification', ({ processId, payload = '' }) => {
      const isOwn = processId === (fresh as pg.Client & { processID?: number }).processID
      if (!isOwn) for (const { onTold } of listeners) onTold(payload)
    })
    try {
      await fresh.connect()
      // NOTIFY waits for the disk otherwise, and there is nothing of it to be kept.
      await fresh.query(`SET synchronous_commit = off; LISTEN ${NAME}`)
      if (isClosed) return await fresh.end()
      sessions++
      client = fresh
      for (const { onAgain } of listeners) onAgain()
      for (const text of untold.splice(0)) await notify(fresh, text)
    } catch {
      // The next try tells nothing new either: that the database is away shows at every statement.
      await fresh.end().catch(() => undefined)
      again(pause)
    }
  }

  function again(pause: number): void {
    if (isClosed) return
    timer = setTimeout(() => {
      connecting = connect(Math.min(LONGEST_PAUSE_MS, pause * 2))
    }, pause)
  }

  function cut(lost: pg.Client): void {
    if (client !== lost) return
    client = undefined
    again(FIRST_PAUSE_MS)
  }

  /**
   * One question after the other: in this order the others hear and get locks. A connection that answers nothing in
   * time is none any more.
   */
  async function ask<T>(asked: pg.Client, question: () => Promise<T>): Promise<T> {
    const turn = last.then(question)
    last = turn.catch(() => undefined)
    try {
      return await turn
    } catch (fault) {
      if ((fault as { code?: string }).code === undefined) {
        cut(asked)
        asked.end().catch(() => undefined)
      }
      throw fault
    }
  }

  const notify = (on: pg.Client, text: string) =>
    ask(on, () => on.query({ name: 'tell', text: 'SELECT pg_notify($1, $2)', values: [NAME, text] }))

  await connecting
  return {
    session: () => (client ? sessions : undefined),

    async tell(text) {
      try {
        if (client) {
          await notify(client, text)
          return
        }
      } catch {
        // Told on the next line, like everything that comes while there is none.
      }
      untold = [...untold, text].slice(-MOST_UNTOLD)
    },

    async exchangeLocks(returned, wanted) {
      if (!client) throw new Error('the line to the other instances is cut')
      const values = [returned.map(String), wanted.map(String)]
      const line = client
      const { rows } = await ask(line, () =>
        line.query<{ got: number; key: string }>({ name: 'locks', text: EXCHANGE, values }),
      )
      return rows.filter(({ got }) => got === 1).map(({ key }) => BigInt(key))
    },

    listen(listener) {
      listeners.push(listener)
    },

    async close() {
      isClosed = true
      clearTimeout(timer)
      await connecting
      await client?.end().catch(() => undefined)
    },
  }
}
