import { pino } from 'pino'
import { expect, test } from 'vitest'
import { boundary } from '../../src/telegram/boundary.ts'
import type { SuluhContext } from '../../src/telegram/context.ts'

test('the log of a failed update quotes nothing that a person wrote, however many lines the fault has', async () => {
  const lines: string[] = []
  const log = pino({}, { write: (line: string) => lines.push(line) })
  class PrismaClientValidationError extends Error {
    override name = 'PrismaClientValidationError'
  }
  const fault = new PrismaClientValidationError(
    '\nInvalid `client.person.upsert()` invocation:\n\n  id: 5123456789,\n  saran: "kursi rusak"\n',
  )
  const ctx = { updateType: 'message', chat: { type: 'private' } } as unknown as SuluhContext
  await boundary(log)(ctx, () => Promise.reject(fault))
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toMatch(/5123456789|kursi/)
  expect(lines[0]).toContain('boundary.test.ts')
})
