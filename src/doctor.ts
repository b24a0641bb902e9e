import { constants, existsSync } from 'node:fs'
import { access } from 'node:fs/promises'
import type { Clock } from './clock.ts'
import { type Config, loadConfig, loadDatabaseConfig, type QuietHours } from './config.ts'
import { isUpToDate } from './database/migrationState.ts'
import { readMigrations } from './database/migrations.ts'
import { type Database, openDatabase } from './database/open.ts'
import { databaseLooks } from './doctor/databaseLooks.ts'
import type { Finding } from './doctor/finding.ts'
import { doctorStore } from './doctor/store.ts'
import { webhookInfo, webhookState } from './doctor/webhookState.ts'
import { telegramApi } from './telegram/api.ts'
import { identify } from './telegram/identify.ts'
import { type Pause, timerPause } from './telegram/pause.ts'

/** Telegram's web servers tell the time to the second; more than this is a clock that is wrong. */
const TOLERANCE_MS = 30_000

/** Looks at everything the bot needs, one after the other, and changes nothing. */
export async function checkUp(
  env: Record<string, string | undefined>,
  clock: Clock,
  pause: Pause = timerPause,
): Promise<Finding[]> {
  const findings: Finding[] = []
  const look = async <T>(what: Finding['what'], find: () => Promise<{ detail: string; found?: T }>) => {
    try {
      const { detail, found } = await find()
      findings.push({ what, ok: true, detail })
      return found
    } catch (fault) {
      findings.push({ what, ok: false, detail: (fault as Error).message })
      return undefined
    }
  }

  const config = await look<Config>('settings', async () => ({ detail: 'complete', found: loadConfig(env) }))
  const database = await look<Database>('database', async () => {
    const { databaseUrl } = loadDatabaseConfig(env)
    const file = databaseUrl.startsWith('file:') && databaseUrl.slice('file:'.length).replace(/\?.*$/, '')
    if (file && !existsSync(file)) return { detail: `${file} will be made at the first start` }
    const found = await openDatabase(databaseUrl)
    return { detail: `${found.url} can be opened`, found }
  })
  if (database) {
    const isReady = await look('migrations', async () => {
      if (await isUpToDate(database.link, readMigrations(database.engine)))
        return { detail: 'up to date', found: true }
      throw new Error('some are missing; the next start applies them (or now: suluh migrate)')
    })
    const { timeZone } = config ?? loadDatabaseConfig(env)
    const parts = { store: doctorStore(database), clock, timeZone, pause }
    if (isReady)
      for (const [what, find] of databaseLooks(parts))
        await look(what, async () => ({ detail: await find() }))
    await database.close()
  }
  if (!config) return findings

  await look('quiet hours', async () => ({ detail: quietWords(config.quietHours) }))

  await look('files', async () => {
    const { dataDir } = config
    if (!existsSync(dataDir)) return { detail: `${dataDir} will be made at the first start` }
    await access(dataDir, constants.W_OK).catch(() => {
      throw new Error(`DATA_DIR ${dataDir} cannot be written; make it writable or choose another`)
    })
    return { detail: `${dataDir} can be written` }
  })
  const api = telegramApi(config.telegramApiRoot, config.botToken)
  const me = await look('telegram', async () => {
    const found = await identify(api, config.telegramApiRoot)
    return { detail: `@${found.username} at ${config.telegramApiRoot}`, found }
  })
  if (me)
    await look('webhook', async () => {
      const info = webhookInfo.parse(await api.call('getWebhookInfo', {}))
      return { detail: webhookState(info, config.publicUrl, clock.now()) }
    })
  await api.close()
  // Without Telegram there is nothing to compare with, and that was told.
  if (!me) return findings
  await look('clock', async () => {
    const response = await fetch(config.telegramApiRoot, { signal: AbortSignal.timeout(10_000) })
    const theirs = Date.parse(response.headers.get('date') ?? '')
    if (Number.isNaN(theirs)) return { detail: 'Telegram did not tell the time; nothing to compare with' }
    const off = clock.now().getTime() - theirs
    if (Math.abs(off) > TOLERANCE_MS)
      throw new Error(`${Math.round(off / 1000)} s away from Telegram's; set up time synchronisation (NTP)`)
    return { detail: "agrees with Telegram's" }
  })
  return findings
}

function quietWords(hours: QuietHours | undefined): string {
  if (!hours) return 'none: messages of the bot go out at night too'
  const clockTime = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`
  return `${clockTime(hours.from)} to ${clockTime(hours.to)}, by the clock of the reader`
}
