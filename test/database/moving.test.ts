import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { Prisma } from '../../src/database/generated/sqlite/client.ts'
import type { Row, Value } from '../../src/database/link.ts'
import { migrate } from '../../src/database/migrate.ts'
import { compareTable } from '../../src/database/move/compareTable.ts'
import { moveDatabase } from '../../src/database/move/moveDatabase.ts'
import { readTables, type Table } from '../../src/database/move/tables.ts'
import { inTransaction } from '../../src/database/move/target.ts'
import { type Database, openDatabase } from '../../src/database/open.ts'
import { openSoleSqlite } from '../../src/database/soleSqlite.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import { type TestDatabase, testDatabase, testEngine } from './testDatabase.ts'

let folder: string
let path: string
let copies: number
beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder, '0.db')
  copies = 0
})

/**
 * A copy that nobody has open: libsql lets go of a file only when its prepared statements have been collected, and
 * what a process has open is in use also for itself.
 */
function freshSource(): string {
  const before = path
  copies += 1
  path = join(folder, `${copies}.db`)
  copyFileSync(before, path)
  return path
}

/** Does something with the SQLite database. */
async function onSource<T>(work: (database: Database) => Promise<T>): Promise<T> {
  if (existsSync(path)) freshSource()
  const database = await openDatabase(`file:${path}`)
  try {
    await migrate(database)
    return await work(database)
  } finally {
    await database.close()
  }
}

/** The tables of the source as the move sees them. */
async function tablesOfSource(): Promise<Table[]> {
  const source = openSoleSqlite(freshSource())
  try {
    return await readTables(source)
  } finally {
    source.close()
  }
}

test('every model of the schema is moved, after those that it points to', async () => {
  await onSource(async () => {})
  const names = (await tablesOfSource()).map(({ name }) => name)
  expect(names.toSorted()).toEqual(Object.keys(Prisma.ModelName).toSorted())
  for (const [child, parent] of [
    ['Service', 'Unit'],
    ['DraftAnswer', 'Draft'],
    ['Draft', 'SurveyVersion'],
    ['Response', 'SurveyVersion'],
    ['Outgoing', 'Broadcast'],
  ])
    expect(names.indexOf(child ?? '')).toBeGreaterThan(names.indexOf(parent ?? ''))
})

/** Values that are easily lost on the way, by the type of their column. */
const ODD: Record<string, Value[]> = {
  TEXT: ['', 'Ibu "Siti" \\ {NULL}, 🙏🏽', 'Zaman', 'zaman', 'é', 'a\nb\t\u{10ffff}', ' ', 'NULL'],
  INTEGER: [0, 1, 2, 2_147_483_647, -2_147_483_648, 7, 8, 9],
  BIGINT: [
    0,
    2 ** 53 - 1,
    9_223_372_036_854_775_807n,
    -9_223_372_036_854_775_808n,
    5,
    6,
    -1_001_234_567_890,
    7,
  ],
  BOOLEAN: [true, false],
  DATETIME: [
    new Date('2026-11-24T03:04:05.678Z'),
    new Date('1970-01-01T00:00:00Z'),
    new Date('2026-11-24T03:04:05.679Z'),
    new Date('2099-12-31T23:59:59.999Z'),
    new Date('2026-02-28T17:00:00Z'),
  ],
}

/** Puts rows of odd values into every table: each column takes its turn with each value, and with none. */
async function fill(database: Database, tables: readonly Table[]) {
  for (const table of tables) {
    if (table.name === 'Holiday') continue
    const described = await database.read<{ name: string; needed: number } & Row>(
      `SELECT name, "notnull" AS needed FROM pragma_table_info('${table.name}')`,
      [],
    )
    const needed = new Map(described.map((column) => [column.name, Boolean(column.needed)]))
    const references = await database.read<{ from: string; parent: string } & Row>(
      `SELECT "from", "table" AS parent FROM pragma_foreign_key_list('${table.name}')`,
      [],
    )
    for (let row = 0; row < 8; row++) {
      const values: Value[] = []
      for (const { name, type } of table.columns) {
        const parent = references.find(({ from }) => from === name)?.parent
        const [key] = parent ? (tables.find((one) => one.name === parent)?.key ?? []) : []
        const odd = ODD[type] ?? []
        if (parent) {
          const keys = await database.read(`SELECT "${key}" AS "key" FROM "${parent}" ORDER BY "${key}"`, [])
          values.push(keys[row % keys.length]?.key ?? null)
        } else if (row === 7 && !needed.get(name) && !table.key.includes(name)) values.push(null)
        else values.push(odd[row % odd.length] ?? null)
      }
      const names = table.columns.map(({ name }) => `"${name}"`).join(', ')
      await database.write(
        `INSERT OR IGNORE INTO "${table.name}" (${names}) VALUES (${values.map(() => '?').join(', ')})`,
        values,
      )
    }
  }
}

describe.runIf(testEngine === 'postgresql')('a move to PostgreSQL', () => {
  let target: TestDatabase
  beforeEach(async () => {
    target = await testDatabase({ isBare: true })
    onTestFinished(() => target.cleanup())
  })

  const countOf = async (table: string) =>
    (await target.read<{ count: number }>(`SELECT COUNT(*) AS "count" FROM "${table}"`, []))[0]?.count

  test('brings every table with values of all kinds, and counts on from where it was', async () => {
    await onSource(async () => {})
    const tables = await tablesOfSource()
    await onSource((database) => fill(database, tables))
    const { rows, mended } = await moveDatabase(freshSource(), target.address)
    expect(mended).toBe(0)
    for (const [table, count] of Object.entries(rows)) {
      expect([table, count]).toEqual([table, await countOf(table)])
      expect(count).toBeGreaterThan(table === 'Holiday' ? 20 : 4)
    }
    const same = await onSource((database) => database.client.person.findMany({ orderBy: { id: 'asc' } }))
    expect(await target.client.person.findMany({ orderBy: { id: 'asc' } })).toEqual(same)
  })

  test('never gives a number again that was given to something deleted since', async () => {
    await onSource(async ({ client }) => {
      for (const code of ['a', 'b', 'c']) await client.unit.create({ data: { code, name: code } })
      await client.unit.deleteMany({ where: { code: { in: ['b', 'c'] } } })
      await client.broadcast.create({
        data: { kind: 'invitation', payload: '', audience: '', author: 1n, createdAt: new Date(0) },
      })
      await client.broadcast.deleteMany()
    })
    await moveDatabase(freshSource(), target.address)
    expect((await target.client.unit.create({ data: { code: 'd', name: 'd' } })).id).toBe(4)
    const next = { kind: 'invitation', payload: '', audience: '', author: 1n, createdAt: new Date(0) }
    expect((await target.client.broadcast.create({ data: next })).id).toBe(2)
    expect((await target.client.survey.create({ data: { code: 'first', period: 'year' } })).id).toBe(1)
  })

  test('lays responses down in the order of their random names, whatever the order in which they came', async () => {
    const names = Array.from({ length: 50 }, (_, i) => `${(i * 37) % 50}`.padStart(3, '0'))
    await onSource(async ({ client }) => {
      for (const respondent of names) await client.participation.create({ data: { respondent } })
    })
    await moveDatabase(freshSource(), target.address)
    const rows = await target.read<{ respondent: string }>(
      'SELECT "respondent" FROM "Participation" ORDER BY ctid',
      [],
    )
    expect(rows.map(({ respondent }) => respondent)).toEqual(names.toSorted())
  })

  test('leaves out NUL, which PostgreSQL cannot hold, and says how often', async () => {
    await onSource(({ client }) =>
      client.unit.create({ data: { code: 'a', name: 'Dinas\0 Sosial', district: '\0' } }),
    )
    expect((await moveDatabase(freshSource(), target.address)).mended).toBe(2)
    expect(await target.client.unit.findMany()).toMatchObject([{ name: 'Dinas Sosial', district: '' }])
  })

  test('keeps the holidays of the regency, not those of the migration', async () => {
    await onSource(async ({ client }) => {
      await client.holiday.deleteMany()
      await client.holiday.create({ data: { day: '2026-10-12', kind: 'local', name: 'HUT Kabupaten' } })
    })
    await moveDatabase(freshSource(), target.address)
    expect(await target.client.holiday.findMany()).toMatchObject([{ name: 'HUT Kabupaten' }])
  })

  test('is refused when the target has rows, and when a bot runs on the source; nothing is changed', async () => {
    await migrate(target)
    await target.client.unit.create({ data: { code: 'x', name: 'x' } })
    await onSource(({ client }) => client.unit.create({ data: { code: 'a', name: 'a' } }))
    await expect(moveDatabase(freshSource(), target.address)).rejects.toThrow(
      /not empty \(table Unit has rows\)/,
    )
    await target.client.unit.deleteMany()
    const bot = await openDatabase(`file:${freshSource()}`)
    onTestFinished(() => bot.close())
    await expect(moveDatabase(path, target.address)).rejects.toThrow(/is in use: stop the bot first/)
    expect(await countOf('Unit')).toBe(0)
  })

  test('that fails half-way leaves nothing, and repeats no value', async () => {
    await onSource(async (database) => {
      await database.client.unit.create({ data: { code: 'a', name: 'a' } })
      await database.write(`UPDATE "Unit" SET "population" = 123456789012`, [])
    })
    await expect(moveDatabase(freshSource(), target.address)).rejects.toThrow(
      /^Table Unit could not be copied: value "…" is out of range for type integer/,
    )
    expect(await countOf('Unit')).toBe(0)
    expect(await countOf('Holiday')).toBeGreaterThan(20)
  })

  test.each([
    ['is missing', `DELETE FROM "Unit" WHERE "code" = 'b'`, 'row 2'],
    ['is one too many', `INSERT INTO "Unit" ("code", "name") VALUES ('z', 'z')`, 'row 3'],
    ['has another name', `UPDATE "Unit" SET "name" = 'B' WHERE "code" = 'b'`, 'row 2'],
    ['has another district', `UPDATE "Unit" SET "district" = '' WHERE "code" = 'a'`, 'row 1'],
    ['has another isActive', `UPDATE "Unit" SET "isActive" = false WHERE "code" = 'a'`, 'row 1'],
  ])('would notice a row that %s', async (problem, change, where) => {
    await onSource(async ({ client }) => {
      for (const code of ['a', 'b']) await client.unit.create({ data: { code, name: code } })
    })
    await moveDatabase(freshSource(), target.address)
    await target.write(change, [])
    const source = openSoleSqlite(freshSource())
    onTestFinished(() => source.close())
    const table = (await readTables(source)).find(({ name }) => name === 'Unit') as Table
    const comparing = inTransaction(target.address, target.url, (one) => compareTable(source, one, table))
    await expect(comparing).rejects.toThrow(
      `Table Unit is not the same on both sides: ${where} ${problem}. Nothing was kept.`,
    )
  })
})
