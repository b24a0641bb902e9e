import { constants, existsSync } from 'node:fs'
import { access } from 'node:fs/promises'
import type { Clock } from './clock.ts'
import { type Config, loadConfig, loadDatabaseConfig } from './config.ts'
import { isUpToDate } from './database/migrationState.ts'
import { readMigrations } from './database/migrations.ts'
import { type Database, openDatabase } from './database/open.ts'
import { telegramApi } from './telegram/api.ts'
import { identify } from './telegram/identify.ts'

export interface Finding {
  what: 'settings' | 'database' | 'migrations' | 'files' | 'telegram' | 'clock'
  ok: boolean
  /** One line: what was found, or what is wrong and how to mend it. */
  detail: string
}

/** Telegram's web servers tell the time to the second; more than this is a clock that is wrong. */
const TOLERANCE_MS = 30_000

/** Looks at everything the bot needs, one after the other, and changes nothing. */
export async function checkUp(env: Record<string, string | undefined>, clock: Clock): Promise<Finding[]> {
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
    await look('migrations', async () => {
      if (await isUpToDate(database.link, readMigrations(database.engine))) return { detail: 'up to date' }
      throw new Error('some are missing; the next start applies them (or now: suluh migrate)')
    })
    await database.close()
  }
  if (!config) return findings

  await look('files', async () => {
    const { dataDir } = config
    if (!existsSync(dataDir)) return { detail: `${dataDir} will be made at the first start` }
    await access(dataDir, constants.W_OK).catch(() => {
      throw new Error(`DATA_DIR ${dataDir} cannot be written; make it writable or choose another`)
    })
    return { detail: `${dataDir} can be written` }
  })
  await look('telegram', async () => {
    const api = telegramApi(config.telegramApiRoot, config.botToken)
    const me = await identify(api, config.telegramApiRoot).finally(() => api.close())
    return { detail: `@${me.username} at ${config.telegramApiRoot}` }
  })
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
