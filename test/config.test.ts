import { execFile } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadConfig, loadDatabaseConfig } from '../src/config.ts'
import { OperatorProblem } from '../src/operatorProblem.ts'
import { packageRoot } from '../src/packageRoot.ts'
import { keptSecretKey, secretKeyFile } from '../src/secretKey.ts'

const BOT_TOKEN = '123456:ABC-DEF_ghijkl'

describe('settings', () => {
  test('need only the token of the bot', () => {
    expect(loadConfig({ BOT_TOKEN })).toEqual({
      botToken: BOT_TOKEN,
      telegramApiRoot: 'https://api.telegram.org',
      databaseUrl: 'file:./data/suluh.db',
      dataDir: './data',
      adminIds: new Set(),
      secretKey: undefined,
      timeZone: 'Asia/Jakarta',
      quietHours: { from: 20 * 60, to: 7 * 60 },
      invitationsAWeek: 2,
      approvalAbove: 500,
      messagesPerSecond: 30,
      publicUrl: undefined,
      host: '127.0.0.1',
      port: undefined,
      metricsToken: undefined,
      logLevel: 'info',
    })
  })

  test('are taken as they are given', () => {
    const config = loadConfig({
      BOT_TOKEN,
      TELEGRAM_API_ROOT: 'http://localhost:8081/',
      DATABASE_URL: 'postgresql://suluh@localhost/suluh',
      DATA_DIR: '/srv/suluh',
      ADMIN_IDS: ' 12345, 67890 ,0',
      SECRET_KEY: 'k'.repeat(32),
      TIME_ZONE: 'Asia/Jayapura',
      QUIET_HOURS: '21:30 - 06:00',
      INVITATIONS_A_WEEK: '3',
      APPROVAL_ABOVE: '0',
      MESSAGES_PER_SECOND: '600',
      PUBLIC_URL: 'https://suluh.tebokab.go.id/',
      HOST: '0.0.0.0',
      PORT: '9000',
      METRICS_TOKEN: 'm'.repeat(16),
      LOG_LEVEL: 'silent',
      PATH: '/usr/bin',
    })
    expect(config).toEqual({
      botToken: BOT_TOKEN,
      telegramApiRoot: 'http://localhost:8081',
      databaseUrl: 'postgresql://suluh@localhost/suluh',
      dataDir: '/srv/suluh',
      adminIds: new Set([12345, 67890]),
      secretKey: 'k'.repeat(32),
      timeZone: 'Asia/Jayapura',
      quietHours: { from: 21 * 60 + 30, to: 6 * 60 },
      invitationsAWeek: 3,
      approvalAbove: 0,
      messagesPerSecond: 600,
      publicUrl: 'https://suluh.tebokab.go.id',
      host: '0.0.0.0',
      port: 9000,
      metricsToken: 'm'.repeat(16),
      logLevel: 'silent',
    })
  })

  test('that are empty count as absent, and blanks around them do not count', () => {
    const names = [
      'TELEGRAM_API_ROOT',
      'DATABASE_URL',
      'DATA_DIR',
      'ADMIN_IDS',
      'SECRET_KEY',
      'TIME_ZONE',
      'LOG_LEVEL',
    ]
    for (const empty of ['', '  ', '\n'])
      expect(loadConfig({ BOT_TOKEN, ...Object.fromEntries(names.map((name) => [name, empty])) })).toEqual(
        loadConfig({ BOT_TOKEN }),
      )
    expect(loadConfig({ BOT_TOKEN: ` ${BOT_TOKEN}\n`, LOG_LEVEL: 'warn ' })).toMatchObject({
      botToken: BOT_TOKEN,
      logLevel: 'warn',
    })
  })

  test.each<[name: string, value: string | undefined]>([
    ['BOT_TOKEN', undefined],
    ['BOT_TOKEN', ''],
    ['BOT_TOKEN', 'rahasia'],
    ['BOT_TOKEN', '123456:'],
    ['BOT_TOKEN', '123456:ABC DEF_ghijkl'],
    ['TELEGRAM_API_ROOT', 'api.telegram.org'],
    ['TELEGRAM_API_ROOT', 'ftp://api.telegram.org'],
    ['DATABASE_URL', './data/suluh.db'],
    ['DATABASE_URL', 'mysql://localhost/suluh'],
    ['DATABASE_URL', 'file:'],
    ['ADMIN_IDS', '@siti'],
    ['ADMIN_IDS', '12345 67890'],
    ['ADMIN_IDS', '12345,'],
    ['ADMIN_IDS', '-5'],
    ['SECRET_KEY', 'pendek'],
    ['SECRET_KEY', 'k'.repeat(31)],
    ['SECRET_KEY', `${'k'.repeat(20)}${' '.repeat(20)}`],
    ['TIME_ZONE', 'WIB'],
    ['TIME_ZONE', 'Asia/Tebo'],
    ['LOG_LEVEL', 'loud'],
    ['LOG_LEVEL', 'INFO'],
  ])('%s as %o is refused in one line that names it', (name, value) => {
    const load = () => loadConfig({ BOT_TOKEN, [name]: value })
    expect(load).toThrow(OperatorProblem)
    expect(load).toThrow(new RegExp(`^${name}[^\\n]+$`))
  })

  test('of the database need no token', () => {
    expect(loadDatabaseConfig({ DATABASE_URL: 'file:/srv/suluh.db' })).toMatchObject({
      databaseUrl: 'file:/srv/suluh.db',
      timeZone: 'Asia/Jakarta',
      secretKey: undefined,
      dataDir: './data',
    })
    expect(() => loadDatabaseConfig({ DATABASE_URL: 'x' })).toThrow(/^DATABASE_URL is file:/)
  })

  test('never repeat a token or a key when they are refused', () => {
    const secret = 'bukan-untuk-dibaca'
    for (const name of ['BOT_TOKEN', 'SECRET_KEY', 'DATABASE_URL'])
      expect(() => loadConfig({ BOT_TOKEN, [name]: secret })).toThrow(
        expect.objectContaining({ message: expect.not.stringContaining(secret) }),
      )
  })
})

describe('the secret key', () => {
  let folder: string
  const databaseUrl = () => `file:${folder}/data/suluh.db`
  const file = () => join(folder, 'data', 'suluh.secret')

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'suluh-key-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  test.each([
    ['file:./data/suluh.db', 'data/suluh.secret'],
    ['file:/srv/suluh/suluh.db?connection_limit=1', '/srv/suluh/suluh.secret'],
    ['file:suluh.db', 'suluh.secret'],
    ['postgresql://localhost/suluh', 'data/suluh.secret'],
  ])('of %s lies in %s', (url, path) => {
    expect(secretKeyFile(url)).toBe(path)
  })

  test('is made at the first start, for the eyes of the bot alone, and nothing else is left behind', () => {
    const key = keptSecretKey(databaseUrl())
    expect(key).toMatch(/^[\w-]{43}$/)
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(folder, 'data'))).toEqual(['suluh.secret'])
  })

  test('is the same at every start, and another in another place', () => {
    const key = keptSecretKey(databaseUrl())
    expect(keptSecretKey(databaseUrl())).toBe(key)
    expect(keptSecretKey(`file:${folder}/other/suluh.db`)).not.toBe(key)
  })

  test('that was put there by hand is taken as it is, even where nothing can be written', () => {
    mkdirSync(join(folder, 'data'))
    writeFileSync(file(), `  ${'k'.repeat(40)}\n`, { mode: 0o400 })
    chmodSync(join(folder, 'data'), 0o500)
    expect(keptSecretKey(databaseUrl())).toBe('k'.repeat(40))
    chmodSync(join(folder, 'data'), 0o700)
  })

  test.each(['', '\n', 'k'.repeat(31)])('in a damaged file (%o) is named and not replaced', (damaged) => {
    mkdirSync(join(folder, 'data'))
    writeFileSync(file(), damaged)
    expect(() => keptSecretKey(databaseUrl())).toThrow(
      new OperatorProblem(`the secret key file ${file()} is damaged; restore it from your backup`),
    )
    expect(readFileSync(file(), 'utf8')).toBe(damaged)
  })

  test('that cannot be read is named in one line', () => {
    mkdirSync(file(), { recursive: true })
    expect(() => keptSecretKey(databaseUrl())).toThrow(
      new OperatorProblem(`the secret key file ${file()} cannot be read (EISDIR)`),
    )
    writeFileSync(join(folder, 'berkas'), '')
    expect(() => keptSecretKey(`file:${folder}/berkas/suluh.db`)).toThrow(
      new OperatorProblem(`the secret key file ${folder}/berkas/suluh.secret cannot be read (ENOTDIR)`),
    )
  })

  test.skipIf(process.getuid?.() === 0)('that cannot be made is named with what to do', () => {
    mkdirSync(join(folder, 'data'), { mode: 0o500 })
    expect(() => keptSecretKey(databaseUrl())).toThrow(
      new OperatorProblem(
        `the secret key file ${file()} cannot be made (EACCES); set SECRET_KEY or make the folder writable`,
      ),
    )
  })

  test('is one key for all instances that start at the same moment', async () => {
    // As many starts as it takes to hit the moment between making a file and filling it.
    const rounds = 600
    const instance = `
      const [module, folder, start] = process.argv.slice(1)
      const { keptSecretKey } = await import(module)
      for (let round = 0; round < ${rounds}; round++) {
        while (Date.now() < Number(start) + round * 2);
        console.log(keptSecretKey('file:' + folder + '/' + round + '/suluh.db'))
      }`
    const compiled = pathToFileURL(join(packageRoot, 'dist/secretKey.js')).href
    const words = ['--input-type=module', '-e', instance, compiled, folder, String(Date.now() + 1000)]
    const run = promisify(execFile)
    const printed = await Promise.all(
      Array.from({ length: 3 }, async () => (await run(process.execPath, words)).stdout),
    )
    expect(printed[0]?.trim().split('\n')).toHaveLength(rounds)
    expect(new Set(printed).size).toBe(1)
  })
})
