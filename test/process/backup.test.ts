import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { startLocalTelegram } from '../../src/sandbox/telegram/localTelegram.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import { suluhProcess } from './suluhProcess.ts'

let folder: string
let env: Record<string, string>

beforeEach(async () => {
  folder = temporaryFolder()
  const telegram = await startLocalTelegram()
  onTestFinished(() => telegram.close())
  env = {
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DATABASE_URL: `file:${join(folder, 'data/suluh.db')}`,
    DATA_DIR: join(folder, 'data'),
  }
})

const run = (words: string[], changes: Record<string, string> = {}) =>
  suluhProcess(words, { ...env, ...changes }, folder).ended

test('a bot at work is backed up, and stopped before it is taken back to the backup', async () => {
  const bot = suluhProcess(['start'], env, folder)
  await bot.says('listening')
  const file = join(folder, 'kopi.db')
  const made = await run(['backup', file])
  expect(made).toMatchObject({ code: 0, stderr: '' })
  expect(made.stdout).toContain(`${file} is a sound copy`)
  for (const kept of ['data/files', 'data/suluh.secret']) expect(made.stdout).toContain(join(folder, kept))

  const again = await run(['backup', file])
  expect(again.code).toBe(1)
  expect(again.stderr).toBe(`suluh: ${file} is there already: choose another name, or move it away.\n`)

  const refused = await run(['restore', file])
  expect(refused.code).toBe(1)
  expect(refused.stderr).toMatch(/^suluh: The database .*suluh\.db is in use: stop the bot first\.\n$/)
  await bot.stop('SIGTERM')
  const restored = JSON.parse((await run(['restore', file, '--json'])).stdout)
  expect(restored.before).toMatch(/suluh\.db\.before-restore-\d{14}$/)
  const next = suluhProcess(['start'], env, folder)
  await next.says('listening')
  expect((await next.stop('SIGTERM')).code).toBe(0)
})

test.each([
  ['backup', 'pg_dump --format=custom'],
  ['restore', 'pg_restore'],
])('%s leaves PostgreSQL to its own tool, and never shows the password', async (command, tool) => {
  const { code, stderr } = await run([command, 'kopi.db'], { DATABASE_URL: 'postgresql://suluh:rahasia@x/y' })
  expect(code).toBe(1)
  expect(stderr).toContain(tool)
  expect(stderr).not.toContain('rahasia')
})
