import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Reply } from '../../src/message/message.ts'
import type { SuluhContext } from '../../src/telegram/context.ts'
import { longTurns } from '../../src/telegram/longTurns.ts'
import { loadTexts } from '../../src/texts.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** Somebody whose turn is long, and what they hear. */
async function somebody() {
  const heard: Reply[] = []
  const log: string[] = []
  const ctx = {
    updateType: 'callback_query',
    update: { update_id: 1 },
    chat: { type: 'private' },
    speak: (await loadTexts())('id'),
    respond: async (reply: Reply) => {
      heard.push(reply)
      return []
    },
  } as unknown as SuluhContext
  const turns = longTurns(pino({}, { write: (line: string) => log.push(line) }))
  return { turns, ctx, heard, log }
}

/** Work that ends when it is told to. */
function work() {
  let end: () => void = () => {}
  let fail: (fault: Error) => void = () => {}
  const done = new Promise<void>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  return { run: () => done, end, fail }
}

test('a turn that ends soon is waited for', async () => {
  const { turns, ctx } = await somebody()
  const { run, end } = work()
  let isOver = false
  const begun = turns.begin(ctx, run).then(() => {
    isOver = true
  })
  await Promise.resolve()
  expect(isOver).toBe(false)
  end()
  await begun
})

test('a longer one goes on by itself after a second, and is waited for at the end', async () => {
  const { turns, ctx } = await somebody()
  const { run, end } = work()
  const begun = turns.begin(ctx, run)
  vi.advanceTimersByTime(1_000)
  await begun
  let isIdle = false
  const idle = turns.idle().then(() => {
    isIdle = true
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(isIdle).toBe(false)
  end()
  await idle
})

test('what fails after that is logged, and the person is told with a code', async () => {
  const { turns, ctx, heard, log } = await somebody()
  const { run, fail } = work()
  const begun = turns.begin(ctx, run)
  vi.advanceTimersByTime(1_000)
  await begun
  fail(new Error('the disk is full'))
  await turns.idle()
  expect(heard).toMatchObject([{ say: [{ html: expect.stringContaining('ada gangguan') }] }])
  expect(log.join()).toContain('the disk is full')
})
