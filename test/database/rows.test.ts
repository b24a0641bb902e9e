import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { insertAnswer, openExampleDraft } from './example.ts'
import { type TestDatabase, testDatabase } from './testDatabase.ts'

let database: TestDatabase
let draft: string
beforeEach(async () => {
  database = await testDatabase()
  draft = await openExampleDraft(database)
})
afterEach(() => database.cleanup())

describe('the short way and Prisma store and read the same', () => {
  const largeUpdate = 9_007_199_254_740_991

  // Where the drivers' own idea of a time without zone differs from ours.
  beforeEach(() => {
    vi.stubEnv('TZ', 'Asia/Jakarta')
  })
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  test('what the short way wrote, Prisma reads', async () => {
    await database.write(insertAnswer, [draft, 0, largeUpdate, 'keluarga[2]/umur', null, true])
    await database.write('UPDATE "Draft" SET "focusedAt" = ?', [new Date('2026-07-01T23:59:59.001Z')])

    expect(await database.client.draft.findFirst({ include: { answers: true } })).toMatchObject({
      focusedAt: new Date('2026-07-01T23:59:59.001Z'),
      answers: [
        { position: 0, updateId: BigInt(largeUpdate), path: 'keluarga[2]/umur', value: null, reopens: true },
      ],
    })
  })

  test('what Prisma wrote, the short way reads', async () => {
    await database.client.draftAnswer.create({
      data: { draftId: draft, position: 3, updateId: 7n, path: 'saran', value: 'Bagus 👍 "sekali"' },
    })

    expect(await database.read('SELECT * FROM "DraftAnswer"', [])).toEqual([
      {
        draftId: draft,
        position: 3,
        updateId: 7,
        path: 'saran',
        value: 'Bagus 👍 "sekali"',
        reopens: false,
        consequences: null,
        actedAt: null,
      },
    ])
    expect(await database.read('SELECT "focusedAt" FROM "Draft" WHERE "id" = ?', [draft])).toEqual([
      { focusedAt: new Date('2026-01-31T01:02:03.456Z') },
    ])
  })

  test('rows are joined by their keys also when one of them holds an id of Telegram', async () => {
    await database.client.survey.updateMany({ data: { author: 5_000_000_001n } })
    expect(await database.client.surveyVersion.findFirst({ include: { survey: true } })).toMatchObject({
      survey: { code: 'skm', author: 5_000_000_001n },
    })
  })

  test('a time written either way is found by the other', async () => {
    const time = new Date('2026-01-31T01:02:03.456Z')
    expect(await database.read('SELECT "id" FROM "Draft" WHERE "focusedAt" = ?', [time])).toHaveLength(1)
    await database.write('UPDATE "Draft" SET "focusedAt" = ?', [time])
    expect(await database.client.draft.count({ where: { focusedAt: time } })).toBe(1)
  })

  test('integers beyond what a number can hold come as bigint', async () => {
    await database.client.person.create({ data: { id: 9_007_199_254_740_993n } })
    expect(await database.read('SELECT "id" FROM "Person"', [])).toEqual([{ id: 9_007_199_254_740_993n }])
  })
})

test('a write tells how many rows it changed', async () => {
  expect(await database.write(insertAnswer, [draft, 0, 100, 'u1', '4', false])).toBe(1)
  expect(await database.write(insertAnswer, [draft, 1, 100, 'u1', '4', false])).toBe(0)
  expect(await database.write('UPDATE "DraftAnswer" SET "value" = ?', ['3'])).toBe(1)
  expect(await database.write('DELETE FROM "Draft" WHERE "id" = ?', ['another'])).toBe(0)
})

test('question marks in quotes are text, not places for values', async () => {
  const rows = await database.read(`SELECT 'apa?' AS "kata?", "id" FROM "Draft" WHERE "id" = ?`, [draft])
  expect(rows).toEqual([{ 'kata?': 'apa?', id: draft }])
})

test('counts and sums are numbers', async () => {
  await database.write(insertAnswer, [draft, 4, 100, 'u1', '4', false])
  const query =
    'SELECT COUNT(*) AS "count", SUM("position") AS "sum", AVG("position") AS "mean" FROM "DraftAnswer"'
  expect(await database.read(query, [])).toEqual([{ count: 1, sum: 4, mean: 4 }])
})

test('answers go with their draft', async () => {
  await database.write(insertAnswer, [draft, 0, 100, 'u1', '4', false])
  await database.write('DELETE FROM "Draft" WHERE "id" = ?', [draft])
  expect(await database.client.draftAnswer.count()).toBe(0)
})

test('an answer to a draft that does not exist is refused', async () => {
  await expect(database.write(insertAnswer, ['nobody', 0, 100, 'u1', '4', false])).rejects.toThrow(
    /foreign key/i,
  )
})

describe('writes that arrive together', () => {
  test('are each answered for themselves', async () => {
    await database.write(insertAnswer, [draft, 7, 100, 'u7', '4', false])
    const results = await Promise.allSettled([
      database.write(insertAnswer, [draft, 0, 101, 'u1', '4', false]),
      database.write(insertAnswer, [draft, 1, 100, 'u1', '4', false]),
      database.write(insertAnswer, ['nobody', 0, 102, 'u1', '4', false]),
      database.write('INSERT INTO "Nowhere" VALUES (?)', [1]),
      database.write(insertAnswer, [draft, 1, 103, 'u2', '2', false]),
    ])
    expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'refused'))).toEqual([
      1,
      0,
      'refused',
      'refused',
      1,
    ])
    const stored = await database.client.draftAnswer.findMany({ orderBy: { position: 'asc' } })
    expect(stored.map(({ path }) => path)).toEqual(['u1', 'u2', 'u7'])
  })

  test('none is lost among many', async () => {
    const counts = await Promise.all(
      Array.from({ length: 500 }, (_, i) => database.write(insertAnswer, [draft, i, i, 'u1', '4', false])),
    )
    expect(new Set(counts)).toEqual(new Set([1]))
    expect(await database.client.draftAnswer.count()).toBe(500)
  })

  test('are stored before the database closes', async () => {
    const counts = Promise.all(
      Array.from({ length: 20 }, (_, i) => database.write(insertAnswer, [draft, i, i, 'u1', '4', false])),
    )
    await database.close()
    expect(new Set(await counts)).toEqual(new Set([1]))
  })
})
