import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { markedModels } from '../../prisma/withoutRowid.mjs'
import { insertAnswer, openExampleDraft } from './example.ts'
import { type TestDatabase, testDatabase, testEngine } from './testDatabase.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await testDatabase()
})
afterEach(async () => {
  vi.useRealTimers()
  await database.cleanup()
})

const schema = readFileSync(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8')

test('everything that has to do with who answered what is marked in the schema', () => {
  expect(markedModels(schema)).toEqual([
    'Person',
    'Consent',
    'Draft',
    'DraftAnswer',
    'Attachment',
    'Participation',
    'Response',
    'EmployeeAccount',
  ])
})

test('none of it says when a row was made', () => {
  const times = markedModels(schema).flatMap((model) => {
    const [, fields = ''] = new RegExp(`^model ${model} {\n([^}]*)}`, 'm').exec(schema) ?? []
    expect(fields).toContain('@id')
    return [...fields.matchAll(/^ {2}(\w+) +DateTime/gm)].map(([, name]) => `${model}.${name}`)
  })
  // An open draft must know when it was last used and when to remind of it; it goes when it is finished.
  expect(times).toEqual(['Draft.focusedAt', 'Draft.remindAt', 'DraftAnswer.actedAt'])
})

describe.runIf(testEngine === 'sqlite')('in the SQLite file', () => {
  const path = () => database.address.slice('file:'.length)

  test('marked tables do not number their rows in order of arrival', async () => {
    const tables = await database.read<{ name: string; sql: string }>(
      `SELECT "name", "sql" FROM sqlite_master WHERE "type" = 'table'`,
      [],
    )
    for (const model of markedModels(schema)) {
      expect(tables.find(({ name }) => name === model)?.sql).toMatch(/\) WITHOUT ROWID$/)
      await expect(database.read(`SELECT rowid FROM "${model}"`, [])).rejects.toThrow(/no such column/)
    }
  })

  test('rows come back in the order of their keys, not of their arrival', async () => {
    for (const respondent of ['m', 'z', 'a']) {
      await database.client.participation.create({ data: { respondent } })
    }
    expect(await database.read('SELECT * FROM "Participation"', [])).toEqual([
      { respondent: 'a' },
      { respondent: 'm' },
      { respondent: 'z' },
    ])
  })

  test('an answer that was deleted cannot be read from the file any more', async () => {
    const draft = await openExampleDraft(database)
    await database.write(insertAnswer, [draft, 0, 100, 'saran', 'petugas meminta uang', false])
    await database.write('DELETE FROM "Draft" WHERE "id" = ?', [draft])
    await database.close()
    const file = readFileSync(path(), 'latin1')
    expect(file).not.toContain('petugas meminta uang')
    expect(file).not.toContain('respondent of')
    expect(file).toContain('dukcapil')
  })

  test('nor from its log, some seconds later', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    const hasTrace = () => readFileSync(`${path()}-wal`, 'latin1').includes('petugas meminta uang')
    const draft = await openExampleDraft(database)
    await database.write(insertAnswer, [draft, 0, 100, 'saran', 'petugas meminta uang', false])
    await database.write('DELETE FROM "Draft" WHERE "id" = ?', [draft])
    expect(hasTrace()).toBe(true)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(hasTrace()).toBe(false)

    await database.write('INSERT INTO "Participation" VALUES (?)', ['petugas meminta uang'])
    expect(hasTrace()).toBe(true)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(hasTrace()).toBe(false)
  })
})
