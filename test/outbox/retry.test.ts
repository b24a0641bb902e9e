import { expect, test } from 'vitest'
import { type Fate, fateOf } from '../../src/outbox/retry.ts'
import { refusalOf, TelegramRefusal } from '../../src/telegram/refusal.ts'

const refused = (error_code: number, description: string, parameters = {}) => ({
  is: 'refused' as const,
  refusal: new TelegramRefusal(
    'sendMessage',
    error_code,
    description,
    refusalOf({ error_code, description, parameters }),
  ),
})
const failed = (reason: string): Fate => ({ is: 'failed', reason })

test.each<[number, string, object, Fate]>([
  [429, 'Too Many Requests: retry after 7', { retry_after: 7 }, { is: 'wait', seconds: 7 }],
  [403, 'Forbidden: bot was blocked by the user', {}, { is: 'unreachable' }],
  [403, 'Forbidden: user is deactivated', {}, { is: 'unreachable' }],
  [403, "Forbidden: bot can't initiate conversation with a user", {}, { is: 'unreachable' }],
  [403, 'Forbidden: bot was kicked from the group chat', {}, { is: 'unreachable' }],
  [400, 'Bad Request: chat not found', {}, { is: 'unreachable' }],
  [400, 'Bad Request: user is deactivated', {}, { is: 'unreachable' }],
  [400, 'Bad Request: PEER_ID_INVALID', {}, { is: 'unreachable' }],
  [
    400,
    'Bad Request: group chat was upgraded to a supergroup chat',
    { migrate_to_chat_id: -1_001 },
    { is: 'moved', to: -1_001 },
  ],
  [400, 'Bad Request: message thread not found', {}, failed('refused (400)')],
  [400, "Bad Request: can't parse entities", {}, failed('the words could not be read')],
  [413, 'Request Entity Too Large', {}, failed('the file is too big')],
])('%i %s', (code, description, parameters, fate) => {
  expect(fateOf(refused(code, description, parameters), 0, false)).toEqual(fate)
})

test('out of reach is tried again after 1, 5, 15 and 60 minutes, and then no more', () => {
  const trouble = { is: 'unreachable', mayHaveArrived: true } as const
  const fates = [0, 1, 2, 3, 4, 5].map((tries) => fateOf(trouble, tries, false))
  expect(fates.map((fate) => (fate.is === 'again' ? fate.minutes : fate.is))).toEqual([
    1,
    5,
    15,
    60,
    'failed',
    'failed',
  ])
})

test('what may have reached a group is never repeated blindly; what surely has not is', () => {
  const lost = fateOf({ is: 'unreachable', mayHaveArrived: true }, 0, true)
  expect(lost).toEqual({ is: 'unknown', reason: 'the answer was lost' })
  expect(fateOf({ is: 'unreachable', mayHaveArrived: false }, 0, true)).toMatchObject({ is: 'again' })
})
