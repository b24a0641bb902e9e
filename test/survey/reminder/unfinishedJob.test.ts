import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { outboxReportStore } from '../../../src/outbox/report/store.ts'
import { outboxService } from '../../../src/outbox/service.ts'
import { outboxStore } from '../../../src/outbox/store.ts'
import { personService } from '../../../src/person/service.ts'
import { personStore } from '../../../src/person/store.ts'
import type { Job } from '../../../src/schedule/job.ts'
import { openSchedule } from '../../../src/schedule/schedule.ts'
import { jobRunStore } from '../../../src/schedule/store.ts'
import { workingCalendar } from '../../../src/schedule/workingCalendar.ts'
import { surveyCatalogue } from '../../../src/survey/catalogue.ts'
import { openDrafts } from '../../../src/survey/drafts.ts'
import { versionStore } from '../../../src/survey/life/store.ts'
import { reminderStore } from '../../../src/survey/reminder/store.ts'
import { unfinishedJob } from '../../../src/survey/reminder/unfinishedJob.ts'
import { respondents } from '../../../src/survey/respondent.ts'
import { surveyStore } from '../../../src/survey/store.ts'
import { unitService } from '../../../src/unit/service.ts'
import { unitStore } from '../../../src/unit/store.ts'
import { testDatabase } from '../../database/testDatabase.ts'

const names = respondents('a secret key that is only used in tests')
const OPENED = new Date('2026-11-23T01:30:00Z')
/** More than are looked at together. */
const PEOPLE = 1_203

let database: Awaited<ReturnType<typeof testDatabase>>
beforeEach(async () => {
  database = await testDatabase()
  await versionStore(database).publish('pasar', 'semester', {
    format: 2,
    settings: { title: { id: 'Uji' }, default_language: 'id' },
    survey: [{ type: 'text', name: 'nama', label: { id: 'Nama' } }],
    choices: {},
  })
  const clock = { now: () => OPENED }
  const drafts = openDrafts({ store: surveyStore(database), respondents: names, clock })
  const { id, surveyId: survey } = await database.client.surveyVersion.findFirstOrThrow()
  const occasion = { survey, unit: null, period: '2026-S2' }
  const people = Array.from({ length: PEOPLE }, (_, index) => index + 1)
  await Promise.all(people.map((person) => drafts.open(person, { id, isTrial: false }, occasion, '2026-S2')))
})
afterEach(() => database.cleanup())

/** One instance with nothing at hand but the database. */
function instance(name: string) {
  const units = unitService(unitStore(database))
  const people = personService(personStore(database))
  const job = unfinishedJob({
    store: reminderStore(database),
    respondents: names,
    unwilling: async (ids) => {
      const readers = await people.readers(ids)
      return new Set(ids.filter((id) => readers.get(id)?.isSilent))
    },
    catalogue: surveyCatalogue(versionStore(database), units),
    units,
    calendar: async () => workingCalendar([]),
    quietHours: { from: 20 * 60, to: 7 * 60 },
    timeZone: 'Asia/Jakarta',
  })
  return { job, tick: (now: Date) => scheduleOf(name, job, now).tick(now) }
}

function scheduleOf(name: string, job: Job, now: Date) {
  const clock = { now: () => now }
  const reports = outboxReportStore(database)
  const outbox = outboxService({ store: outboxStore(database), reports, clock, quietHours: undefined })
  return openSchedule({
    jobs: [job],
    runs: jobRunStore(database),
    put: outbox.put,
    clock,
    instance: name,
    lease: { isHeld: () => true, term: () => 1 },
    log: pino({ level: 'silent' }),
  })
}

const queued = () => database.client.outgoing.groupBy({ by: ['kind'], _count: true })

test('two instances that tick at once, five seconds apart by their clocks, queue each reminder once', async () => {
  const now = new Date('2026-11-23T04:30:00Z')
  const later = new Date(now.getTime() + 5_000)
  await Promise.all([instance('one').tick(now), instance('two').tick(later), instance('three').tick(now)])
  expect(await queued()).toEqual([{ kind: 'unfinished', _count: PEOPLE }])
  const drafts = await database.client.draft.groupBy({ by: ['reminders', 'remindAt'], _count: true })
  expect(drafts).toEqual([{ reminders: 1, remindAt: new Date('2026-11-24T02:00:00Z'), _count: PEOPLE }])
})

test('a tick that died after the outbox and before its note is made good without telling anybody twice', async () => {
  const now = new Date('2026-11-23T04:30:00Z')
  const { job, tick } = instance('one')
  for await (const { messages } of job.plan(now, now)) {
    const clock = { now: () => now }
    const reports = outboxReportStore(database)
    await outboxService({ store: outboxStore(database), reports, clock, quietHours: undefined }).put(messages)
  }
  await tick(now)
  expect(await queued()).toEqual([{ kind: 'unfinished', _count: PEOPLE }])
  expect(await database.client.draft.count({ where: { reminders: 1 } })).toBe(PEOPLE)
})

test('whoever wants silence, and whose chat nobody can open any more, is not reminded, now or later', async () => {
  const people = personService(personStore(database))
  await people.silence(7, true)
  const { id } = await database.client.draft.findFirstOrThrow({ where: { person: names.person(8) } })
  await database.client.draft.update({ where: { id }, data: { chat: names.seal(8, 'another draft') } })
  const now = new Date('2026-11-23T04:30:00Z')
  await instance('one').tick(now)
  expect(await queued()).toEqual([{ kind: 'unfinished', _count: PEOPLE - 2 }])
  expect(await database.client.draft.count({ where: { remindAt: null, reminders: 0 } })).toBe(2)
})

test('while a survey is paused nobody is reminded, but afterwards', async () => {
  await database.client.survey.updateMany({ data: { status: 'paused' } })
  await instance('one').tick(new Date('2026-11-23T04:30:00Z'))
  expect(await queued()).toEqual([])
  await database.client.survey.updateMany({ data: { status: 'open' } })
  await instance('one').tick(new Date('2026-11-24T04:30:00Z'))
  expect(await queued()).toEqual([{ kind: 'unfinished', _count: PEOPLE }])
})
