import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Definition } from '../../../src/survey/definition/definition.ts'
import { versionStore } from '../../../src/survey/life/store.ts'
import { type TestDatabase, testDatabase } from '../../database/testDatabase.ts'

let database: TestDatabase
let store: ReturnType<typeof versionStore>
beforeEach(async () => {
  database = await testDatabase()
  store = versionStore(database)
})
afterEach(() => database.cleanup())

const asking = (label: string): Definition => ({
  format: 2,
  settings: { title: { id: 'Pasar' }, default_language: 'id' },
  survey: [{ type: 'text', name: 'nama', label: { id: label } }],
  choices: {},
})

const sends = (label: string, author = 7) =>
  store.saveTrial('pasar', { definition: asking(label), author, isPerUnit: false })
const survey = async () => (await store.survey('pasar')) ?? expect.fail('the survey is not there')
const trial = async () => (await survey()).trial?.id ?? expect.fail('nothing is being tried')
const publishes = async (after: number) =>
  store.publishTrial(await trial(), {
    after,
    publishedOn: '2026-11-23',
    changes: [{ type: 'order_changed' }],
  })

/** Somebody is in the middle of this version. */
const draftOn = (versionId: number, id = `draft of ${versionId}`) =>
  database.client.draft.create({
    data: {
      id,
      respondent: id,
      person: id,
      versionId,
      period: '2026',
      focusedAt: new Date('2026-11-23T01:30:00Z'),
      answers: { create: { position: 0, updateId: 1n, path: 'nama', value: 'Siti' } },
    },
  })

describe('what is being tried', () => {
  test('makes a survey that nobody else can begin', async () => {
    await sends('Siapa?')
    expect(await survey()).toMatchObject({
      info: { code: 'pasar', status: 'trial', period: 'year', isPerUnit: false, isNamed: false, author: 7 },
      trial: { number: 0, definition: asking('Siapa?') },
    })
    expect(await store.newestVersion('pasar')).toBeUndefined()
    expect(await store.openSurveys()).toEqual([])
  })

  test('is replaced by the next file with all that was answered in it', async () => {
    await sends('Siapa?')
    await draftOn(await trial())
    await sends('Siapa nama?', 8)
    expect((await survey()).trial?.definition).toEqual(asking('Siapa nama?'))
    expect((await survey()).info.author).toBe(8)
    expect(await database.client.surveyVersion.count()).toBe(1)
    expect(await database.client.draftAnswer.count()).toBe(0)
  })

  test('goes with the survey when that was never published, and alone when it was', async () => {
    await sends('Siapa?')
    await store.discardTrial('pasar')
    expect(await store.survey('pasar')).toBeUndefined()
    await sends('Siapa?')
    await publishes(0)
    await sends('Siapa nama?')
    await store.discardTrial('pasar')
    const { trial: left, newest } = await survey()
    expect([left, newest?.number]).toEqual([undefined, 1])
  })
})

describe('publishing', () => {
  test('makes the next version in a row of its own, and opens the survey', async () => {
    await sends('Siapa?')
    const tried = await trial()
    await draftOn(tried)
    expect(await publishes(0)).toBe(1)
    const { info, newest, trial: left } = await survey()
    expect(info.status).toBe('open')
    expect(newest).toMatchObject({ number: 1, publishedOn: '2026-11-23', definition: asking('Siapa?') })
    expect(newest?.id).not.toBe(tried)
    expect(left).toBeUndefined()
    expect(await database.client.draft.count()).toBe(0)
    expect(await database.client.surveyVersion.findFirst({ select: { changes: true } })).toEqual({
      changes: '[{"type":"order_changed"}]',
    })
  })

  test('leaves earlier versions as they are, with those who are in the middle of them', async () => {
    await sends('Siapa?')
    await publishes(0)
    await draftOn((await survey()).newest?.id ?? 0)
    await sends('Siapa nama?')
    expect(await publishes(1)).toBe(2)
    const versions = await database.client.surveyVersion.findMany({ orderBy: { number: 'asc' } })
    expect(versions.map(({ number, definition }) => [number, JSON.parse(definition)])).toEqual([
      [1, asking('Siapa?')],
      [2, asking('Siapa nama?')],
    ])
    expect(await database.client.draftAnswer.count()).toBe(1)
  })

  test('does not open a survey again that was closed', async () => {
    await sends('Siapa?')
    await publishes(0)
    await store.change('pasar', {}, { status: 'closed' })
    await sends('Siapa nama?')
    await publishes(1)
    expect((await survey()).info.status).toBe('closed')
  })

  test('happens once, however many admins press at once', async () => {
    await sends('Siapa?')
    const id = await trial()
    const given = { after: 0, publishedOn: '2026-11-23', changes: [] }
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => store.publishTrial(id, given)))
    expect(outcomes.filter((number) => number === 1)).toHaveLength(1)
    expect(await database.client.surveyVersion.count()).toBe(1)
  })

  test('is refused when the changes were told against another version', async () => {
    await sends('Siapa?')
    await publishes(0)
    await sends('Siapa nama?')
    expect(await publishes(0)).toBeUndefined()
    expect((await survey()).trial?.definition).toEqual(asking('Siapa nama?'))
    expect(
      await store.publishTrial((await survey()).newest?.id ?? 0, { after: 1, publishedOn: '', changes: [] }),
    ).toBeUndefined()
  })
})

describe('a setting that people agree to', () => {
  beforeEach(async () => {
    await sends('Siapa?')
    await publishes(0)
  })
  const names = () => store.changeUnlessBegun('pasar', { isNamed: true })
  const newest = async () => (await survey()).newest?.id ?? 0

  test('can change while nobody has begun, whoever tries it', async () => {
    await sends('Siapa nama?')
    await draftOn(await trial())
    expect(await names()).toBe(true)
    expect((await survey()).info.isNamed).toBe(true)
  })

  test('stays once somebody has begun', async () => {
    await draftOn(await newest())
    expect(await names()).toBe(false)
    expect((await survey()).info.isNamed).toBe(false)
  })

  test('stays once somebody has answered', async () => {
    await database.client.response.create({
      data: {
        id: 'r',
        versionId: await newest(),
        period: '2026',
        finishedOn: '2026-11-23',
        language: 'id',
        answers: '{}',
      },
    })
    expect(await names()).toBe(false)
  })
})

test.each([0, 2 ** 31 - 1, 2 ** 31, Number.MAX_SAFE_INTEGER])('there is no version %d', async (id) => {
  expect(await store.version(id)).toBeUndefined()
})

test('steps are taken from where a survey was seen to be', async () => {
  await sends('Siapa?')
  await publishes(0)
  expect(await store.change('pasar', { status: 'paused' }, { status: 'open' })).toBe(false)
  expect(
    await store.change('pasar', { status: 'open' }, { status: 'paused', opensOn: '2026-12-01', target: 9 }),
  ).toBe(true)
  expect((await survey()).info).toMatchObject({ status: 'paused', opensOn: '2026-12-01', target: 9 })
  await store.change('pasar', {}, { opensOn: null, target: null })
  expect(Object.keys((await survey()).info)).not.toContain('opensOn')
})

test('surveys are listed page by page, the newest first, archived ones by themselves', async () => {
  for (const code of ['a', 'b', 'c']) await store.publish(code, 'year', asking('Siapa?'))
  await store.change('b', {}, { status: 'archived' })
  const codes = async (which: 'archived' | 'others', first: number) => {
    const { surveys, count } = await store.surveys(which, { first, most: 1 })
    return [surveys.map(({ info }) => info.code), count]
  }
  expect(await codes('others', 0)).toEqual([['c'], 2])
  expect(await codes('others', 1)).toEqual([['a'], 2])
  expect(await codes('archived', 0)).toEqual([['b'], 1])
  expect(await codes('archived', 1)).toEqual([[], 1])
})
