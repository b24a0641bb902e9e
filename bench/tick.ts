import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { pino } from 'pino'
import { jobsOf } from '../src/assembly/jobsOf.ts'
import type { Value } from '../src/database/link.ts'
import { migrate } from '../src/database/migrate.ts'
import { type Database, openDatabase } from '../src/database/open.ts'
import { localDay, momentAt } from '../src/localTime.ts'
import type { Outgoing } from '../src/outbox/outgoing.ts'
import { outboxReportStore } from '../src/outbox/report/store.ts'
import { outboxService } from '../src/outbox/service.ts'
import { outboxStore } from '../src/outbox/store.ts'
import { personService } from '../src/person/service.ts'
import { personStore } from '../src/person/store.ts'
import { addDays } from '../src/schedule/addDays.ts'
import { type Holidays, holidayService } from '../src/schedule/holiday/service.ts'
import { holidayStore } from '../src/schedule/holiday/store.ts'
import type { Job } from '../src/schedule/job.ts'
import { openSchedule } from '../src/schedule/schedule.ts'
import { jobRunStore } from '../src/schedule/store.ts'
import { surveyCatalogue } from '../src/survey/catalogue.ts'
import { versionStore } from '../src/survey/life/store.ts'
import { reminderStore } from '../src/survey/reminder/store.ts'
import { type Respondents, respondents } from '../src/survey/respondent.ts'
import { unitService } from '../src/unit/service.ts'
import { unitStore } from '../src/unit/store.ts'
import { surveyOfLength } from './surveyOfLength.ts'

const PEOPLE = 100_000
const DUE = 1_000
const TRAININGS = 1_000
const TICKS = 60
const ZONE = 'Asia/Jakarta'
/** Ten in the morning on a Tuesday. */
const BEGIN = new Date('2026-11-24T03:00:00Z')
const MINUTE_MS = 60_000

/** Ticks over a regency: how long each takes, and whether memory grows. */
export async function benchTick(url: string): Promise<Record<string, string>> {
  const database = await openDatabase(url)
  try {
    await migrate(database)
    const names = respondents('a secret key that is only used in benches')
    await fill(database, names)
    let now = BEGIN
    const clock = { now: () => now }
    const units = unitService(unitStore(database))
    const runs = jobRunStore(database)
    const holidays = holidayService({ store: holidayStore(database), clock, timeZone: ZONE })
    const quietHours = { from: 20 * 60, to: 7 * 60 }
    const reports = outboxReportStore(database)
    const outbox = outboxService({ store: outboxStore(database), reports, clock, quietHours })
    let queued = 0
    const schedule = openSchedule({
      jobs: [
        ...jobsOf({
          outgoing: outboxStore(database),
          config: { adminIds: new Set([1]), quietHours, timeZone: ZONE },
          ...{ runs, holidays, units, respondents: names },
          people: personService(personStore(database)),
          catalogue: surveyCatalogue(versionStore(database), units),
          reminders: reminderStore(database),
        }),
        trainingsJob(holidays),
      ],
      ...{ runs, put: outbox.put, clock, instance: 'bench' },
      lease: { isHeld: () => true, term: () => 1 },
      log: pino({ level: 'warn' }, pino.destination(2)),
      observe: (facts) => {
        queued += facts.queued
      },
    })
    const times: number[] = []
    const computing: number[] = []
    const heaps: number[] = []
    let first = 0
    for (let tick = 0; tick < TICKS; tick++) {
      now = new Date(BEGIN.getTime() + tick * MINUTE_MS)
      const [began, used] = [performance.now(), process.cpuUsage()]
      await schedule.tick()
      times.push(performance.now() - began)
      const { user, system } = process.cpuUsage(used)
      computing.push((user + system) / 1000)
      heaps.push(heapAfterCollection())
      if (tick === 0) first = queued
    }
    const others = times.slice(1).sort((a, b) => a - b)
    const cpu = computing.slice(1).sort((a, b) => a - b)
    const ms = (value = 0) => `${Math.round(value)} ms`
    return {
      'people, open drafts, messages that wait': `${PEOPLE} each`,
      'trainings (there are none yet: 1,000 dated events, three reminders each)': String(TRAININGS),
      [`first tick, ${DUE} drafts due`]: `${ms(times[0])} (${ms(computing[0])} of CPU), ${first} messages queued`,
      'a tick after that, median': `${ms(others[Math.floor(others.length / 2)])} (${ms(cpu[Math.floor(cpu.length / 2)])} of CPU)`,
      'a tick after that, longest': `${ms(others.at(-1))}, ${queued - first} messages queued in ${TICKS - 1}`,
      'heap after tick 1, 30, 60': [0, 29, 59].map((tick) => `${heaps[tick]?.toFixed(1)} MB`).join(', '),
    }
  } finally {
    await database.close()
  }
}

/**
 * In place of trainings: events on the days around, each with a reminder a week, a working day and an hour before. Like
 * any job it works out what is due from what is stored, and leaves it to the keys that nobody is told twice.
 */
function trainingsJob(holidays: Holidays): Job {
  const today = localDay(BEGIN, ZONE)
  const events = Array.from({ length: TRAININGS }, (_, id) => ({
    id,
    day: addDays(today, id % 120),
    hour: 8 + (id % 8),
  }))
  return {
    name: 'trainings',
    async *plan(now) {
      const calendar = await holidays.calendar()
      let piece: Outgoing[] = []
      for (const { id, day, hour } of events) {
        const begins = momentAt(day, hour * 60, ZONE)
        const reminders: [string, Date][] = [
          ['D-7', momentAt(addDays(day, -7), 9 * 60, ZONE)],
          ['D-1', momentAt(calendar.previousWorkingDay(day), 9 * 60, ZONE)],
          ['H-1', new Date(begins.getTime() - 60 * MINUTE_MS)],
        ]
        const due = reminders.filter(([, at]) => at <= now && begins > now).at(-1)
        if (!due) continue
        const [name, dueAt] = due
        const messages = Array.from({ length: 20 }, (_, seat): Outgoing => {
          const chat = ((id * 20 + seat) % PEOPLE) + 1
          const key = `training:${id}:v1:${name}:${chat}`
          return { key, kind: 'training', payload: { id }, chat, class: 'normal', timeZone: ZONE, dueAt }
        })
        piece.push(...messages)
        if (piece.length < 1_000) continue
        yield { messages: piece }
        piece = []
      }
      yield { messages: piece }
    },
  }
}

async function fill(database: Database, names: Respondents): Promise<void> {
  await unitStore(database).save({ code: 'bench', name: 'Unit Bench', services: [] })
  await versionStore(database).publish('skm', 'semester', surveyOfLength(9))
  const { id: version } = await database.client.surveyVersion.findFirstOrThrow()
  const { id: unit } = await database.client.unit.findFirstOrThrow()
  const opened = new Date(BEGIN.getTime() - 180 * MINUTE_MS)
  const people = Array.from({ length: PEOPLE }, (_, index) => index + 1)
  await insert(
    database,
    'Person',
    ['id'],
    people.map((id) => [id]),
  )
  const idOf = (person: number) => `draft-${String(person).padStart(9, '0')}`
  await insert(
    database,
    'Draft',
    ['id', 'respondent', 'person', 'versionId', 'unitId', 'period', 'focusedAt', 'chat', 'remindAt'],
    people.map((person) => {
      const id = idOf(person)
      // All that are not due at once become due over a hundred hours.
      const wait = person <= DUE ? 0 : Math.ceil(((person - DUE) / PEOPLE) * 6000)
      const focused = new Date(opened.getTime() + wait * MINUTE_MS)
      const remindAt = new Date(BEGIN.getTime() + wait * MINUTE_MS)
      const seal = names.seal(person, id)
      return [id, `r${person}`, `p${person}`, version, unit, '2026-S2', focused, seal, remindAt]
    }),
  )
  await insert(
    database,
    'DraftAnswer',
    ['draftId', 'position', 'updateId', 'path', 'value', 'actedAt'],
    people.map((person) => [idOf(person), 0, person, 'q0', '1', opened]),
  )
  await insert(
    database,
    'Outgoing',
    ['key', 'kind', 'payload', 'chat', 'priority', 'timeZone', 'dueAt', 'notBefore'],
    people.map((person) => {
      const dueAt = new Date(BEGIN.getTime() + 1440 * MINUTE_MS)
      return [`waits:${person}`, 'waits', '{}', person, 2, ZONE, dueAt, dueAt]
    }),
  )
}

/** Rows by the thousand in one statement. */
async function insert(database: Database, table: string, columns: string[], rows: Value[][]): Promise<void> {
  const names = columns.map((name) => `"${name}"`).join(', ')
  for (let from = 0; from < rows.length; from += 1_000) {
    const piece = rows.slice(from, from + 1_000)
    const places = piece.map((row) => `(${row.map(() => '?').join(', ')})`).join(', ')
    await database.write(`INSERT INTO "${table}" (${names}) VALUES ${places}`, piece.flat())
  }
}

/** Megabytes in use once all that is not needed any more is thrown away. */
function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed / 1024 / 1024
}
