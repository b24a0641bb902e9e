import pg from 'pg'
import type { Row } from '../link.ts'
import { postgresqlProblem } from '../postgresqlProblem.ts'
import { rowTypes } from '../postgresqlValues.ts'

/** One connection to PostgreSQL with one transaction on it. */
export interface Target {
  query<R extends Row>(text: string, values?: readonly unknown[]): Promise<R[]>
}

/**
 * Does the work in one transaction, that may take hours: of what fails nothing remains.
 * @param shown the address without its password
 */
export async function inTransaction<T>(
  url: string,
  shown: string,
  work: (target: Target) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'suluh move',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  })
  // A connection that breaks shows in the query under way.
  client.on('error', () => {})
  await client.connect().catch((fault: unknown) => {
    throw postgresqlProblem(shown, fault)
  })
  try {
    await client.query('BEGIN')
    await client.query('SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0')
    const result = await work({
      async query<R extends Row>(text: string, values: readonly unknown[] = []) {
        return (await client.query<R>({ text, values: [...values], types: rowTypes })).rows
      },
    })
    await client.query('COMMIT')
    return result
  } finally {
    // Ends the transaction too, when it has not been committed.
    await client.end()
  }
}
