import type { MigrationList } from '@prisma/schema-engine-wasm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import { readMigrations } from '../../src/database/migrations.ts'
import { openDatabase } from '../../src/database/open.ts'
import { DatabaseProblem } from '../../src/database/problem.ts'
import { insertAnswer, openExampleDraft } from './example.ts'
import { type TestDatabase, testDatabase, testEngine } from './testDatabase.ts'

let database: TestDatabase
let statements: string[]
beforeEach(async () => {
  statements = []
  database = await testDatabase({ onStatement: (sql) => statements.push(sql) })
})
afterEach(() => database.cleanup())

/** The migrations there are, and then these. */
function followedBy(...scripts: string[]): MigrationList {
  const list = readMigrations(testEngine)
  const further = scripts.map((value, i) => ({
    path: `29990101${i.toString().padStart(6, '0')}_step_${i}`,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } },
  }))
  return { ...list, migrationDirectories: [...list.migrationDirectories, ...further] }
}

async function complaint(migrations?: MigrationList): Promise<string> {
  const error = await migrate(database, migrations).then(
    () => undefined,
    (thrown: Error) => thrown,
  )
  expect(error).toBeInstanceOf(DatabaseProblem)
  expect(error?.message).toMatch(/^[^\n]+\.$/)
  return error?.message ?? ''
}

const storedNames = async () =>
  (await database.read<{ name: string }>('SELECT migration_name AS "name" FROM _prisma_migrations', [])).map(
    ({ name }) => name,
  )

test('an ordinary start asks one question and changes nothing', async () => {
  statements.length = 0
  expect(await migrate(database)).toEqual([])
  expect(statements).toHaveLength(1)
})

test('what is new is applied once, in order, and told', async () => {
  const migrations = followedBy(
    'CREATE TABLE "Extra" ("a" TEXT); -- one; two',
    `INSERT INTO "Extra" VALUES ('satu; dua')`,
  )
  expect(await migrate(database, migrations)).toEqual(['29990101000000_step_0', '29990101000001_step_1'])
  expect(await migrate(database, migrations)).toEqual([])
  expect(await database.read('SELECT * FROM "Extra"', [])).toEqual([{ a: 'satu; dua' }])
})

test('a migration that fails is named and undone, with all that came with it', async () => {
  const before = await storedNames()
  const migrations = followedBy(
    'CREATE TABLE "Extra" ("a" TEXT)',
    'CREATE TABLE "More" ("a" TEXT); INSERT INTO "Mor" VALUES (1)',
  )

  const message = await complaint(migrations)
  expect(message).toContain('Migration 29990101000001_step_1 of')
  expect(message).toMatch(/"?Mor"?/)
  expect(message).not.toContain('Extra')

  expect(await storedNames()).toEqual(before)
  await expect(database.read('SELECT * FROM "Extra"', [])).rejects.toThrow()
  expect(await migrate(database)).toEqual([])
  expect(await migrate(database, followedBy('CREATE TABLE "Extra" ("a" TEXT)'))).toHaveLength(1)
})

test('a database that a newer version has used is left alone', async () => {
  await migrate(database, followedBy('CREATE TABLE "Extra" ("a" TEXT)'))
  expect(await complaint()).toMatch(/used by a newer version of Suluh \(migration 29990101000000_step_0\)/)
})

test('a migration that another tool left half done is named', async () => {
  await database.write(`UPDATE _prisma_migrations SET finished_at = NULL`, [])
  const [name] = await storedNames()
  expect(await complaint()).toContain(`Migration ${name} of`)
})

test('a database with tables of another program is left alone', async () => {
  const bare = await testDatabase({ isBare: true })
  await bare.write('CREATE TABLE "Penduduk" ("nik" TEXT)', [])
  await expect(migrate(bare)).rejects.toThrow(/not empty/)
  await expect(bare.client.person.count()).rejects.toThrow()
  await bare.cleanup()
})

describe.runIf(testEngine === 'sqlite')('a table rebuilt in SQLite', () => {
  const rebuild = `PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Draft" AS SELECT * FROM "Draft";
DROP TABLE "Draft";
ALTER TABLE "new_Draft" RENAME TO "Draft";
CREATE UNIQUE INDEX "Draft_id" ON "Draft"("id");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;`

  test('keeps the rows that point to it', async () => {
    const draft = await openExampleDraft(database)
    await database.write(insertAnswer, [draft, 0, 100, 'u1', '4', false])
    await migrate(database, followedBy(rebuild))
    expect(await database.client.draftAnswer.count()).toBe(1)
    expect(await database.read('PRAGMA foreign_keys', [])).toEqual([{ foreign_keys: 1 }])
  })

  test('is refused when rows would point to nothing', async () => {
    const draft = await openExampleDraft(database)
    await database.write(insertAnswer, [draft, 0, 100, 'u1', '4', false])
    expect(await complaint(followedBy('DELETE FROM "Draft"'))).toMatch(
      /rows of table DraftAnswer would point to nothing/,
    )
    expect(await database.client.draft.count()).toBe(1)
  })
})

test('of several instances that start at once, one migrates and the others wait', async () => {
  const bare = await testDatabase({ isBare: true })
  const instances = await Promise.all(Array.from({ length: 4 }, () => openDatabase(bare.address)))
  try {
    const applied = await Promise.all(instances.map((instance) => migrate(instance)))
    expect(applied.map(({ length }) => length).sort()).toEqual([
      0,
      0,
      0,
      readMigrations(testEngine).migrationDirectories.length,
    ])
    for (const { client } of instances) expect(await client.person.count()).toBe(0)
  } finally {
    await Promise.all(instances.map((instance) => instance.close()))
    await bare.cleanup()
  }
})

test('what is stored stays usable by the tools of Prisma', async () => {
  const [row] = await database.read('SELECT * FROM _prisma_migrations', [])
  expect(row).toMatchObject({
    checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
    applied_steps_count: 1,
    finished_at: expect.anything(),
    logs: null,
    rolled_back_at: null,
  })
})
