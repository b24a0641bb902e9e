import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Clock } from '../../src/clock.ts'
import type { Database } from '../../src/database/open.ts'
import { surveyCatalogue } from '../../src/survey/catalogue.ts'
import type { Definition } from '../../src/survey/definition/definition.ts'
import { openDrafts } from '../../src/survey/drafts.ts'
import { versionStore } from '../../src/survey/life/store.ts'
import { surveyQuotas } from '../../src/survey/quota/quotas.ts'
import { quotaStore } from '../../src/survey/quota/store.ts'
import { respondents } from '../../src/survey/respondent.ts'
import { surveyService } from '../../src/survey/service.ts'
import { surveyStore } from '../../src/survey/store.ts'
import type { Turn } from '../../src/survey/turn.ts'
import { unitService } from '../../src/unit/service.ts'
import { unitStore } from '../../src/unit/store.ts'
import type { Unit } from '../../src/unit/unit.ts'
import { testDatabase } from '../database/testDatabase.ts'

const SECRET = 'a secret key that is only used in tests'
const standing: Clock = { now: () => new Date('2026-11-23T01:30:00Z') }

const QUESTIONS = 20
const definition: Definition = {
  format: 2,
  settings: { title: { id: 'Uji' }, default_language: 'id' },
  survey: Array.from({ length: QUESTIONS }, (_, index) => ({
    type: 'select_one' as const,
    name: `q${index}`,
    list: 'answers',
    required: true as const,
    label: { id: `Pertanyaan ${index}` },
  })),
  choices: { answers: ['a', 'b', 'c'].map((name) => ({ name, label: { id: name.toUpperCase() } })) },
}

let database: Awaited<ReturnType<typeof testDatabase>>
let statements: string[]
let unit: Unit
let update: number

beforeEach(async () => {
  statements = []
  update = 1000
  database = await testDatabase({ onStatement: (sql) => statements.push(sql) })
  await versionStore(database).publish('skm', 'semester', definition)
  const units = unitStore(database)
  await units.save({ code: 'unit', name: 'Unit', services: [] })
  unit = (await units.all())[0] as Unit
})
afterEach(() => database.cleanup())

/** A bot of its own on this database, as another instance would be: nothing at hand but the database. */
function instance(on: Database = database, clock = standing) {
  const store = surveyStore(on)
  const units = unitService(unitStore(on))
  const catalogue = surveyCatalogue(versionStore(on), units)
  const drafts = openDrafts({ store, respondents: respondents(SECRET), clock })
  return surveyService({
    store,
    drafts,
    catalogue,
    units,
    quotas: surveyQuotas(quotaStore(on)),
    clock,
    timeZone: 'Asia/Jakarta',
  })
}

/** A question as a button names it. */
const place = (question: number) => question.toString(36)

const acts = (person = 7) => ({ person, update: update++ })

function draftOf(turn: Turn): string {
  if (!('pass' in turn)) throw new Error(`no draft in ${turn.type}`)
  return turn.pass.draft.id
}

describe('what an answer costs', () => {
  test('one write statement and no read, however far the survey has come', async () => {
    const surveys = instance()
    const draft = draftOf(await surveys.begin(acts(), { survey: 'skm', unit: unit }))
    await surveys.answerButton(acts(), { draft, question: '0' }, { type: 'choice', index: 0 })
    for (let question = 1; question < QUESTIONS; question++) {
      statements.length = 0
      const turn = await surveys.answerButton(
        acts(),
        { draft, question: place(question) },
        { type: 'choice', index: 1 },
      )
      expect(turn.type).toBe('answered')
      expect(statements).toHaveLength(1)
      expect(statements[0]).toMatch(/^INSERT INTO "DraftAnswer"/)
    }
  })

  test('typing costs the same as pressing', async () => {
    const surveys = instance()
    await surveys.begin(acts(), { survey: 'skm', unit: unit })
    await surveys.answerMessage(acts(), { type: 'text', text: '1' })
    statements.length = 0
    await surveys.answerMessage(acts(), { type: 'text', text: 'b' })
    expect(statements).toHaveLength(1)
  })

  test('an answer that is none costs nothing', async () => {
    const surveys = instance()
    await surveys.begin(acts(), { survey: 'skm', unit: unit })
    statements.length = 0
    expect((await surveys.answerMessage(acts(), { type: 'text', text: 'entah' })).type).toBe('problem')
    expect((await surveys.answerMessage(acts(), { type: 'other' })).type).toBe('problem')
    expect(statements).toEqual([])
  })
})

describe('an update that was applied before', () => {
  test('changes nothing in the same instance, nor in one that knows nothing of it', async () => {
    const first = instance()
    const draft = draftOf(await first.begin(acts(), { survey: 'skm', unit: unit }))
    const same = acts()
    await first.answerButton(same, { draft, question: '0' }, { type: 'choice', index: 0 })
    expect(
      (await first.answerButton(same, { draft, question: '0' }, { type: 'choice', index: 2 })).type,
    ).toBe('at')
    const after = await instance().answerMessage(same, { type: 'text', text: '3' })
    expect(after).toMatchObject({ type: 'at', interview: { number: 2 } })
    expect(await database.client.draftAnswer.findMany({ select: { value: true } })).toEqual([{ value: 'a' }])
  })

  test('opens no second draft', async () => {
    const surveys = instance()
    const same = acts()
    const [one, two] = await Promise.all([
      surveys.begin(same, { survey: 'skm', unit: unit }),
      instance().begin(same, { survey: 'skm', unit: unit }),
    ])
    expect(draftOf(one)).toBe(draftOf(two))
    expect(await database.client.draft.count()).toBe(1)
  })

  test('hands nothing in twice', async () => {
    const surveys = instance()
    const draft = draftOf(await surveys.begin(acts(), { survey: 'skm', unit: unit }))
    for (let question = 0; question < QUESTIONS; question++) {
      await surveys.answerButton(acts(), { draft, question: place(question) }, { type: 'choice', index: 0 })
    }
    const same = acts()
    const turns = await Promise.all([surveys.submit(same, draft), instance().submit(same, draft)])
    expect(turns.map(({ type }) => type).sort()[1]).toBe('submitted')
    expect(turns.filter(({ type }) => type === 'submitted')).toHaveLength(1)
    expect(await database.client.response.count()).toBe(1)
    // By the present rule and by the other one.
    expect(await database.client.participation.count()).toBe(2)
  })
})

test('two instances that answer the same question at once keep one answer each in its place', async () => {
  const [here, there] = [instance(), instance()]
  const draft = draftOf(await here.begin(acts(), { survey: 'skm', unit: unit }))
  await there.resume(acts(), draft)
  const turns = await Promise.all([
    here.answerButton(acts(), { draft, question: '0' }, { type: 'choice', index: 0 }),
    there.answerButton(acts(), { draft, question: '0' }, { type: 'choice', index: 1 }),
  ])
  expect(turns.every(({ type }) => type === 'answered' || type === 'stale')).toBe(true)
  const rows = await database.client.draftAnswer.findMany({ orderBy: { position: 'asc' } })
  expect(new Set(rows.map(({ position }) => position)).size).toBe(rows.length)
  expect(rows.every(({ path }) => path === 'q0')).toBe(true)
})

test('of two instances that take different answers to one question, the first answer counts', async () => {
  const [here, there] = [instance(), instance()]
  const draft = draftOf(await here.begin(acts(), { survey: 'skm', unit: unit }))
  await there.resume(acts(), draft)
  await here.answerButton(acts(), { draft, question: '0' }, { type: 'choice', index: 0 })
  await here.answerButton(acts(), { draft, question: '1' }, { type: 'choice', index: 0 })
  const late = await there.answerButton(acts(), { draft, question: '0' }, { type: 'choice', index: 1 })
  expect(late.type).toBe('stale')
  // Typed: it answers the question that is asked, not the one that this instance believes to be asked.
  const knowsOld = instance()
  await knowsOld.resume(acts(), draft)
  await here.answerButton(acts(), { draft, question: '2' }, { type: 'choice', index: 0 })
  const typed = await knowsOld.answerMessage(acts(), { type: 'text', text: '3' })
  expect(typed).toMatchObject({ type: 'answered', item: { path: 'q3' }, value: 'c' })
  const rows = await database.client.draftAnswer.findMany({ orderBy: { position: 'asc' } })
  expect(rows.map(({ path, value }) => `${path} ${value}`)).toEqual(['q0 a', 'q1 a', 'q2 a', 'q3 c'])
})

test('what is handed in is what another instance stored last', async () => {
  const [here, there] = [instance(), instance()]
  const draft = draftOf(await here.begin(acts(), { survey: 'skm', unit: unit }))
  for (let question = 0; question < QUESTIONS; question++) {
    await here.answerButton(acts(), { draft, question: place(question) }, { type: 'choice', index: 0 })
  }
  await there.change(acts(), draft, '5')
  await there.answerButton(acts(), { draft, question: '5' }, { type: 'choice', index: 2 })
  expect((await here.submit(acts(), draft)).type).toBe('submitted')
  const [response] = await database.client.response.findMany()
  expect(JSON.parse(response?.answers ?? '')).toMatchObject({ q4: 'a', q5: 'c' })
})

test('a draft that another instance ended is over, and what is typed goes to the one that is left', async () => {
  const units = unitStore(database)
  await units.save({ code: 'lain', name: 'Lain', services: [] })
  const other = (await units.all()).find(({ code }) => code === 'lain') as Unit
  const [here, there] = [instance(), instance()]
  const left = draftOf(await here.begin(acts(), { survey: 'skm', unit: other }))
  const over = draftOf(await here.begin(acts(), { survey: 'skm', unit: unit }))
  await there.discard(acts(), over)
  const press = here.answerButton(acts(), { draft: over, question: '0' }, { type: 'choice', index: 0 })
  expect(await press).toEqual({ type: 'gone' })
  const typed = await here.answerMessage(acts(), { type: 'text', text: '1' })
  expect(draftOf(typed)).toBe(left)
})

test('after a restart typing answers the survey that was agreed to last, though it was open before', async () => {
  const units = unitStore(database)
  await units.save({ code: 'lain', name: 'Lain', services: [] })
  const other = (await units.all()).find(({ code }) => code === 'lain') as Unit
  let second = 0
  const surveys = instance(database, { now: () => new Date(Date.UTC(2026, 10, 23, 1, 30, second++)) })
  const first = draftOf(await surveys.begin(acts(), { survey: 'skm', unit: unit }))
  await surveys.begin(acts(), { survey: 'skm', unit: other })
  await surveys.begin(acts(), { survey: 'skm', unit: unit })
  expect(draftOf(await instance().answerMessage(acts(), { type: 'text', text: '1' }))).toBe(first)
})

test('a draft forgets superseded acts when told to, and nothing that still counts', async () => {
  const surveys = instance()
  const draft = draftOf(await surveys.begin(acts(), { survey: 'skm', unit: unit }))
  for (const choice of [0, 1, 2]) {
    await surveys.answerButton(acts(), { draft, question: '0' }, { type: 'choice', index: choice })
    if (choice < 2) await surveys.change(acts(), draft, '0')
  }
  await surveys.answerButton(acts(), { draft, question: '1' }, { type: 'choice', index: 1 })
  await surveyStore(database).compact(draft)
  const rows = await database.client.draftAnswer.findMany({ orderBy: { path: 'asc' } })
  expect(rows.map(({ path, value }) => [path, value])).toEqual([
    ['q0', 'c'],
    ['q1', 'b'],
  ])
  expect(await instance().answerMessage(acts(), { type: 'text', text: 'a' })).toMatchObject({
    type: 'answered',
    interview: { number: 4 },
  })
})

test('a draft belongs to the person who opened it', async () => {
  const surveys = instance()
  const draft = draftOf(await surveys.begin(acts(7), { survey: 'skm', unit: unit }))
  for (const turn of [
    await surveys.answerButton(acts(8), { draft, question: '0' }, { type: 'choice', index: 0 }),
    await surveys.back(acts(8), draft, '0'),
    await surveys.change(acts(8), draft, '0'),
    await surveys.resume(acts(8), draft),
    await surveys.submit(acts(8), draft),
  ]) {
    expect(turn.type).toBe('gone')
  }
  expect(await surveys.discard(acts(8), draft)).toBe(false)
  expect(await database.client.draft.count()).toBe(1)
})

test('with drafts for two units, typing answers the one turned to last', async () => {
  const units = unitStore(database)
  await units.save({ code: 'lain', name: 'Lain', services: [] })
  const other = (await units.all()).find(({ code }) => code === 'lain') as Unit
  const surveys = instance()
  const first = draftOf(await surveys.begin(acts(), { survey: 'skm', unit: unit }))
  const second = draftOf(await surveys.begin(acts(), { survey: 'skm', unit: other }))
  expect(draftOf(await surveys.answerMessage(acts(), { type: 'text', text: '1' }))).toBe(second)
  await surveys.resume(acts(), first)
  expect(draftOf(await surveys.answerMessage(acts(), { type: 'text', text: '1' }))).toBe(first)
})

test('with two instances, what is typed goes to the draft turned to last, whatever each of them remembers', async () => {
  const units = unitStore(database)
  await units.save({ code: 'lain', name: 'Lain', services: [] })
  const other = (await units.all()).find(({ code }) => code === 'lain') as Unit
  let second = 0
  const clock = { now: () => new Date(Date.UTC(2026, 10, 23, 1, 30, second++)) }
  const [here, there] = [instance(database, clock), instance(database, clock)]
  const first = draftOf(await here.begin(acts(), { survey: 'skm', unit: unit }))
  await here.answerMessage(acts(), { type: 'text', text: '1' })
  const later = draftOf(await there.begin(acts(), { survey: 'skm', unit: other }))
  // `here` still believes that the first draft is the one.
  expect(draftOf(await here.answerMessage(acts(), { type: 'text', text: '1' }))).toBe(later)
  // A button answers its own draft, and what is typed then belongs to that one, at the other instance too.
  await here.answerButton(acts(), { draft: first, question: '1' }, { type: 'choice', index: 0 })
  expect(draftOf(await there.answerMessage(acts(), { type: 'text', text: '1' }))).toBe(first)
  await there.resume(acts(), later)
  expect(draftOf(await here.answerMessage(acts(), { type: 'text', text: '1' }))).toBe(later)
  expect(draftOf(await instance(database, clock).answerMessage(acts(), { type: 'text', text: '1' }))).toBe(
    later,
  )
})

test('a draft tells its chat only to whoever has the key, and only as its own', () => {
  const names = respondents(SECRET)
  const sealed = names.seal(7_000_000_001, 'draft')
  expect(names.unseal(sealed, 'draft')).toBe(7_000_000_001)
  expect(names.unseal(sealed, 'another')).toBeUndefined()
  expect(respondents(`${SECRET}!`).unseal(sealed, 'draft')).toBeUndefined()
  expect(names.unseal('nonsense', 'draft')).toBeUndefined()
  expect(names.seal(7_000_000_001, 'draft')).not.toBe(sealed)
  expect(names.seal(1, 'draft')).toHaveLength(sealed.length)
})
