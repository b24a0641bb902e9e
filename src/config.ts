import { z } from 'zod'
import { OperatorProblem } from './operatorProblem.ts'

const zone = z.string().refine(isTimeZone, 'TIME_ZONE is an IANA name such as Asia/Jakarta')

const environment = z.object({
  BOT_TOKEN: z
    .string('BOT_TOKEN is missing; get one from @BotFather')
    .regex(/^\d+:[\w-]{10,}$/, 'BOT_TOKEN looks like 123456:ABC-DEF; get one from @BotFather'),
  TELEGRAM_API_ROOT: z
    .url({ protocol: /^https?$/, error: 'TELEGRAM_API_ROOT is an address such as https://api.telegram.org' })
    .default('https://api.telegram.org'),
  DATABASE_URL: z
    .string()
    .regex(
      /^(file:.+|postgres(ql)?:\/\/.+)/,
      'DATABASE_URL is file:… for SQLite or postgresql://… for PostgreSQL',
    )
    .default('file:./data/suluh.db'),
  DATA_DIR: z.string().default('./data'),
  ADMIN_IDS: z
    .string()
    .regex(
      /^\s*(\d{1,15}\s*(,\s*\d{1,15}\s*)*)?$/,
      'ADMIN_IDS is a list of Telegram user ids such as 12345,67890',
    )
    .default('')
    .transform((list) => new Set(list.split(',').map(Number).filter(Boolean))),
  SECRET_KEY: z
    .string()
    .min(32, 'SECRET_KEY needs at least 32 characters; leave it out to have one made')
    .optional(),
  TIME_ZONE: zone.default('Asia/Jakarta'),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'LOG_LEVEL is one of fatal, error, warn, info, debug, trace, silent',
    )
    .default('info'),
})

/** Everything the surroundings decide, checked and typed. */
export interface Config {
  botToken: string
  telegramApiRoot: string
  databaseUrl: string
  /** Folder of the files that people hand in. */
  dataDir: string
  /** Telegram user ids of those who may see results. */
  adminIds: ReadonlySet<number>
  /** Absent: one is made and kept beside the database. */
  secretKey: string | undefined
  timeZone: string
  logLevel: string
}

/**
 * Reads the settings of the bot from an environment such as `process.env`. An empty value counts as absent,
 * blanks around a value do not count.
 * @throws OperatorProblem naming the first setting that is wrong
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  return parse(environment, env)
}

/** The same without a bot: for commands that only need the database. */
export function loadDatabaseConfig(env: Record<string, string | undefined>) {
  const { databaseUrl, timeZone, secretKey } = parse(environment.omit({ BOT_TOKEN: true }), env)
  return { databaseUrl, timeZone, secretKey }
}

function parse(
  schema: z.ZodType<Partial<z.infer<typeof environment>>>,
  env: Record<string, string | undefined>,
): Config {
  const given = Object.fromEntries(
    Object.entries(env)
      .map(([name, value]) => [name, value?.trim()])
      .filter(([, value]) => value),
  )
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new OperatorProblem(parsed.error.issues[0]?.message ?? 'settings cannot be read')
  const settings = parsed.data as z.infer<typeof environment>
  return {
    botToken: settings.BOT_TOKEN,
    telegramApiRoot: settings.TELEGRAM_API_ROOT.replace(/\/+$/, ''),
    databaseUrl: settings.DATABASE_URL,
    dataDir: settings.DATA_DIR,
    adminIds: settings.ADMIN_IDS,
    secretKey: settings.SECRET_KEY,
    timeZone: settings.TIME_ZONE,
    logLevel: settings.LOG_LEVEL,
  }
}

/** Whether this is the name of a time zone that the machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    // RangeError is the only way Intl says no.
    return false
  }
}
