import { z } from 'zod'
import { OperatorProblem } from './operatorProblem.ts'

const zone = z.string().refine(isTimeZone, 'TIME_ZONE is an IANA name such as Asia/Jakarta')

/** A span of the day in minutes after midnight; the end may lie on the next day. */
export interface QuietHours {
  from: number
  to: number
}

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
  QUIET_HOURS: z
    .string()
    .regex(
      /^(none|([01]\d|2[0-3])[.:][0-5]\d\s*-\s*([01]\d|2[0-3])[.:][0-5]\d)$/,
      'QUIET_HOURS is a span such as 20.00-07.00, or none',
    )
    .default('20.00-07.00')
    .transform(quietSpan),
  INVITATIONS_A_WEEK: wholeNumber('INVITATIONS_A_WEEK', 1, 100).default(2),
  APPROVAL_ABOVE: wholeNumber('APPROVAL_ABOVE', 0, 10_000_000).default(500),
  MESSAGES_PER_SECOND: wholeNumber('MESSAGES_PER_SECOND', 1, 10_000).default(30),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'PUBLIC_URL is an address such as https://suluh.tebokab.go.id' })
    .refine(
      (url) => url.startsWith('https://') || /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])([:/]|$)/.test(url),
      'PUBLIC_URL begins with https://; http:// is only for a Bot API server on this machine',
    )
    .optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber('PORT', 0, 65_535).optional(),
  METRICS_TOKEN: z.string().min(16, 'METRICS_TOKEN needs at least 16 characters').optional(),
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
  /** When nothing but urgent messages is sent, in the reader's zone; none when absent. */
  quietHours: QuietHours | undefined
  /** Invitations that one person is sent in seven days. */
  invitationsAWeek: number
  /** Readers above which a broadcast needs a second admin. */
  approvalAbove: number
  /** Messages a second that Telegram takes from this bot. */
  messagesPerSecond: number
  /** Address under which Telegram reaches the bot; absent: the bot asks Telegram for updates. */
  publicUrl: string | undefined
  host: string
  /** Where the bot listens; absent: only a webhook makes it listen, at 8080. */
  port: number | undefined
  /** What whoever reads the metrics from elsewhere has to show. */
  metricsToken: string | undefined
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
  const { botToken: _, ...rest } = parse(environment.omit({ BOT_TOKEN: true }), env)
  return rest
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
    quietHours: settings.QUIET_HOURS,
    invitationsAWeek: settings.INVITATIONS_A_WEEK,
    approvalAbove: settings.APPROVAL_ABOVE,
    messagesPerSecond: settings.MESSAGES_PER_SECOND,
    publicUrl: settings.PUBLIC_URL?.replace(/\/+$/, ''),
    host: settings.HOST,
    port: settings.PORT,
    metricsToken: settings.METRICS_TOKEN,
    logLevel: settings.LOG_LEVEL,
  }
}

function wholeNumber(name: string, least: number, most: number) {
  const problem = `${name} is a whole number from ${least} to ${most}`
  return z.coerce.number(problem).int(problem).min(least, problem).max(most, problem)
}

function quietSpan(text: string): QuietHours | undefined {
  const [from, to] = text.split('-').map((time) => {
    const [hours, minutes] = time.split(/[.:]/).map(Number)
    return (hours ?? 0) * 60 + (minutes ?? 0)
  })
  return text === 'none' || from === undefined || to === undefined || from === to ? undefined : { from, to }
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
