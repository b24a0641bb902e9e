import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { startLocalTelegram } from '../../src/sandbox/telegram/localTelegram.ts'
import { testDatabase, testEngine } from '../database/testDatabase.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import { suluhProcess } from './suluhProcess.ts'

let folder: string
let env: Record<string, string>

beforeEach(() => {
  folder = temporaryFolder()
  env = { DATABASE_URL: `file:${join(folder, 'tebo/suluh.db')}` }
})

const run = (words: string[], changes: Record<string, string> = {}) =>
  suluhProcess(words, { ...env, ...changes }, folder).ended

test.each([
  ['a target that is no PostgreSQL', 'file:x.db', {}, '--to names the database to move to'],
  [
    'a source that is no file',
    'postgresql://x/y',
    { DATABASE_URL: 'postgresql://x/y' },
    'DATABASE_URL names',
  ],
  ['a source that is not there', 'postgresql://x/y', {}, 'There is no database'],
])('a move refuses %s', async (_, to, changes, words) => {
  const { code, stderr } = await run(['move', '--to', to], changes)
  expect(stderr).toContain(words)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(code).toBe(1)
})

test('a target that does not answer is told as what it is', async () => {
  await run(['migrate'])
  const { stderr } = await run(['move', '--to', 'postgresql://suluh:rahasia@127.0.0.1:9/suluh'])
  expect(stderr).toBe(
    'suluh: PostgreSQL does not answer at 127.0.0.1:9: start it, or correct host and port in --to.\n',
  )
})

describe.runIf(testEngine === 'postgresql')('a bot', () => {
  test('is stopped before it is moved, and goes on with the same key', { timeout: 60_000 }, async () => {
    const target = await testDatabase({ isBare: true })
    onTestFinished(() => target.cleanup())
    const telegram = await startLocalTelegram()
    onTestFinished(() => telegram.close())
    Object.assign(env, { BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot })
    await run(['seed'])

    const bot = suluhProcess(['start'], env, folder)
    await bot.says('listening')
    const refused = await run(['move', '--to', target.address])
    expect(refused.stderr).toMatch(/^suluh: The database .*suluh\.db is in use: stop the bot first\.\n$/)
    await bot.stop('SIGTERM')

    const moved = await run(['move', '--to', target.address])
    expect(moved).toMatchObject({ code: 0, stderr: '' })
    expect(moved.stdout).toContain('both sides are the same')
    const [now, then] = ['tebo', 'data'].map((name) => join(folder, name, 'suluh.secret'))
    expect(moved.stdout).toContain(`cp -p ${now} ${then}`)

    const next = suluhProcess(['start'], { ...env, DATABASE_URL: target.address }, folder)
    await next.says('listening')
    expect((await next.stop('SIGTERM')).code).toBe(0)
  })
})
