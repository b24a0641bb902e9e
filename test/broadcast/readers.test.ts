import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Audience } from '../../src/broadcast/audience.ts'
import { countReaders } from '../../src/broadcast/countReaders.ts'
import { broadcastQueueing } from '../../src/broadcast/queueing.ts'
import { readerBatches } from '../../src/broadcast/readers.ts'
import { type BroadcastStore, broadcastStore } from '../../src/broadcast/store.ts'
import { outboxReportStore } from '../../src/outbox/report/store.ts'
import { outboxService } from '../../src/outbox/service.ts'
import { outboxStore } from '../../src/outbox/store.ts'
import { surveyAudience } from '../../src/survey/audience/service.ts'
import { answerStateStore } from '../../src/survey/audience/store.ts'
import { surveyCatalogue } from '../../src/survey/catalogue.ts'
import { versionStore } from '../../src/survey/life/store.ts'
import { respondents } from '../../src/survey/respondent.ts'
import { unitService } from '../../src/unit/service.ts'
import { unitStore } from '../../src/unit/store.ts'
import { type TestDatabase, testDatabase } from '../database/testDatabase.ts'

const MONDAY = new Date('2026-11-23T01:30:00Z')
const MANY = 3_500
const FIRST = 5_000_000_000
const clock = { now: () => MONDAY }
const names = respondents('a secret key that is only used in tests')

let database: TestDatabase
let store: BroadcastStore
beforeEach(async () => {
  database = await testDatabase()
  store = broadcastStore(database)
  const people = Array.from({ length: MANY }, (_, index) => BigInt(FIRST + index))
  await database.client.consent.createMany({
    data: people.map((person) => ({ purpose: 'invitation', person, version: 1, month: '2026-11' })),
  })
  // Every second one has said something, every tenth of these has blocked the bot, one wants silence.
  await database.client.person.createMany({
    data: people
      .filter((_, index) => index % 2 === 0)
      .map((id, index) => ({
        id,
        role: index % 4 === 0 ? 'asn' : 'citizen',
        district: index % 3 === 0 ? 'Sumay' : 'Tebo Ulu',
        isReachable: index % 10 !== 9,
        isSilent: index === 2,
      })),
  })
})
afterEach(() => database.cleanup())

function services() {
  const units = unitService(unitStore(database))
  const catalogue = surveyCatalogue(versionStore(database), units)
  const given = { catalogue, respondents: names, units, clock, timeZone: 'Asia/Jakarta' }
  return { units, surveys: surveyAudience({ ...given, store: answerStateStore(database) }) }
}

const counted = (audience: Audience) =>
  countReaders(readerBatches(store, services().surveys, audience)).then(({ first: _, ...count }) => count)

async function publishes(code: string) {
  const definition = {
    format: 2,
    settings: { title: { id: 'Uji' }, default_language: 'id' },
    survey: [{ type: 'text', name: 'kesan', label: { id: 'Kesan?' } }],
    choices: {},
  }
  const version = await versionStore(database).publish(code, 'semester', definition)
  await database.client.survey.updateMany({ where: { code }, data: { isPerUnit: false } })
  const { surveyId } = await database.client.surveyVersion.findUniqueOrThrow({ where: { id: version } })
  return { version, surveyId }
}

describe('an audience of thousands', () => {
  test('is everyone who agreed, in batches that forget nobody and repeat nobody', async () => {
    const seen: number[] = []
    for await (const { people } of readerBatches(store, services().surveys, {}))
      seen.push(...people.map(({ person }) => person))
    expect(seen).toEqual(Array.from({ length: MANY }, (_, index) => FIRST + index))
  })

  test('goes on after the person at whom it stopped', async () => {
    const seen: number[] = []
    for await (const { people } of readerBatches(store, services().surveys, {}, FIRST + 3_000))
      seen.push(...people.map(({ person }) => person))
    expect([seen.length, seen[0]]).toEqual([499, FIRST + 3_001])
  })

  test.each<[string, Audience, { readers: number; unreachable: number; silent: number }]>([
    ['all', {}, { readers: 3_324, unreachable: 175, silent: 1 }],
    ['civil servants', { role: 'asn' }, { readers: 438, unreachable: 0, silent: 0 }],
    ['a kecamatan', { district: 'Sumay' }, { readers: 525, unreachable: 59, silent: 0 }],
    ['both together', { role: 'citizen', district: 'Sumay' }, { readers: 379, unreachable: 59, silent: 0 }],
    ['a kecamatan where nobody is', { district: 'Muara Tabir' }, { readers: 0, unreachable: 0, silent: 0 }],
  ])('counts %s, and apart those who cannot be reached or want silence', async (_, audience, count) => {
    expect(await counted(audience)).toEqual(count)
  })

  test('tells who has answered and who has not by names that only the key makes', async () => {
    const { surveyId } = await publishes('uji')
    const occasion = { survey: surveyId, unit: null, period: '2026-S2' }
    const before = { ...occasion, period: '2026-S1' }
    await database.client.participation.createMany({
      data: [
        ...Array.from({ length: 700 }, (_, index) => names.respondent(FIRST + index * 5, occasion)),
        ...Array.from({ length: 50 }, (_, index) => names.respondent(FIRST + 1 + index * 5, before)),
      ].map((respondent) => ({ respondent })),
    })
    const readers = async (are: 'answered' | 'unanswered') => {
      const { readers, unreachable, silent } = await counted({ answers: { are, survey: 'uji' } })
      return readers + unreachable + silent
    }
    expect([await readers('answered'), await readers('unanswered')]).toEqual([700, 2_800])
  })

  test('tells who has begun and not finished, trials left out', async () => {
    const { version, surveyId } = await publishes('uji')
    const other = await publishes('lain')
    const trial = await database.client.surveyVersion.create({
      data: { surveyId, number: 0, definition: '{}' },
    })
    const draft = (index: number, versionId: number) => ({
      ...{ id: `draft ${index} ${versionId}`, respondent: `respondent ${index} ${versionId}` },
      ...{ person: names.person(FIRST + index), versionId, period: '2026-S2', focusedAt: MONDAY },
    })
    await database.client.draft.createMany({
      data: [
        ...Array.from({ length: 30 }, (_, index) => draft(index * 100, version)),
        ...Array.from({ length: 20 }, (_, index) => draft(1 + index * 100, other.version)),
        ...Array.from({ length: 10 }, (_, index) => draft(3 + index * 100, trial.id)),
      ],
    })
    const { readers, unreachable, silent } = await counted({ answers: { are: 'unfinished', survey: 'uji' } })
    expect(readers + unreachable + silent).toBe(30)
  })
})

describe('putting it into the outbox', () => {
  async function begun(audience: Audience = {}) {
    const given = { content: { survey: 'uji' }, audience, author: 1, createdAt: MONDAY }
    const { id } = await store.create(given)
    await store.change(id, ['draft'], { state: 'running', startsAt: MONDAY })
    return id
  }
  const queueing = () =>
    broadcastQueueing({ store, ...services(), respondents: names, clock, timeZone: 'Asia/Jakarta' })
  const outbox = () =>
    outboxService({
      ...{ store: outboxStore(database), reports: outboxReportStore(database), clock },
      quietHours: undefined,
    })
  const keys = async () =>
    (await database.client.outgoing.findMany({ select: { key: true } })).map(({ key }) => key)

  test('a process that dies in the middle, before or after taking note, leaves nobody out and repeats nobody', async () => {
    await publishes('uji')
    const id = await begun()
    // Dies after some of the second five hundred were put in, and before it was noted how far it had come.
    let pieces = 0
    for await (const { messages, note } of queueing()(id)) {
      await outbox().put(messages)
      if (++pieces === 8) break
      await note?.()
    }
    expect((await store.find(id))?.lastPerson).toBe(FIRST + 499)
    for await (const { messages, note } of queueing()(id)) {
      await outbox().put(messages)
      await note?.()
    }
    expect(new Set(await keys()).size).toBe(3_324)
    expect(await outbox().summary(id)).toMatchObject({ total: 3_324 })
    expect(await store.find(id)).toMatchObject({ isQueued: true })
    // Once all are in, there is nothing more to do.
    for await (const _ of queueing()(id)) expect.unreachable()
  })

  test('two instances at once come to the same', async () => {
    await publishes('uji')
    const id = await begun()
    const work = async () => {
      for await (const { messages, note } of queueing()(id)) {
        await outbox().put(messages)
        await note?.()
      }
    }
    await Promise.all([work(), work()])
    expect(await outbox().summary(id)).toMatchObject({ total: 3_324 })
  })

  test('held in between, it stops, and what is in waits with it', async () => {
    await publishes('uji')
    const id = await begun()
    for await (const { messages, note } of queueing()(id)) {
      await outbox().put(messages)
      await note?.()
      if (await store.change(id, ['running'], { state: 'paused' })) await outbox().hold(id)
    }
    const { total, byStatus } = await outbox().summary(id)
    expect([total < 3_324, byStatus.held]).toEqual([true, total])
  })

  test('chosen by answers, no key and no payload names anybody', async () => {
    await publishes('uji')
    const id = await begun({ answers: { are: 'unanswered', survey: 'uji' } })
    for await (const { messages } of queueing()(id)) await outbox().put(messages)
    const rows = await database.client.outgoing.findMany()
    expect(rows).toHaveLength(3_324)
    expect(rows.map(({ key, payload }) => key + payload).join()).not.toMatch(/5000\d{6}/)
    expect(rows.every(({ isForgetful }) => isForgetful)).toBe(true)
  })
})
