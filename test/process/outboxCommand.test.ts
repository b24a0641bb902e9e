import { expect, test } from 'vitest'
import { outboxStore } from '../../src/outbox/store.ts'
import { testDatabase } from '../database/testDatabase.ts'
import { anOutgoing, minutesLater } from '../outbox/anOutgoing.ts'
import { suluhProcess } from './suluhProcess.ts'

test('suluh outbox tells what waits and what failed, and names nobody', async () => {
  const database = await testDatabase()
  const chat = 5_123_456_789
  const message = anOutgoing({ chat, key: `note:1:${chat}`, payload: { text: 'for Siti' } })
  await outboxStore(database).put([
    { ...message, notBefore: minutesLater(60), reason: 'quiet hours' },
    { ...message, key: `note:2:${chat}`, notBefore: minutesLater(0) },
  ])
  await database.client.outgoing.updateMany({
    where: { reason: null },
    data: { status: 'failed', reason: 'refused (400)', attempts: 1 },
  })
  const run = async (...words: string[]) => {
    const { code, stdout, stderr } = await suluhProcess(['outbox', ...words], {
      DATABASE_URL: database.address,
    }).ended
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).not.toMatch(new RegExp(`Siti|${chat}`))
    return stdout
  }
  expect(await run()).toContain('quiet hours')
  expect(JSON.parse(await run('--json'))).toMatchObject({
    waiting: [{ kind: 'note', status: 'pending', reason: 'quiet hours', count: 1 }],
    counts: [
      { kind: 'note', status: 'failed', count: 1 },
      { kind: 'note', status: 'pending', count: 1 },
    ],
  })
  expect(await run('--failed')).toContain('refused (400)')
  expect(JSON.parse(await run('--failed', '--json'))).toMatchObject([{ status: 'failed', attempts: 1 }])
  await database.cleanup()
})
