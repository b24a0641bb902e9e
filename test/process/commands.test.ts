import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type LocalTelegram, startLocalTelegram } from '../../src/sandbox/telegram/localTelegram.ts'
import { suluhProcess } from './suluhProcess.ts'

let folder: string
let telegram: LocalTelegram
let env: Record<string, string>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suluh-command-'))
  telegram = await startLocalTelegram()
  env = {
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DATABASE_URL: `file:${join(folder, 'data/suluh.db')}`,
  }
})
afterEach(async () => {
  await telegram.close()
  await rm(folder, { recursive: true, force: true })
})

const run = (words: string[], changes: Record<string, string> = {}) =>
  suluhProcess(words, { ...env, ...changes }, folder).ended

/** One line, and nothing of a stack. */
const oneLine = (text: string) => {
  expect(text.trim().split('\n')).toHaveLength(1)
  return text.trim()
}

describe('a start that cannot work says in one line why, and ends with a code', () => {
  test.each([
    ['no token', { BOT_TOKEN: '' }, 'BOT_TOKEN is missing'],
    ['a token that is none', { BOT_TOKEN: 'hello' }, 'BOT_TOKEN looks like'],
    ['a token that Telegram refuses', { BOT_TOKEN: '123456:ABCDEFGHIJKLMNOP' }, 'Telegram refuses BOT_TOKEN'],
    [
      'no network',
      { TELEGRAM_API_ROOT: 'http://127.0.0.1:9' },
      'Telegram cannot be reached at http://127.0.0.1:9',
    ],
    ['an address that is none', { TELEGRAM_API_ROOT: 'telegram' }, 'TELEGRAM_API_ROOT is an address'],
    ['a database of another kind', { DATABASE_URL: 'mysql://x' }, 'DATABASE_URL is'],
    ['a database that cannot be written', { DATABASE_URL: 'file:/proc/suluh.db' }, '/proc'],
    [
      'a database server that is down',
      { DATABASE_URL: 'postgresql://suluh@127.0.0.1:9/suluh' },
      '127.0.0.1:9',
    ],
    ['admins that are no ids', { ADMIN_IDS: '@ratna' }, 'ADMIN_IDS is a list'],
    ['a zone that is none', { TIME_ZONE: 'WIB' }, 'TIME_ZONE is an IANA name'],
    ['a key that is too short', { SECRET_KEY: 'short' }, 'SECRET_KEY needs at least 32'],
    ['a log level that is none', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL is one of'],
  ])('%s', async (_, changes, words) => {
    const { code, stderr } = await run(['start'], changes)
    expect(oneLine(stderr)).toContain(words)
    expect(code).toBe(1)
  })
})

test('the bot makes its database and its key, which only it may read, and stops in peace', async () => {
  const bot = suluhProcess(['start'], env, folder)
  await bot.says('listening')
  const { code, stdout, stderr } = await bot.stop('SIGTERM')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  for (const line of stdout.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow()
  for (const file of ['data/suluh.db', 'data/suluh.secret']) {
    expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600)
  }
})

test('seed prints the deep-link code of each unit, and doctor finds everything in order', async () => {
  const seeded = await run(['seed', '--json'])
  const { units, responses } = JSON.parse(seeded.stdout)
  expect(units).toContainEqual({ code: 'pkm-muara-tebo', name: 'Puskesmas Muara Tebo' })
  expect(responses).toBeGreaterThan(200)
  expect(JSON.parse((await run(['seed', '--json'])).stdout)).toEqual({ units, responses, employees: 40 })
  const { code, stdout } = await run(['doctor', '--json'])
  expect(
    JSON.parse(stdout).findings.map((each: { what: string; ok: boolean }) => [each.what, each.ok]),
  ).toEqual([
    ['settings', true],
    ['database', true],
    ['migrations', true],
    ['holidays', true],
    ['outbox', true],
    ['leader', true],
    ['last runs', true],
    ['quiet hours', true],
    ['files', true],
    ['telegram', true],
    ['webhook', true],
    ['clock', true],
  ])
  expect(code).toBe(0)
  expect((await run(['doctor'], { BOT_TOKEN: '' })).code).toBe(1)
})

test('migrate applies what is missing, once', async () => {
  expect(JSON.parse((await run(['migrate', '--json'])).stdout).applied.length).toBeGreaterThan(0)
  expect(JSON.parse((await run(['migrate', '--json'])).stdout).applied).toEqual([])
})

test('skm computes the index of raw questionnaires', async () => {
  const file = join(folder, 'kuesioner.csv')
  await writeFile(
    file,
    `${['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9'].join(';')}\n4;4;4;4;4;4;4;4;4\n3;3;3;3;3;3;3;3;3\n;3;3;3;3;3;3;3;3\n`,
  )
  const { code, stdout } = await run(['skm', file, '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    n: 2,
    incomplete: 1,
    weight: 'exact',
    ikm: 87.5,
    grade: 'B',
    performance: 'Baik',
  })
  const shortened = JSON.parse((await run(['skm', file, '--json', '--weight', '0.11'])).stdout)
  expect(shortened.ikm).toBe(86.63)
  const missing = await run(['skm', join(folder, 'nothing.csv')])
  expect(oneLine(missing.stderr)).toContain('there is no such file')
  expect(missing.code).toBe(1)
  expect((await run(['skm', file, '--weight', '0.2'])).code).toBe(2)
})

test('every command has help, and a word that is no command is told', async () => {
  for (const words of [['--help'], ['start', '--help'], ['skm', '--help'], ['sandbox', '--help']]) {
    const { code, stdout } = await run(words)
    expect(code).toBe(0)
    expect(stdout).toContain('Usage: suluh')
  }
  expect((await run(['dance'])).code).toBe(2)
})
