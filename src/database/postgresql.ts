import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { Channel } from '../instance/channel.ts'
import type { Link, Row, StatementListener, Value } from './link.ts'
import { numberPlaceholders } from './numberPlaceholders.ts'
import { outlastRestarts } from './outlastRestarts.ts'
import { openPostgresqlChannel } from './postgresqlChannel.ts'
import { postgresqlProblem } from './postgresqlProblem.ts'
import { rowTypes, toPostgresql } from './postgresqlValues.ts'
import { DatabaseProblem } from './problem.ts'

/**
 * A bot of one regency keeps few connections busy, and small servers allow a hundred for everybody.
 * Whatever hangs is given up in time, so that a stuck server shows as errors, not as silence. All of it
 * can be set otherwise in the URL, such as `?application_name=…`.
 */
const settings: pg.PoolConfig = {
  max: 5,
  application_name: 'suluh',
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 30_000,
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 30_000,
  keepAlive: true,
}

const { max: _, idleTimeoutMillis: __, ...sessionSettings } = settings

/** Opens a PostgreSQL database and makes sure that it answers. */
export async function openPostgresql(url: string, onStatement?: StatementListener): Promise<Link> {
  const shown = withoutPassword(url)
  const pool = openPool({ ...settings, connectionString: url }, onStatement)
  try {
    await pool.query('SELECT 1')
  } catch (error) {
    await pool.end()
    throw postgresqlProblem(shown, error)
  }
  outlastRestarts(pool)
  const prepare = nameStatements()
  const channels: Channel[] = []

  return {
    engine: 'postgresql',
    url: shown,
    adapters: new PrismaPg(pool),
    async write(sql, values) {
      const result = await pool.query({ ...prepare(sql), values: values.map(toPostgresql) })
      return result.rowCount ?? 0
    },
    async writeTogether(steps) {
      const client = await pool.connect()
      let fault: unknown
      try {
        await client.query('BEGIN')
        for (const { sql, values, needs = 0 } of steps) {
          const { rowCount } = await client.query({ ...prepare(sql), values: values.map(toPostgresql) })
          if ((rowCount ?? 0) >= needs) continue
          await client.query('ROLLBACK')
          return false
        }
        await client.query('COMMIT')
        return true
      } catch (error) {
        fault = error
        // A connection that cannot even roll back is thrown away, and its transaction with it.
        await client.query('ROLLBACK').then(
          () => (fault = undefined),
          () => {},
        )
        throw error
      } finally {
        client.release(fault !== undefined)
      }
    },
    async read<R extends Row>(sql: string, values: readonly Value[]) {
      const result = await pool.query<R>({
        ...prepare(sql),
        values: values.map(toPostgresql),
        types: rowTypes,
      })
      return result.rows
    },
    async openChannel() {
      const channel = await openPostgresqlChannel({ ...sessionSettings, connectionString: url })
      channels.push(channel)
      return channel
    },
    reshape: (work) => reshape(url, onStatement, work),
    async close() {
      await Promise.all(channels.map((channel) => channel.close()))
      // The pool forgets those that still wait for a connection; this one waits behind them. Without a
      // server they have failed, and there is only the pool to end.
      if (pool.waitingCount > 0) await pool.query('SELECT 1').catch(() => {})
      await pool.end()
    },
  }
}

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url)
    parsed.password = ''
    // The driver takes it from here as well.
    for (const name of ['password', 'sslpassword']) parsed.searchParams.delete(name)
    return parsed.href
  } catch {
    throw new DatabaseProblem(
      'DATABASE_URL is not a valid address; write postgresql://user:password@host:5432/name, with special characters of the password percent-encoded.',
    )
  }
}

function openPool(config: pg.PoolConfig, onStatement: StatementListener | undefined): pg.Pool {
  const pool = new pg.Pool(config)
  // A connection lost while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {})
  if (onStatement) pool.on('connect', (client) => listen(client, onStatement))
  return pool
}

function listen(client: pg.PoolClient, onStatement: StatementListener) {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  Object.assign(client, {
    query(...args: unknown[]) {
      const [first] = args
      onStatement(typeof first === 'string' ? first : (first as pg.QueryConfig).text)
      return query(...args)
    },
  })
}

/** Named statements are parsed and planned once per connection. The texts are ours, so they are few. */
function nameStatements() {
  const known = new Map<string, { text: string; name: string }>()
  return (sql: string) => {
    const statement = known.get(sql) ?? { text: numberPlaceholders(sql), name: `suluh_${known.size}` }
    known.set(sql, statement)
    return statement
  }
}

/** The number that Prisma's own tools lock, so that `prisma migrate` by hand waits as well. */
const migrationLock = 72707369

/**
 * One connection, because lock and transaction belong to it. It is closed afterwards, which frees the
 * lock also where Prisma's engine has taken it a second time.
 */
async function reshape<T>(
  url: string,
  onStatement: StatementListener | undefined,
  work: (adapters: PrismaPg) => Promise<T>,
): Promise<T> {
  const alone = { max: 1, idleTimeoutMillis: 0, statement_timeout: 0, idle_in_transaction_session_timeout: 0 }
  const pool = openPool({ ...settings, ...alone, connectionString: url }, onStatement)
  try {
    await pool.query(`SELECT pg_advisory_lock(${migrationLock})`)
    await pool.query('BEGIN')
    const result = await work(scriptsAsOne(new PrismaPg(pool)))
    await pool.query('COMMIT')
    return result
  } finally {
    await pool.end()
  }
}

/** The adapter cuts scripts at every semicolon, also inside comments and texts; the server does not. */
function scriptsAsOne(adapters: PrismaPg): PrismaPg {
  const connect = adapters.connect.bind(adapters)
  adapters.connect = async () => {
    const adapter = await connect()
    adapter.executeScript = async (script) => {
      await adapter.executeRaw({ sql: script, args: [], argTypes: [] })
    }
    return adapter
  }
  return adapters
}
