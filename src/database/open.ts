import type { PrismaClient } from './generated/sqlite/client.ts'
import type { Engine, Link, Row, StatementListener, Step, Value } from './link.ts'
import { DatabaseProblem } from './problem.ts'

/** The one door to what is stored, the same for both engines. */
export interface Database {
  /**
   * Typed as the SQLite client whichever engine runs, because that type lacks what only PostgreSQL can
   * do; so the compiler keeps the code neutral.
   */
  client: PrismaClient
  engine: Engine
  /** Without password, for logs. */
  url: string
  /**
   * The hot path: one prepared statement with `?` placeholders, several times cheaper than Prisma.
   * Writes that wait at the same moment share one commit. It waits for transactions of `client` to
   * end, so inside one use the transaction's own `$executeRaw`, or both wait for each other.
   *
   * @returns how many rows were changed, once they are safe on disk
   */
  write(sql: string, values: readonly Value[]): Promise<number>
  /**
   * Statements that belong together, in one transaction without Prisma's cost.
   * @returns false, with nothing changed, when a step changed fewer rows than it needs to
   */
  writeTogether(steps: readonly Step[]): Promise<boolean>
  /** A query with `?` placeholders; the rows as {@link Row} describes. The same caution as for `write`. */
  read<R extends Row = Row>(sql: string, values: readonly Value[]): Promise<R[]>
  /** Waits for what is under way. Calling it again does no harm. */
  close(): Promise<void>
  /** For `migrate` only. */
  link: Link
}

/**
 * Opens the database at `url`; a SQLite file and its folder are created if missing. The schema is not
 * looked at: `migrate` does that.
 *
 * @param url `file:` and a path (relative to the working directory) or `postgresql://user@host/name`
 * @throws {DatabaseProblem} with a sentence for the operator
 */
export async function openDatabase(
  url: string,
  options: { onStatement?: StatementListener } = {},
): Promise<Database> {
  const link = await openLink(url, options.onStatement)
  try {
    const client = await createClient(link)
    let closing: Promise<void> | undefined
    return {
      client,
      engine: link.engine,
      url: link.url,
      write: link.write,
      writeTogether: link.writeTogether,
      read: link.read,
      link,
      close() {
        closing ??= client.$disconnect().then(() => link.close())
        return closing
      },
    }
  } catch (error) {
    await link.close()
    throw error
  }
}

// Only the engine in use is loaded: each brings its own driver and query compiler.
async function openLink(url: string, onStatement: StatementListener | undefined): Promise<Link> {
  if (/^file:/.test(url)) {
    const { openSqlite } = await import('./sqlite.ts')
    return openSqlite(url, onStatement)
  }
  if (/^postgres(ql)?:/.test(url)) {
    const { openPostgresql } = await import('./postgresql.ts')
    return openPostgresql(url, onStatement)
  }
  throw new DatabaseProblem(
    `DATABASE_URL must begin with "file:" (SQLite, as in file:data/suluh.db) or "postgresql:" ` +
      `(as in postgresql://suluh:password@localhost/suluh), but it is ${JSON.stringify(url.replace(/:.*/s, ':…'))}.`,
  )
}

// A transaction on SQLite waits for its turn on the one connection, so it is given more than Prisma's
// two seconds before it counts as lost.
const transactionOptions = { maxWait: 10_000, timeout: 10_000 }

async function createClient({ engine, adapters }: Link): Promise<PrismaClient> {
  const { PrismaClient } =
    engine === 'sqlite'
      ? await import('./generated/sqlite/client.ts')
      : ((await import(
          './generated/postgresql/client.ts'
        )) as unknown as typeof import('./generated/sqlite/client.ts'))
  return new PrismaClient({ adapter: adapters, transactionOptions, errorFormat: 'minimal' })
}
