import { pino } from 'pino'
import { expect, test } from 'vitest'
import { boundary } from '../../src/telegram/boundary.ts'
import type { SuluhContext } from '../../src/telegram/context.ts'
import { NotStored } from '../../src/telegram/notStored.ts'
import { loadTexts } from '../../src/texts.ts'

test('the log of a failed update quotes nothing that a person wrote, however many lines the fault has', async () => {
  const lines: string[] = []
  const log = pino({}, { write: (line: string) => lines.push(line) })
  class PrismaClientValidationError extends Error {
    override name = 'PrismaClientValidationError'
  }
  const fault = new PrismaClientValidationError(
    '\nInvalid `client.person.upsert()` invocation:\n\n  id: 5123456789,\n  saran: "kursi rusak"\n',
  )
  const ctx = {
    updateType: 'message',
    update: { update_id: 1 },
    chat: { type: 'private' },
  } as unknown as SuluhContext
  await boundary(log)(ctx, () => Promise.reject(fault))
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toMatch(/5123456789|kursi/)
  expect(lines[0]).toContain('boundary.test.ts')
})

test('an update that found the database away is to be brought again, and the person hears of it once', async () => {
  const log = pino({ level: 'silent' })
  const careful = boundary(log, () => true)
  const said: unknown[] = []
  const texts = await loadTexts()
  const ctx = {
    updateType: 'message',
    update: { update_id: 7 },
    chat: { type: 'private' },
    speak: texts('id'),
    respond: async (reply: unknown) => said.push(reply),
  } as unknown as SuluhContext
  const fails = () => Promise.reject(new Error('away'))
  await expect(careful(ctx, fails)).rejects.toThrow(NotStored)
  await expect(careful(ctx, fails)).rejects.toThrow(NotStored)
  expect(said).toHaveLength(1)
  await careful(ctx, async () => {})
  // However long it is brought again: at some time it is over.
  let tries = 2
  while (tries < 1_000 && (await isRefused(async () => careful(ctx, fails)))) tries++
  expect(tries).toBe(49)
})

const isRefused = async (work: () => Promise<unknown>) => {
  try {
    await work()
    return false
  } catch {
    return true
  }
}
