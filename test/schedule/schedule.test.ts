import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Clock } from '../../src/clock.ts'
import type { Outgoing } from '../../src/outbox/outgoing.ts'
import type { Job, Plan } from '../../src/schedule/job.ts'
import { nightlyPruning } from '../../src/schedule/nightlyPruning.ts'
import { planAt } from '../../src/schedule/planAt.ts'
import { nextOccurrence } from '../../src/schedule/recurrence.ts'
import { openSchedule, type ScheduleParts, type TickFacts } from '../../src/schedule/schedule.ts'
import { jobRunStore } from '../../src/schedule/store.ts'
import { workingCalendar } from '../../src/schedule/workingCalendar.ts'
import { beatsByHand } from '../conversation/beatsByHand.ts'
import { testDatabase } from '../database/testDatabase.ts'

const HOUR = 3_600_000
let database: Awaited<ReturnType<typeof testDatabase>>
let now: Date
let queued: string[]
let lines: string[]
const clock: Clock = { now: () => now }

beforeEach(async () => {
  database = await testDatabase()
  now = new Date('2026-11-24T02:00:30Z')
  queued = []
  lines = []
})
afterEach(() => database.cleanup())

/** A schedule as one instance runs it; keys that were put in before are not put in again. */
function scheduleOf(jobs: Job[], more: Partial<ScheduleParts> = {}) {
  return openSchedule({
    jobs,
    runs: jobRunStore(database),
    async put(messages) {
      const fresh = messages.filter(({ key }) => !queued.includes(key))
      queued.push(...fresh.map(({ key }) => key))
      return fresh.length
    },
    clock,
    instance: 'one',
    lease: { isHeld: () => true, term: () => 1 },
    log: pino({ level: 'warn' }, { write: (line: string) => lines.push(line) }),
    ...more,
  })
}

const message = (key: string): Outgoing => ({
  key,
  kind: 'test',
  payload: {},
  chat: 7,
  class: 'normal',
  timeZone: 'Asia/Jakarta',
  dueAt: now,
})

/** A job at nine in the morning in Jakarta, that may be two hours late. */
const daily = (plan: (slot: Date) => AsyncIterable<Plan>): Job => ({
  name: 'daily',
  slots: {
    lastBefore(moment) {
      const nine = { every: 'day', at: '09:00', timeZone: 'Asia/Jakarta', onHolidays: 'ignore' } as const
      const before = new Date(moment.getTime() - 24 * HOUR)
      return nextOccurrence(nine, workingCalendar([]), before)
    },
    lateMinutes: 120,
  },
  plan: (_, slot) => plan(slot),
})

const saying = () => {
  const slots: string[] = []
  const job = daily(async function* (slot) {
    slots.push(slot.toISOString())
    yield { messages: [message(`daily:${slot.toISOString()}`)] }
  })
  return { job, slots }
}

const runs = () => database.client.jobRun.findMany({ orderBy: { slot: 'asc' } })

describe('a job with times of its own', () => {
  test('runs once at each, whichever minute it is and however often it ticks', async () => {
    const { job, slots } = saying()
    const schedule = scheduleOf([job])
    await schedule.tick()
    now = new Date('2026-11-24T02:01:30Z')
    await schedule.tick()
    now = new Date('2026-11-25T02:00:00Z')
    await schedule.tick()
    expect(slots).toEqual(['2026-11-24T02:00:00.000Z', '2026-11-25T02:00:00.000Z'])
    expect((await runs()).map(({ outcome }) => outcome)).toEqual(['done', 'done'])
  })

  test('is run once by two instances that tick at once', async () => {
    const { job, slots } = saying()
    await Promise.all([
      scheduleOf([job]).tick(),
      scheduleOf([job], { instance: 'two' }).tick(new Date(now.getTime() + 5000)),
    ])
    expect(slots).toHaveLength(1)
  })

  test('does nothing twice when the clock is set back an hour', async () => {
    const { job, slots } = saying()
    const schedule = scheduleOf([job])
    for (const moment of ['2026-11-24T02:00:30Z', '2026-11-24T01:30:00Z', '2026-11-24T02:00:30Z']) {
      now = new Date(moment)
      await schedule.tick()
    }
    // The one before was not run: it lies too far back by the job's own rule.
    expect(slots).toEqual(['2026-11-24T02:00:00.000Z'])
    expect((await runs()).map(({ outcome }) => outcome)).toEqual(['missed', 'done'])
  })

  test('is made up for after a time without power, or recorded as missed when it is too late', async () => {
    const { job, slots } = saying()
    now = new Date('2026-11-24T03:59:00Z')
    await scheduleOf([job]).tick()
    expect(slots).toEqual(['2026-11-24T02:00:00.000Z'])
    now = new Date('2026-11-25T04:01:00Z')
    await scheduleOf([job]).tick()
    expect(slots).toHaveLength(1)
    expect((await runs()).map(({ outcome }) => outcome)).toEqual(['done', 'missed'])
    expect(lines).toHaveLength(1)
    await scheduleOf([job]).tick()
    expect(lines).toHaveLength(1)
  })

  test('is taken up again when its instance died before the end, and not while it may be at work', async () => {
    const { job, slots } = saying()
    const slot = new Date('2026-11-24T02:00:00Z')
    await jobRunStore(database).begin({ job: 'daily', slot }, now, 'dead')
    await scheduleOf([job]).tick()
    expect(slots).toEqual([])
    now = new Date('2026-11-24T02:01:30Z')
    await Promise.all([scheduleOf([job]).tick(), scheduleOf([job], { instance: 'two' }).tick()])
    expect(slots).toHaveLength(1)
    expect((await runs()).map(({ outcome }) => outcome)).toEqual(['done'])
  })

  test('is tried again when it failed, and the fault is logged once', async () => {
    let isBroken = true
    const job = daily(async function* (slot) {
      yield { messages: [message(`first:${slot.getTime()}`)] }
      if (isBroken) throw new Error('the disk is full')
      yield { messages: [message(`second:${slot.getTime()}`)] }
    })
    const schedule = scheduleOf([job])
    await schedule.tick()
    expect(await runs()).toMatchObject([{ outcome: 'failed', error: 'the disk is full' }])
    now = new Date('2026-11-24T02:01:00Z')
    await schedule.tick()
    expect(lines).toHaveLength(1)
    isBroken = false
    now = new Date('2026-11-24T02:02:00Z')
    await schedule.tick()
    expect(queued.map((key) => key.split(':')[0])).toEqual(['first', 'second'])
    expect((await runs()).map(({ outcome }) => outcome)).toEqual(['done'])
  })
})

test('what a job failed of says nothing of a person, though the database quotes what it was asked', async () => {
  const job = daily(async function* () {
    yield { messages: [] }
    await database.client.person.create({ data: { id: 7_100_000_001n, unitId: 4_242 } })
  })
  await scheduleOf([job]).tick()
  const [run] = await runs()
  expect(run?.outcome).toBe('failed')
  expect(`${run?.error} ${lines.join()}`).toMatch(/Prisma/)
  expect(`${run?.error} ${lines.join()}`).not.toMatch(/7100000001|4242/)
})

test('no job is stopped by one that fails, nor by one that never ends', async () => {
  let ends = 0
  const failing: Job = {
    name: 'failing',
    // biome-ignore lint/correctness/useYield: it fails before it has anything to say
    async *plan() {
      throw new Error('broken')
    },
  }
  const endless: Job = {
    name: 'endless',
    async *plan() {
      ends++
      await new Promise(() => {})
    },
  }
  const sound: Job = {
    name: 'sound',
    async *plan(moment) {
      yield { messages: [message(`sound:${moment.getTime()}`)] }
    },
  }
  const facts: TickFacts[] = []
  const schedule = scheduleOf([failing, endless, sound], { limit: 30, observe: (each) => facts.push(each) })
  await schedule.tick()
  now = new Date('2026-11-24T02:01:00Z')
  await schedule.tick()
  expect(queued).toHaveLength(2)
  // What has not ended is not begun again.
  expect(ends).toBe(1)
  expect(facts.map(({ failed }) => failed)).toEqual([2, 1])
  expect(lines).toHaveLength(2)
})

test('only the holder of the lease works, at once when it gets it, and stops when it loses it', async () => {
  let isHeld = false
  let term = 0
  const pieces: Job = {
    name: 'pieces',
    async *plan(moment) {
      for (const piece of [1, 2, 3]) {
        yield {
          messages: [message(`${moment.getTime()}:${piece}`)],
          note: async () => {
            if (piece === 2 && term === 2) isHeld = false
          },
        }
      }
    },
  }
  const beats = beatsByHand()
  const facts: TickFacts[] = []
  const lease = { isHeld: () => isHeld, term: () => term }
  const schedule = scheduleOf([pieces], { lease, observe: (each) => facts.push(each) })
  const started = schedule.start(beats)
  await beats.strike()
  expect(queued).toEqual([])
  isHeld = true
  term = 1
  await beats.strike()
  expect(queued).toHaveLength(3)
  // Once for the lease, once for the minute, of which the second tells how late it began.
  expect(facts.map(({ lag }) => lag)).toEqual([undefined, 30])
  now = new Date('2026-11-24T02:01:00Z')
  term = 2
  await schedule.tick()
  expect(queued).toHaveLength(5)
  await started.stop()
})

test('what would be queued is told without anything being written', async () => {
  const { job } = saying()
  const before = JSON.stringify(await runs())
  const planned = await planAt([job], jobRunStore(database), now)
  expect(planned).toMatchObject([{ job: 'daily', kind: 'test', class: 'normal', count: 1 }])
  expect(JSON.stringify(await runs())).toBe(before)
  await scheduleOf([job]).tick()
  expect(await planAt([job], jobRunStore(database), now)).toEqual([])
})

test('runs are forgotten after ninety days', async () => {
  const store = jobRunStore(database)
  for (const day of ['2026-08-01', '2026-11-01'])
    await store.begin({ job: 'old', slot: new Date(`${day}T00:00:00Z`) }, new Date(`${day}T00:00:00Z`), 'one')
  await scheduleOf([
    nightlyPruning({ name: 'prune-runs', keptDays: 90, prune: store.prune, timeZone: 'Asia/Jakarta' }),
  ]).tick()
  expect((await runs()).map(({ job, outcome }) => [job, outcome])).toEqual([
    ['old', null],
    ['prune-runs', 'done'],
  ])
})
