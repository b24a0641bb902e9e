import type { Clock } from '../clock.ts'
import type { Pause } from '../telegram/pause.ts'
import type { Finding, Look } from './finding.ts'
import type { DoctorStore } from './store.ts'

/** A message that is due waits minutes behind a large broadcast, and never an hour. */
const LONGEST_WAIT_MS = 3_600_000
/** A holder raises its beat each three seconds. */
const BEAT_MS = 4_000

/** What a migrated database tells of the bot at work. */
export function databaseLooks(parts: {
  store: DoctorStore
  clock: Clock
  timeZone: string
  pause: Pause
}): [Finding['what'], Look][] {
  const { store, clock, timeZone, pause } = parts

  async function holidays(): Promise<string> {
    const [year, month] = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' })
      .format(clock.now())
      .split('-')
      .map(Number) as [number, number]
    const [now, next] = await Promise.all([store.holidays(year), store.holidays(year + 1)])
    if (now.all === 0) throw new Error(`none of ${year}: reminders would go out on holidays; send /libur`)
    if (next.all === 0 && month === 12) throw new Error(`none of ${year + 1} yet; send /libur`)
    const words = ({ all, estimated }: typeof now) =>
      `${all}${estimated > 0 ? ` (${estimated} not announced yet)` : ''}`
    return `${words(now)} in ${year}, ${words(next)} in ${year + 1}`
  }

  async function outbox(): Promise<string> {
    const now = clock.now()
    const { pending, failed, oldestDue } = await store.outbox(now)
    const failures = failed > 0 ? `, ${failed} failed` : ''
    if (oldestDue && now.getTime() - oldestDue.getTime() > LONGEST_WAIT_MS)
      throw new Error(
        `${pending} messages wait${failures}; one should have gone at ${oldestDue.toISOString()}: is the bot running? suluh outbox tells more`,
      )
    return `${pending} messages wait${failures}`
  }

  async function leader(): Promise<string> {
    const before = await store.leases()
    if (before.length === 0) return 'no bot is running on this database'
    await pause(BEAT_MS)
    const after = await store.leases()
    const words = after.map(({ name, holder, beat }) => {
      const old = before.find((each) => each.name === name)
      const isStill = old?.holder === holder && old.beat === beat
      return name.startsWith('instance:')
        ? `${name}${isStill ? ' (no sign of life)' : ''}`
        : `${name} is held by ${holder}${isStill ? ' (no sign of life: another takes over in seconds)' : ''}`
    })
    return words.join(', ') || 'no bot is running on this database any more'
  }

  async function lastRuns(): Promise<string> {
    const runs = await store.lastRuns()
    const words = runs.map(
      ({ job, startedAt, outcome }) => `${job} ${outcome ?? 'under way since'} ${startedAt.toISOString()}`,
    )
    if (runs.some(({ outcome }) => outcome === 'failed'))
      throw new Error(`${words.join(', ')}; the log says why a job failed`)
    return words.join(', ') || 'none yet'
  }

  return [
    ['holidays', holidays],
    ['outbox', outbox],
    ['leader', leader],
    ['last runs', lastRuns],
  ]
}
