import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Libsql from 'libsql'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { backupSqlite } from '../../src/database/backup/backupSqlite.ts'
import { restoreSqlite } from '../../src/database/backup/restoreSqlite.ts'
import { migrate } from '../../src/database/migrate.ts'
import { type Database, openDatabase } from '../../src/database/open.ts'
import { openSoleSqlite } from '../../src/database/soleSqlite.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import { insertAnswer, openExampleDraft } from './example.ts'

let folder: string
let path: string
let database: Database

beforeEach(async () => {
  folder = temporaryFolder()
  path = join(folder, 'suluh.db')
  database = await openDatabase(`file:${path}`)
  onTestFinished(() => database.close())
  await migrate(database)
})

const NOW = new Date('2026-11-24T03:04:05Z')
const participate = (respondent: string) =>
  database.write('INSERT INTO "Participation" VALUES (?)', [respondent])

/** Everything in a file, by table. */
function contentOf(file: string) {
  const opened = new Libsql(file)
  try {
    const tables = opened
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)
      .all() as { name: string }[]
    return Object.fromEntries(
      tables.map(({ name }) => [name, opened.prepare(`SELECT * FROM "${name}"`).all()]),
    )
  } finally {
    opened.close()
  }
}

describe('a backup', () => {
  test('is the whole database, for its owner only, and nothing else is left in the folder', async () => {
    const draft = await openExampleDraft(database)
    await database.write(insertAnswer, [draft, 0, 2 ** 40, 'saran', 'Terima kasih 🙏', false])
    const file = join(folder, 'kopi.db')
    const made = await backupSqlite(path, file)
    expect(made).toMatchObject({ file, bytes: statSync(file).size, rows: { DraftAnswer: 1, Response: 0 } })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(contentOf(file)).toEqual(contentOf(path))
    expect(readdirSync(folder).filter((name) => !name.startsWith('suluh.db'))).toEqual(['kopi.db'])
  })

  test('has no trace of what was deleted', async () => {
    await participate('petugas meminta uang')
    await database.write('DELETE FROM "Participation"', [])
    await backupSqlite(path, join(folder, 'kopi.db'))
    expect(readFileSync(join(folder, 'kopi.db'), 'latin1')).not.toContain('petugas meminta uang')
  })

  test('is made while answers come in, none of which it stops', async () => {
    let isDone = false
    let count = 0
    const writing = (async () => {
      while (!isDone) await participate(`respondent ${count++}`)
    })()
    const { rows } = await backupSqlite(path, join(folder, 'kopi.db')).finally(() => {
      isDone = true
    })
    await writing
    expect(count).toBeGreaterThan(10)
    expect(rows.Participation).toBeLessThan(count)
  })

  test('never replaces a file', async () => {
    const file = join(folder, 'kopi.db')
    writeFileSync(file, 'a letter')
    await expect(backupSqlite(path, file)).rejects.toThrow(/kopi\.db is there already/)
    expect(readFileSync(file, 'utf8')).toBe('a letter')
  })

  test.each([
    ['a folder that is not there', 'none/kopi.db', /There is no folder .*none: make it first/],
    ['a folder that cannot be written', '/proc/kopi.db', /There is no folder|cannot be written/],
  ])('says what is wrong with %s', async (_, name, problem) => {
    await expect(backupSqlite(path, join(name.startsWith('/') ? '' : folder, name))).rejects.toThrow(problem)
  })

  test('of nothing is refused, and makes nothing', async () => {
    await expect(backupSqlite(join(folder, 'nothing.db'), join(folder, 'kopi.db'))).rejects.toThrow(
      /There is no database .*nothing\.db/,
    )
    expect(existsSync(join(folder, 'nothing.db'))).toBe(false)
  })

  test('of a damaged database leaves nothing behind', async () => {
    for (let i = 0; i < 2000; i++) void participate(`respondent ${i} ${'x'.repeat(200)}`)
    await participate('the last')
    await database.close()
    const bytes = readFileSync(path)
    bytes.fill(0x55, 60 * 4096)
    writeFileSync(path, bytes)
    await expect(backupSqlite(path, join(folder, 'kopi.db'))).rejects.toThrow(/damaged|not sound/)
    expect(readdirSync(folder).filter((name) => name.startsWith('kopi'))).toEqual([])
  })
})

describe('a restore', () => {
  test('brings back what was, and keeps beside it what is', async () => {
    await participate('before the backup')
    const file = join(folder, 'kopi.db')
    await backupSqlite(path, file)
    await participate('after the backup')
    const present = join(folder, 'present.db')
    await backupSqlite(path, present)
    const { before, rows } = await restoreSqlite(file, present, NOW)
    expect(before).toBe(`${present}.before-restore-20261124030405`)
    expect(rows.Participation).toBe(1)
    expect(statSync(present).mode & 0o777).toBe(0o600)
    expect(contentOf(before ?? '').Participation).toHaveLength(2)
    const again = await openDatabase(`file:${present}`)
    onTestFinished(() => again.close())
    expect(await migrate(again)).toEqual([])
    expect(await again.read('SELECT * FROM "Participation"', [])).toEqual([
      { respondent: 'before the backup' },
    ])
  })

  test('of a database that died is not mixed with what stands in its log', async () => {
    const file = join(folder, 'kopi.db')
    await backupSqlite(path, file)
    await participate('only in the log')
    // As after kill -9: the database and its log in another folder, and nobody who has them open.
    const grave = temporaryFolder()
    const dead = join(grave, 'suluh.db')
    for (const companion of ['', '-wal']) copyFileSync(path + companion, dead + companion)
    expect(statSync(`${dead}-wal`).size).toBeGreaterThan(0)
    const { before } = await restoreSqlite(file, dead, NOW)
    expect(contentOf(dead).Participation).toEqual([])
    expect(contentOf(before ?? '').Participation).toEqual([{ respondent: 'only in the log' }])
  })

  test('takes the place of a database that cannot be read any more', async () => {
    const file = join(folder, 'kopi.db')
    await backupSqlite(path, file)
    const broken = join(temporaryFolder(), 'suluh.db')
    writeFileSync(broken, 'x'.repeat(10_000))
    const { before } = await restoreSqlite(file, broken, NOW)
    expect(contentOf(broken)).toEqual(contentOf(file))
    expect(readFileSync(before ?? '', 'utf8')).toBe('x'.repeat(10_000))
  })

  test('makes the database where there is none', async () => {
    const file = join(folder, 'kopi.db')
    await backupSqlite(path, file)
    const empty = join(temporaryFolder(), 'suluh.db')
    expect((await restoreSqlite(file, empty, NOW)).before).toBeUndefined()
    expect(contentOf(empty)).toEqual(contentOf(file))
  })

  test.each([
    ['cut off', (file: string) => truncateSync(file, 20_000), /is not sound|is no sound/],
    ['no database', (file: string) => writeFileSync(file, 'a letter to the regent'), /no sound SQLite/],
    [
      'of another program',
      (file: string) => {
        truncateSync(file, 0)
        const other = new Libsql(file)
        other.exec('CREATE TABLE letters (id INTEGER)')
        other.close()
      },
      /is no backup of Suluh/,
    ],
    [
      'of a newer version',
      (file: string) => {
        const newer = new Libsql(file)
        newer.exec(`UPDATE _prisma_migrations SET migration_name = '29990101000000_later'
          WHERE migration_name = (SELECT MAX(migration_name) FROM _prisma_migrations)`)
        newer.close()
      },
      /newer version of Suluh/,
    ],
  ])('of a file that is %s changes nothing', async (_, spoil, problem) => {
    const file = join(folder, 'kopi.db')
    await backupSqlite(path, file)
    spoil(file)
    await participate('here')
    const grave = temporaryFolder()
    const present = join(grave, 'suluh.db')
    await backupSqlite(path, present)
    await expect(restoreSqlite(file, present, NOW)).rejects.toThrow(problem)
    expect(contentOf(present).Participation).toEqual([{ respondent: 'here' }])
    expect(readdirSync(grave).filter((name) => !/^suluh\.db(-wal|-shm)?$/.test(name))).toEqual([])
  })
})

test('a restore is refused while somebody has the database open, even without doing anything', async () => {
  const file = join(folder, 'kopi.db')
  await backupSqlite(path, file)
  await expect(restoreSqlite(file, path, NOW)).rejects.toThrow(/is in use: stop the bot first/)
})

test('whoever has a database for oneself keeps a bot out that is started meanwhile', async () => {
  const file = join(folder, 'kopi.db')
  await backupSqlite(path, file)
  const sole = openSoleSqlite(file)
  expect(await sole.read('SELECT COUNT(*) AS "count" FROM "Participation"', [])).toEqual([{ count: 0 }])
  const other = new Libsql(file)
  expect(() => other.exec('SELECT * FROM "Participation"')).toThrow(/locked/)
  other.close()
  sole.close()
})
