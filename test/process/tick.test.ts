import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/database/open.ts'
import { seedExample } from '../../src/example/seed.ts'
import { openDrafts } from '../../src/survey/drafts.ts'
import { respondents } from '../../src/survey/respondent.ts'
import { surveyStore } from '../../src/survey/store.ts'
import { testDatabase } from '../database/testDatabase.ts'
import { suluhProcess } from './suluhProcess.ts'

const SECRET_KEY = 'a secret key that is only used in tests'
const OPENED = new Date('2026-11-23T01:30:00Z')

let database: Awaited<ReturnType<typeof testDatabase>>
let folder: string
beforeEach(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'suluh-tick-'))
  await seedExample(database, OPENED, 'Asia/Jakarta')
})
afterEach(async () => {
  await database.cleanup()
  await rm(folder, { recursive: true })
})

const run = (...words: string[]) =>
  suluhProcess(words, { DATABASE_URL: database.address, SECRET_KEY, ADMIN_IDS: '77' }, folder).ended

/** Three people who left a survey lying on a Monday morning. */
async function leaveDrafts() {
  const { id } = await database.client.surveyVersion.findFirstOrThrow()
  const unit = await database.client.unit.findFirstOrThrow()
  const store = surveyStore(database)
  const drafts = openDrafts({ store, respondents: respondents(SECRET_KEY), clock: { now: () => OPENED } })
  for (const person of [1, 2, 3]) {
    const occasion = { survey: 1, unit: unit.id, period: '2026-S2' }
    await drafts.open(person, { id, isTrial: false }, occasion, '2026-S2')
  }
}

/** All that is stored. */
async function everything({ engine, read }: Database): Promise<string> {
  const names =
    engine === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table'"
      : 'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()'
  const tables = await read<{ name: string }>(names, [])
  const rows = await Promise.all(tables.map(({ name }) => read(`SELECT * FROM "${name}"`, [])))
  return JSON.stringify([tables, rows])
}

test('a tick is told without anything being written, and then done once', async () => {
  await leaveDrafts()
  const before = await everything(database)
  const told = await run('tick', '--at', '2026-12-01T10:00+07:00', '--dry-run', '--json')
  expect(told.code).toBe(0)
  const { planned } = JSON.parse(told.stdout)
  expect(planned).toMatchObject([
    { kind: 'unfinished', class: 'normal', count: 3, dueFrom: '2026-12-01T03:00:00.000Z' },
    { kind: 'next-years-holidays', count: 1, keys: ['next-years-holidays:2027:2026-12-01:77'] },
  ])
  expect(planned[0].keys[0]).toMatch(/^unfinished:[\w-]+:2$/)
  const inWords = await run('tick', '--at', '2026-12-01T10:00+07:00', '--dry-run')
  expect(inWords.stdout).toContain('would queue 4 messages; nothing was written')
  expect(await everything(database)).toBe(before)

  const done = await run('tick', '--at', '2026-12-01T10:00+07:00', '--json')
  expect(JSON.parse(done.stdout)).toMatchObject({ queued: 4, failed: 0 })
  expect(await database.client.outgoing.count()).toBe(4)
  const again = await run('tick', '--at', '2026-12-01T10:01+07:00')
  expect(again.stdout).toContain('queued 0 messages; 0 jobs failed')
})

test('a table of holidays is taken over, or every faulty row is told', async () => {
  const file = join(folder, 'libur.csv')
  await writeFile(file, 'tanggal,jenis,nama\n12/3/2027,cuti bersama,Cuti bersama\n32/3/2027,nasional,Salah\n')
  const refused = await run('holidays', 'import', file)
  expect(refused.code).toBe(1)
  expect(refused.stdout).toContain('row 3: “32/3/2027” is no complete date')
  expect(await database.client.holiday.count()).toBe(43)
  await writeFile(file, 'tanggal,jenis,nama\n12/3/2027,cuti bersama,Cuti bersama\n')
  const looked = await run('holidays', 'import', file, '--dry-run', '--json')
  expect(JSON.parse(looked.stdout)).toMatchObject({ added: [{ day: '2027-03-12', kind: 'joint-leave' }] })
  expect(await database.client.holiday.count()).toBe(43)
  expect((await run('holidays', 'import', file)).stdout).toContain('Done: 1 added')
  expect(await database.client.holiday.count()).toBe(44)
  const none = await run('holidays', 'import', join(folder, 'nothing.csv'))
  expect(none.stderr.trim()).toMatch(/nothing\.csv cannot be read \(ENOENT\)$/)
})
