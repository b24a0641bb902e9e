import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine, StatementListener } from '../../src/database/link.ts'
import { migrate } from '../../src/database/migrate.ts'
import { readMigrations } from '../../src/database/migrations.ts'
import { type Database, openDatabase } from '../../src/database/open.ts'
import { seedExample } from '../../src/example/seed.ts'
import { packageRoot } from '../../src/packageRoot.ts'
import { postgresqlPlace } from './postgresqlPlace.ts'
import { sqlitePlace } from './sqlitePlace.ts'

/** A database of one test's own. */
export interface TestDatabase extends Database {
  /** What to put into DATABASE_URL to open it once more, with its password. */
  address: string
  /** Closes and removes it. */
  cleanup(): Promise<void>
}

export interface TestDatabaseOptions {
  /** Without tables, as on the first start. */
  isBare?: boolean
  /** With the example regency, made at this moment. */
  exampleAt?: Date
  onStatement?: StatementListener
}

/** Where databases for tests are kept. Making one copies a migrated template, which is quicker than migrating. */
export interface Place {
  /** Copies the template `key`, made by `fill` if nobody has made it yet. */
  copy(
    key: string,
    fill: (address: string) => Promise<void>,
  ): Promise<{ address: string; remove(): Promise<void> }>
}

/** The engine that tests run on: PostgreSQL when TEST_DATABASE_URL names a server, else SQLite. */
export const testEngine: Engine = process.env.TEST_DATABASE_URL ? 'postgresql' : 'sqlite'

/**
 * A fresh, migrated, empty database: a SQLite file, or a PostgreSQL database on the server that
 * TEST_DATABASE_URL names (its user must be allowed to create databases).
 */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const place = process.env.TEST_DATABASE_URL ? postgresqlPlace(process.env.TEST_DATABASE_URL) : sqlitePlace()
  const { exampleAt } = options
  const { address, remove } = options.isBare
    ? await place.copy('bare', async (template) => (await openDatabase(template)).close())
    : exampleAt
      ? await place.copy(exampleKey(exampleAt), (template) => fillTemplate(template, exampleAt))
      : await place.copy(templateKey(), (template) => fillTemplate(template))
  const database = await openDatabase(address, options)
  return {
    ...database,
    address,
    async cleanup() {
      await database.close()
      await remove()
    },
  }
}

// A template belongs to exactly these migrations, so an old one is never taken for a new one.
function templateKey(): string {
  const migrations = JSON.stringify(readMigrations(testEngine).migrationDirectories)
  return createHash('sha256').update(migrations).digest('hex').slice(0, 16)
}

// What the example is made of stands in many files: any that changed makes another template.
function exampleKey(moment: Date): string {
  const hash = createHash('sha256').update(templateKey()).update(moment.toISOString())
  const sources = join(packageRoot, 'src')
  for (const name of readdirSync(sources, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.ts') && !name.includes('generated')) hash.update(readFileSync(join(sources, name)))
  return hash.digest('hex').slice(0, 16)
}

async function fillTemplate(address: string, exampleAt?: Date) {
  const database = await openDatabase(address)
  try {
    await migrate(database)
    if (exampleAt) await seedExample(database, exampleAt, 'Asia/Jakarta')
  } finally {
    await database.close()
  }
}
