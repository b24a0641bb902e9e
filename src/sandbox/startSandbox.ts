import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { loadConfig } from '../config.ts'
import { migrate } from '../database/migrate.ts'
import { type Database, openDatabase } from '../database/open.ts'
import { seedExample } from '../example/seed.ts'
import { seedStaff } from '../example/seedStaff.ts'
import { startSuluh } from '../main.ts'
import { OperatorProblem } from '../operatorProblem.ts'
import { keptSecretKey } from '../secretKey.ts'
import { ADMIN, PERSONAS } from './personas.ts'
import { servePage } from './servePage.ts'
import { type LocalTelegram, startLocalTelegram } from './telegram/localTelegram.ts'

/** A database and files of its own: the sandbox cannot touch the real ones. */
const DATABASE = 'sandbox.db'
const FILES = 'sandbox'
const TIME_ZONE = 'Asia/Jakarta'

export interface Sandbox {
  address: string
  units: { code: string; name: string }[]
  ended: Promise<void>
  stop(): Promise<void>
}

/**
 * Starts a Telegram on this machine with the example regency and the real bot in it.
 * @param port of the chat page; 0 for any that is free
 * @param fresh begin with an empty database
 * @param folder where the sandbox keeps its database and files
 * @throws with one line for the operator, e.g. when the port is taken
 */
export async function startSandbox(
  { port, fresh, folder = 'data' }: { port: number; fresh: boolean; folder?: string },
  log: Logger,
): Promise<Sandbox> {
  const file = join(folder, DATABASE)
  if (fresh) {
    const files = ['', '-wal', '-shm'].map((suffix) => file + suffix)
    await Promise.all(
      [...files, join(folder, FILES)].map((path) => rm(path, { recursive: true, force: true })),
    )
  }
  const databaseUrl = `file:${file}`
  const telegram = await startTelegram(port)
  try {
    const database = await openDatabase(databaseUrl)
    await migrate(database)
    const { units } = await seedExample(database, telegram.clock.now(), TIME_ZONE)
    await seedStaff(database, telegram.clock.now())
    for (const persona of PERSONAS) await createPerson(telegram, persona)
    const admin = await createPerson(telegram, ADMIN)
    await makePersonnel(database, admin)
    await database.close()
    const suluh = await startSuluh(
      loadConfig({
        BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.apiRoot,
        DATABASE_URL: databaseUrl,
        DATA_DIR: join(folder, FILES),
        ADMIN_IDS: String(admin),
        SECRET_KEY: keptSecretKey(databaseUrl),
        TIME_ZONE,
      }),
      { clock: telegram.clock, log },
    )
    return {
      address: telegram.apiRoot,
      units,
      ended: suluh.ended,
      async stop() {
        await suluh.stop()
        await telegram.close()
      },
    }
  } catch (fault) {
    await telegram.close()
    throw fault
  }
}

async function startTelegram(port: number): Promise<LocalTelegram> {
  try {
    return await startLocalTelegram({
      port,
      page: servePage,
      botProfile: { name: 'Suluh', username: 'suluh_bot' },
    })
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw fault
    throw new OperatorProblem(`port ${port} is taken; choose another: npm run sandbox -- --port 4090`)
  }
}

/** The sandbox's admin is the personnel office, too. */
async function makePersonnel({ client }: Database, admin: number): Promise<void> {
  const role = { person: BigInt(admin), role: 'personnel', unitId: 0 }
  const create = { ...role, name: ADMIN.firstName, grantedBy: BigInt(admin) }
  await client.roleGrant.upsert({ where: { person_role_unitId: role }, create, update: {} })
}

async function createPerson(telegram: LocalTelegram, persona: { firstName: string }): Promise<number> {
  const created = await telegram.act({ do: 'create-person', ...persona })
  if (!created.ok) throw new Error(created.problem)
  return created.result as number
}
