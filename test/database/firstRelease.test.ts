import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Clock } from '../../src/clock.ts'
import { migrate } from '../../src/database/migrate.ts'
import { readMigrations } from '../../src/database/migrations.ts'
import { unpackPress } from '../../src/message/press.ts'
import { surveyCatalogue } from '../../src/survey/catalogue.ts'
import { openDrafts } from '../../src/survey/drafts.ts'
import { versionStore } from '../../src/survey/life/store.ts'
import { surveyQuotas } from '../../src/survey/quota/quotas.ts'
import { quotaStore } from '../../src/survey/quota/store.ts'
import { respondents } from '../../src/survey/respondent.ts'
import { surveyService } from '../../src/survey/service.ts'
import { surveyStore } from '../../src/survey/store.ts'
import { unitService } from '../../src/unit/service.ts'
import { unitStore } from '../../src/unit/store.ts'
import { FIRST_RELEASE, fillFirstRelease } from './firstRelease.ts'
import { type TestDatabase, testDatabase, testEngine } from './testDatabase.ts'

const SITI = 4711
const SECRET_KEY = 'a secret key that is only used in tests'
const clock: Clock = { now: () => new Date('2026-11-23T01:30:00Z') }

let database: TestDatabase
let draft: string
beforeEach(async () => {
  database = await testDatabase({ isBare: true })
  const all = readMigrations(testEngine)
  const first = all.migrationDirectories.filter(({ path }) => path === FIRST_RELEASE)
  expect(await migrate(database, { ...all, migrationDirectories: first })).toEqual([FIRST_RELEASE])
  draft = (await fillFirstRelease(database, { secretKey: SECRET_KEY, person: SITI })).draft
})
afterEach(() => database.cleanup())

function surveysOn(database: TestDatabase) {
  const store = surveyStore(database)
  const units = unitService(unitStore(database))
  const catalogue = surveyCatalogue(versionStore(database), units)
  const drafts = openDrafts({ store, respondents: respondents(SECRET_KEY), clock })
  const quotas = surveyQuotas(quotaStore(database))
  return {
    units,
    surveys: surveyService({ store, drafts, catalogue, units, quotas, clock, timeZone: 'Asia/Jakarta' }),
  }
}

test('every row of the first release is there after migrating, with what is new left unset', async () => {
  expect((await migrate(database)).length).toBeGreaterThan(0)
  const { client } = database
  expect(await client.survey.findMany()).toMatchObject([
    { id: 1, code: 'skm', period: 'semester', status: 'open', isPerUnit: true, isNamed: false, quotas: '[]' },
  ])
  expect(await client.surveyVersion.findMany()).toMatchObject([{ id: 1, number: 1, publishedOn: null }])
  expect(await client.unit.findMany()).toMatchObject([{ code: 'dukcapil', population: 900 }])
  expect(await client.service.findMany()).toMatchObject([{ unitId: 1, code: 'ktp', position: 0 }])
  expect(await client.person.findMany()).toMatchObject([
    { id: BigInt(SITI), language: 'en', isReachable: true, isSilent: false, role: null },
  ])
  expect(await client.participation.count()).toBe(1)
  expect(await client.draft.findMany()).toMatchObject([
    {
      id: draft,
      versionId: 1,
      unitId: 1,
      period: '2026-S2',
      focusedAt: new Date('2026-11-22T01:02:03.456Z'),
    },
  ])
  const acts = await client.draftAnswer.findMany({ orderBy: { position: 'asc' } })
  expect(acts.map(({ updateId, path, value, reopens }) => [Number(updateId), path, value, reopens])).toEqual([
    [100, 'layanan', 'ktp', false],
    [101, 'usia', '61', false],
    [102, 'usia', '61', true],
    [103, 'usia', '16', false],
    [104, 'disabilitas', '', false],
    [105, 'alasan', 'cepat', true],
  ])
  expect(await client.response.findMany()).toMatchObject([
    { versionId: 1, unitId: 1, finishedOn: '2026-11-20', isExample: false, person: null },
  ])
})

test('a draft of the first release is answered on to its end, also by buttons of that time', async () => {
  await migrate(database)
  const { surveys, units } = surveysOn(database)
  const unit = await units.byCode('dukcapil')
  expect(await surveys.open(SITI, { survey: 'skm', unit })).toMatchObject({ type: 'unfinished' })
  let update = 1000
  const actor = () => ({ person: SITI, update: update++ })
  const says = (text: string) => surveys.answerMessage(actor(), { type: 'text', text })

  // Buttons carried the number of the question then: `a.<draft>.4.0` ticks the first reason.
  const tick = unpackPress(`a.${draft}.4.0`)
  if (tick?.do !== 'answer') throw new Error('an old button is not read any more')
  expect(await surveys.answerButton(actor(), tick, { type: 'choice', index: tick.choice })).toMatchObject({
    type: 'ticked',
  })
  const done = unpackPress(`f.${draft}.4`)
  if (done?.do !== 'finish') throw new Error('an old button is not read any more')
  expect(await surveys.answerButton(actor(), done, { type: 'finish' })).toMatchObject({
    type: 'answered',
    interview: { ask: { path: 'wali' } },
  })
  expect(await says('Ibu Siti')).toMatchObject({ interview: { ask: { path: 'kunjungan' } } })
  expect(await says('31 Desember 2025')).toMatchObject({ type: 'problem' })
  expect(await says('24 November 2026')).toMatchObject({ type: 'problem' })
  expect(await says('23 November 2026')).toMatchObject({ interview: { ask: { path: 'biaya' } } })
  expect(await says('-1')).toMatchObject({ type: 'problem' })
  expect(await says('2,5')).toMatchObject({ interview: { ask: { path: 'saran' } } })
  expect(await says('x'.repeat(21))).toMatchObject({ type: 'problem' })
  const last = await says('Kursi')
  expect(last).toMatchObject({ type: 'answered' })
  expect(last).not.toHaveProperty('interview.ask')
  expect(await surveys.submit(actor(), draft)).toMatchObject({ type: 'submitted' })

  const { client } = database
  const [response] = await client.response.findMany({ where: { finishedOn: '2026-11-23' } })
  expect(response).toMatchObject({ versionId: 1, unitId: 1, period: '2026-S2', language: 'id' })
  expect(JSON.parse(response?.answers ?? '')).toEqual({
    layanan: 'ktp',
    usia: '16',
    disabilitas: '',
    alasan: 'dekat cepat',
    dewasa: 'tidak',
    wali: 'Ibu Siti',
    kunjungan: '2026-11-23',
    biaya: '2.5',
    saran: 'Kursi',
  })
  expect(await client.draft.count()).toBe(0)
  expect(await surveys.open(SITI, { survey: 'skm', unit })).toMatchObject({ type: 'already' })
})

test('who answered in the first release has answered, and an update of that time changes nothing', async () => {
  await migrate(database)
  const { surveys, units } = surveysOn(database)
  const unit = await units.byCode('dukcapil')
  expect(await surveys.open(SITI + 1, { survey: 'skm', unit })).toMatchObject({ type: 'already' })
  const again = await surveys.answerMessage({ person: SITI, update: 105 }, { type: 'text', text: '1' })
  expect(again).toMatchObject({ type: 'at', interview: { ask: { path: 'alasan' } } })
  expect(await database.client.draftAnswer.count()).toBe(6)
})
