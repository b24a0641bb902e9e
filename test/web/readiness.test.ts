import { expect, test } from 'vitest'
import { readinessOf } from '../../src/web/readiness.ts'

const NOW = 1_800_000_000_000

function house(parts: Partial<Parameters<typeof readinessOf>[0]> = {}) {
  let now: number = NOW
  let asked = 0
  const readiness = readinessOf({
    clock: { now: () => new Date(now) },
    migrationState: async () => {
      asked++
      return 'ok'
    },
    lastAnswer: (): number => now - 1_000,
    askTelegram: () => Promise.reject(new Error('nobody there')),
    isStopping: () => false,
    ...parts,
  })
  return {
    readiness,
    asked: () => asked,
    passes: (milliseconds: number) => {
      now += milliseconds
    },
  }
}

type Parts = Partial<Parameters<typeof readinessOf>[0]>

const fails = () => Promise.reject(new Error('away'))

test.each<[string, Parts, object]>([
  ['all is there', {}, { ready: true, database: 'ok', migrations: 'ok', telegram: 'ok' }],
  ['the database is away', { migrationState: fails }, { ready: false, database: 'unreachable' }],
  [
    'a newer version has changed the database',
    { migrationState: async () => 'newer' as const },
    { ready: false, database: 'ok', migrations: 'newer' },
  ],
  ['Telegram has not answered lately, nor does it now', { lastAnswer: () => 0 }, { telegram: 'unreachable' }],
  [
    'Telegram has not answered lately, but does now',
    { lastAnswer: () => 0, askTelegram: async () => ({}) },
    { ready: true, telegram: 'ok' },
  ],
  ['the program stops', { isStopping: () => true }, { ready: false, stopping: true, database: 'ok' }],
])('says so when %s', async (_, parts, said) => {
  expect(await house(parts).readiness()).toMatchObject(said)
})

test('whoever asks all the time costs one look a second', async () => {
  const { readiness, asked, passes } = house()
  for (let times = 0; times < 20; times++) await readiness()
  expect(asked()).toBe(1)
  passes(1_000)
  await readiness()
  expect(asked()).toBe(2)
})
