import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ActRow, groupedActStore } from '../../../src/survey/act/store.ts'
import { versionStore } from '../../../src/survey/life/store.ts'
import { surveyStore } from '../../../src/survey/store.ts'
import { testDatabase, testEngine } from '../../database/testDatabase.ts'

const MOMENT = new Date('2026-11-23T01:30:00.123Z')

describe.skipIf(testEngine === 'sqlite')('acts that come together', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>
  const statements: string[] = []
  beforeEach(async () => {
    database = await testDatabase({ onStatement: (sql) => statements.push(sql) })
    const published = await versionStore(database).publish('skm', 'semester', {
      format: 2,
      settings: { title: { id: 'Uji' }, default_language: 'id' },
      survey: [{ type: 'text', name: 'q', required: true, label: { id: 'Q' } }],
      choices: {},
    })
    const [version] = await database.client.surveyVersion.findMany({ select: { id: true } })
    expect(published).toBeDefined()
    for (const id of ['a', 'b', 'c'])
      await surveyStore(database).openDraft(
        {
          id,
          respondent: `r ${id}`,
          person: `p ${id}`,
          version: version?.id ?? 0,
          unit: null,
          period: '2026',
        },
        { now: MOMENT },
      )
    statements.length = 0
  })
  afterEach(() => database.cleanup())

  const act = (draft: string, position: number, given: Partial<ActRow> = {}): ActRow => ({
    ...{ draft, position, updateId: position + 100, path: 'q', value: 'x', reopens: false },
    ...{ consequences: null, actedAt: null, ...given },
  })
  const kept = () =>
    database.read<{ draft: string; position: number; value: string; actedAt: Date }>(
      'SELECT "draftId" AS "draft", "position", "value", "actedAt" FROM "DraftAnswer" ORDER BY "draftId", "position"',
      [],
    )

  test('are one statement, and each hears what became of its own', async () => {
    const store = groupedActStore(database)
    const later = new Date('2026-11-23T02:00:00.456Z')
    const outcomes = await Promise.all([
      store(act('a', 0, { value: 'O\'Neil \\ "é" 🙂', updateId: 9_000_000_001 })),
      store(act('b', 0, { actedAt: later })),
      // The same once more, another one at the same place, and a draft that is gone.
      store(act('b', 0, { actedAt: later })),
      store(act('b', 0, { updateId: 7 })),
      store(act('gone', 0)),
    ])
    expect(outcomes.slice(0, 2)).toEqual([true, true])
    expect(outcomes.slice(2)).toEqual([false, false, false])
    expect(statements).toHaveLength(1)
    expect(await kept()).toEqual([
      { draft: 'a', position: 0, value: 'O\'Neil \\ "é" 🙂', actedAt: MOMENT },
      { draft: 'b', position: 0, value: 'x', actedAt: later },
    ])
  })

  test('do not suffer from one that cannot be kept', async () => {
    const store = groupedActStore(database)
    const outcomes = await Promise.allSettled([
      store(act('a', 0)),
      store(act('b', 0, { value: 'x\u0000' })),
      store(act('c', 0)),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect((await kept()).map(({ draft }) => draft)).toEqual(['a', 'c'])
  })

  test('all fail when the database does, and the next ones are stored', async () => {
    let isAway = true
    const store = groupedActStore({
      write: database.write,
      read: (sql, values) =>
        isAway ? Promise.reject(new Error('Connection terminated')) : database.read(sql, values),
    })
    const failed = await Promise.allSettled([store(act('a', 0)), store(act('b', 0))])
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    isAway = false
    expect(await Promise.all([store(act('a', 0)), store(act('b', 0))])).toEqual([true, true])
  })

  test('of more than fit into a statement, all are stored', async () => {
    const store = groupedActStore(database)
    const acts = Array.from({ length: 900 }, (_, index) => act('a', index))
    expect((await Promise.all(acts.map(store))).every((isStored) => isStored)).toBe(true)
    expect(await kept()).toHaveLength(900)
    expect(statements.length).toBeLessThan(10)
  })
})
