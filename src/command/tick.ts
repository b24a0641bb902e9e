import { existsSync } from 'node:fs'
import { type Logger, pino } from 'pino'
import { jobsOf } from '../assembly/jobsOf.ts'
import { openBroadcasts } from '../broadcast/openBroadcasts.ts'
import { broadcastStore } from '../broadcast/store.ts'
import { systemClock } from '../clock.ts'
import { loadDatabaseConfig } from '../config.ts'
import { isUpToDate } from '../database/migrationState.ts'
import { readMigrations } from '../database/migrations.ts'
import { type Database, openDatabase } from '../database/open.ts'
import { pathOfUrl } from '../database/sqliteFile.ts'
import { localMoment } from '../localTime.ts'
import { OperatorProblem } from '../operatorProblem.ts'
import { outboxReportStore } from '../outbox/report/store.ts'
import { type Outbox, outboxService } from '../outbox/service.ts'
import { outboxStore } from '../outbox/store.ts'
import { personService } from '../person/service.ts'
import { personStore } from '../person/store.ts'
import { holidayService } from '../schedule/holiday/service.ts'
import { holidayStore } from '../schedule/holiday/store.ts'
import type { Job } from '../schedule/job.ts'
import { type PlannedMessages, planAt } from '../schedule/planAt.ts'
import { openSchedule, type TickFacts } from '../schedule/schedule.ts'
import { type JobRunStore, jobRunStore } from '../schedule/store.ts'
import { keptSecretKey, secretKeyFile } from '../secretKey.ts'
import { surveyAudience } from '../survey/audience/service.ts'
import { answerStateStore } from '../survey/audience/store.ts'
import { surveyCatalogue } from '../survey/catalogue.ts'
import { versionStore } from '../survey/life/store.ts'
import { reminderStore } from '../survey/reminder/store.ts'
import { respondents } from '../survey/respondent.ts'
import { unitService } from '../unit/service.ts'
import { unitStore } from '../unit/store.ts'
import { print } from './print.ts'

type DatabaseConfig = ReturnType<typeof loadDatabaseConfig>

/**
 * `suluh tick`: does once what the clock would do at a moment, or with `--dry-run` only tells what it would put into
 * the outbox and writes nothing.
 */
export async function tick(options: { at?: Date; dryRun?: boolean; json?: boolean }): Promise<void> {
  const { at = systemClock.now(), dryRun = false, json = false } = options
  const config = loadDatabaseConfig(process.env)
  const secretKey = keyThatIsThere(config)
  const database = await openDatabase(config.databaseUrl)
  try {
    if (!(await isUpToDate(database.link, readMigrations(database.engine))))
      throw new OperatorProblem('the database is not at the schema of this version; run suluh migrate')
    const runs = jobRunStore(database)
    const log = pino({ level: 'warn' }, pino.destination(2))
    const outbox = outboxOn(database, config, at)
    const { jobs, stop } = jobsOn(database, { ...config, secretKey }, { outbox, at, log })
    const telling = { at, json, timeZone: config.timeZone }
    if (dryRun) return tellPlan(await planAt(jobs, runs, at), telling)
    tellFacts(await tickOnce(runs, jobs, { outbox, at, log }), telling)
    await stop()
  } finally {
    await database.close()
  }
}

interface Doing {
  outbox: Outbox
  at: Date
  log: Logger
}

function outboxOn(database: Database, { quietHours }: DatabaseConfig, at: Date): Outbox {
  const reports = outboxReportStore(database)
  return outboxService({ store: outboxStore(database), reports, clock: { now: () => at }, quietHours })
}

/** The same jobs as the bot's. */
function jobsOn(
  database: Database,
  config: DatabaseConfig & { secretKey: string },
  { outbox, at, log }: Doing,
): { jobs: Job[]; stop(): Promise<void> } {
  const { timeZone, quietHours, messagesPerSecond, approvalAbove, adminIds } = config
  const clock = { now: () => at }
  const units = unitService(unitStore(database))
  const catalogue = surveyCatalogue(versionStore(database), units)
  const names = respondents(config.secretKey)
  const surveys = surveyAudience({
    ...{ store: answerStateStore(database), catalogue, respondents: names, units, clock, timeZone },
  })
  const broadcasting = openBroadcasts({
    ...{ store: broadcastStore(database), surveys, outbox, units, respondents: names, clock, timeZone, log },
    ...{ quietHours, perSecond: messagesPerSecond, approvalAbove, admins: adminIds },
  })
  const jobs = jobsOf({
    config,
    runs: jobRunStore(database),
    outgoing: outboxStore(database),
    holidays: holidayService({ store: holidayStore(database), clock, timeZone }),
    people: personService(personStore(database)),
    units,
    catalogue,
    reminders: reminderStore(database),
    respondents: names,
    broadcasts: broadcasting.job,
  })
  return { jobs, stop: broadcasting.stop }
}

async function tickOnce(
  runs: JobRunStore,
  jobs: readonly Job[],
  { outbox, at, log }: Doing,
): Promise<TickFacts | undefined> {
  let facts: TickFacts | undefined
  const schedule = openSchedule({
    jobs,
    runs,
    put: outbox.put,
    clock: { now: () => at },
    instance: 'suluh tick',
    // Whoever gives the command wants it: keys and runs see to it that a bot that is at work does nothing twice.
    lease: { isHeld: () => true, term: () => 1 },
    log,
    observe: (observed) => {
      facts = observed
    },
  })
  await schedule.tick(at)
  return facts
}

/** The key must be there already: one that is made now would fit no draft. */
function keyThatIsThere({ databaseUrl, secretKey }: DatabaseConfig): string {
  if (databaseUrl.startsWith('file:') && !existsSync(pathOfUrl(databaseUrl)))
    throw new OperatorProblem(`there is no database at ${pathOfUrl(databaseUrl)} yet; start the bot once`)
  if (secretKey !== undefined) return secretKey
  const file = secretKeyFile(databaseUrl)
  if (!existsSync(file))
    throw new OperatorProblem(`the secret key is not at ${file}; start the bot once, or set SECRET_KEY`)
  return keptSecretKey(databaseUrl)
}

interface Telling {
  at: Date
  json: boolean
  timeZone: string
}

function tellPlan(planned: readonly PlannedMessages[], { at, json, timeZone }: Telling): void {
  if (json) {
    print(JSON.stringify({ at, dryRun: true, planned }))
    return
  }
  const show = (moment: Date) => localMoment(moment, timeZone).slice(0, 16).replace('T', ' ')
  const total = planned.reduce((sum, { count }) => sum + count, 0)
  print(`At ${show(at)} (${timeZone}) a tick would queue ${total} messages; nothing was written.`)
  for (const { job, kind, class: of, dueFrom, dueTo, count, keys } of planned) {
    const due = show(dueFrom) === show(dueTo) ? show(dueFrom) : `${show(dueFrom)} to ${show(dueTo)}`
    print(`  ${count} × ${kind} (${of}), due ${due}, of the job ${job}: ${keys.join(', ')}`)
  }
}

function tellFacts(facts: TickFacts | undefined, { at, json, timeZone }: Telling): void {
  const { queued = 0, failed = 0 } = facts ?? {}
  if (failed > 0) process.exitCode = 1
  const moment = localMoment(at, timeZone).slice(0, 16).replace('T', ' ')
  print(
    json
      ? JSON.stringify({ at, dryRun: false, queued, failed })
      : `The tick of ${moment} (${timeZone}) queued ${queued} messages; ${failed} jobs failed.`,
  )
}
