import { describe, expect, test } from 'vitest'
import { webhookState } from '../../src/doctor/webhookState.ts'

const NOW = new Date('2026-11-24T03:00:00Z')
const HOME = 'https://suluh.tebokab.go.id'
const info = (url: string, more: object = {}) => ({ url, pending_update_count: 0, ...more })
const secondsAgo = (seconds: number) => NOW.getTime() / 1000 - seconds

describe('the webhook is in order', () => {
  test.each([
    ['nothing is wanted and nothing set', info(''), undefined, /asks Telegram for updates/],
    ['an old one goes at the next start', info(`${HOME}/telegram/x`), undefined, /next start ends that/],
    ['it is set at the first start', info(''), HOME, /brings nothing yet.*suluh\.tebokab\.go\.id/],
    ['it is where it should be', info(`${HOME}/telegram/x`), HOME, /^Telegram brings updates to suluh/],
    [
      'an error is over',
      info(`${HOME}/telegram/x`, { last_error_date: secondsAgo(3600), last_error_message: 'Timeout' }),
      HOME,
      /^Telegram brings updates to suluh/,
    ],
  ])('when %s', (_, given, publicUrl, words) => {
    const detail = webhookState(given, publicUrl, NOW)
    expect(detail).toMatch(words)
    expect(detail).not.toContain('/telegram/x')
  })
})

test.each([
  ['somewhere else', info('https://lain.example/telegram/x'), /to lain\.example, not to suluh\.tebokab/],
  ['where a longer name begins alike', info(`${HOME}.example/telegram/x`), /not to suluh\.tebokab/],
  [
    'and Telegram cannot get there',
    info(`${HOME}/telegram/x`, {
      last_error_date: secondsAgo(60),
      last_error_message: 'Connection refused',
      pending_update_count: 7,
    }),
    /Connection refused; 7 updates wait/,
  ],
])('it is a problem when updates go %s', (_, given, problem) => {
  expect(() => webhookState(given, HOME, NOW)).toThrow(problem)
})
