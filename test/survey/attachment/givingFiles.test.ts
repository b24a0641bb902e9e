// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions name questions
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Input } from '../../../src/survey/answer/reading.ts'
import { surveyCatalogue } from '../../../src/survey/catalogue.ts'
import type { Definition } from '../../../src/survey/definition/definition.ts'
import { openDrafts } from '../../../src/survey/drafts.ts'
import { versionStore } from '../../../src/survey/life/store.ts'
import { surveyQuotas } from '../../../src/survey/quota/quotas.ts'
import { quotaStore } from '../../../src/survey/quota/store.ts'
import { respondents } from '../../../src/survey/respondent.ts'
import { surveyService } from '../../../src/survey/service.ts'
import { surveyStore } from '../../../src/survey/store.ts'
import type { Turn } from '../../../src/survey/turn.ts'
import { unitService } from '../../../src/unit/service.ts'
import { unitStore } from '../../../src/unit/store.ts'
import { type TestDatabase, testDatabase } from '../../database/testDatabase.ts'

const image = (name: string, relevant?: string) => ({
  type: 'image' as const,
  name,
  label: { id: name },
  ...(relevant !== undefined && { relevant }),
})
const definition: Definition = {
  format: 2,
  settings: { title: { id: 'Uji' }, default_language: 'id' },
  survey: [
    image('foto'),
    image('nota', "${foto} != ''"),
    { type: 'text', name: 'saran', label: { id: 'Saran' }, required: true },
  ],
  choices: {},
}

let database: TestDatabase
let statements: string[]
let update: number
beforeEach(async () => {
  statements = []
  update = 1000
  database = await testDatabase({ onStatement: (sql) => statements.push(sql) })
  await versionStore(database).publish('uji', 'year', definition)
  await database.client.survey.updateMany({ data: { isPerUnit: false } })
})
afterEach(() => database.cleanup())

/** A bot of its own on this database, as another instance would be. */
function instance() {
  const store = surveyStore(database)
  const units = unitService(unitStore(database))
  const clock = { now: () => new Date('2026-11-23T01:30:00Z') }
  return surveyService({
    store,
    units,
    clock,
    catalogue: surveyCatalogue(versionStore(database), units),
    drafts: openDrafts({ store, respondents: respondents('a secret key that is only used in tests'), clock }),
    quotas: surveyQuotas(quotaStore(database)),
    timeZone: 'Asia/Jakarta',
  })
}

const acts = (person = 7) => ({ person, update: update++ })
const photo = (name: string): Input => ({
  type: 'file',
  kind: 'image',
  attachment: { name, fileId: `file of ${name}`, mimeType: 'image/jpeg', size: 9 },
})
const names = async () =>
  (await database.client.attachment.findMany({ orderBy: { name: 'asc' } })).map(({ name }) => name)
const draftOf = (turn: Turn) => ('pass' in turn ? turn.pass.draft.id : '')

test('a photo and its answer are stored together, in one transaction and without a read', async () => {
  const surveys = instance()
  await surveys.begin(acts(), { survey: 'uji' })
  await surveys.answerMessage(acts(), photo('a.jpg'))
  statements.length = 0
  expect((await surveys.answerMessage(acts(), photo('b.jpg'))).type).toBe('answered')
  expect(statements.map((sql) => sql.split(/[\s(]/).slice(0, 3).join(' '))).toEqual([
    expect.stringMatching(/^BEGIN/),
    'INSERT INTO "DraftAnswer"',
    'INSERT INTO "Attachment"',
    'COMMIT',
  ])
})

test('a photo that is delivered again, or to two instances at once, is there once', async () => {
  const surveys = instance()
  await surveys.begin(acts(), { survey: 'uji' })
  const same = acts()
  await Promise.all([
    surveys.answerMessage(same, photo('a.jpg')),
    instance().answerMessage(same, photo('b.jpg')),
  ])
  await instance().answerMessage(same, photo('c.jpg'))
  expect(await names()).toHaveLength(1)
  expect(await database.client.draftAnswer.findMany({ select: { value: true } })).toEqual([
    { value: (await names())[0] },
  ])
})

test('a photo for the draft of somebody else is nothing', async () => {
  const surveys = instance()
  const draft = draftOf(await surveys.begin(acts(), { survey: 'uji' }))
  const asked = { draft, question: '0' }
  expect((await surveys.answerButton(acts(8), asked, photo('a.jpg'))).type).toBe('gone')
  expect((await surveys.answerMessage(acts(8), photo('a.jpg'))).type).toBe('gone')
  expect(await names()).toEqual([])
})

test('only what the response names stays: not what was replaced, taken back, or is no longer asked', async () => {
  const surveys = instance()
  const draft = draftOf(await surveys.begin(acts(), { survey: 'uji' }))
  await surveys.answerMessage(acts(), photo('a.jpg'))
  await surveys.answerMessage(acts(), photo('nota.jpg'))
  await surveys.change(acts(), draft, '0')
  await surveys.answerMessage(acts(), photo('b.jpg'))
  expect(await names()).toEqual(['b.jpg', 'nota.jpg'])
  await surveys.change(acts(), draft, '0')
  await surveys.answerButton(acts(), { draft, question: '0' }, { type: 'skip' })
  await surveys.answerMessage(acts(), { type: 'text', text: 'b.jpg' })
  expect((await surveys.submit(acts(), draft)).type).toBe('submitted')
  expect(await names()).toEqual([])
})

test('a response keeps its own photos alone', async () => {
  const surveys = instance()
  for (const person of [7, 8]) {
    await surveys.begin(acts(person), { survey: 'uji' })
    await surveys.answerMessage(acts(person), photo(`${person}.jpg`))
    await surveys.answerMessage(acts(person), photo(`nota${person}.jpg`))
  }
  const turn = await surveys.answerMessage(acts(7), { type: 'text', text: '8.jpg' })
  await surveys.submit(acts(7), draftOf(turn))
  const kept = await database.client.attachment.findMany({ where: { draftId: null } })
  expect(kept.map(({ name }) => name).sort()).toEqual(['7.jpg', 'nota7.jpg'])
  await surveys.discard(acts(8), draftOf(await surveys.answerMessage(acts(8), { type: 'other' })))
  expect(await names()).toEqual(['7.jpg', 'nota7.jpg'])
})
