import { expect, test } from 'vitest'
import { outboxTable, troubleTable } from '../../src/outbox/report/outboxTable.ts'
import { MORNING, minutesLater } from './anOutgoing.ts'

const line = { kind: 'invitation', priority: 2, reason: null, isDue: true, expiresFrom: null }

test('an operator reads what waits, why, and until when', () => {
  const waiting = [
    { ...line, status: 'pending' as const, count: 9_300, from: MORNING, until: MORNING },
    { ...line, status: 'held' as const, count: 12, from: MORNING, until: MORNING },
    {
      ...line,
      status: 'pending' as const,
      reason: 'quiet hours',
      isDue: false,
      count: 1,
      from: minutesLater(60),
      until: minutesLater(120),
      expiresFrom: minutesLater(300),
    },
  ]
  const counts = [{ kind: 'invitation', status: 'sent' as const, count: 700 }]
  expect(outboxTable({ waiting, counts }, 'Asia/Jakarta')).toBe(
    [
      'waiting  kind        class  why                      from              until             too late from',
      '9300     invitation  bulk   its turn                 2026-11-23 08:30  2026-11-23 08:30',
      '12       invitation  bulk   its broadcast is paused  2026-11-23 08:30  2026-11-23 08:30',
      '1        invitation  bulk   quiet hours              2026-11-23 09:30  2026-11-23 10:30  2026-11-23 13:30',
      '',
      'in all  kind        state',
      '700     invitation  sent',
    ].join('\n'),
  )
  expect(outboxTable({ waiting: [], counts: [] }, 'Asia/Jakarta')).toBe('nothing waits')
})

test('an operator reads what did not arrive, and not for whom', () => {
  const trouble = { id: 7, kind: 'invitation', attempts: 5, dueAt: MORNING, reason: 'refused (400)' }
  expect(troubleTable([{ ...trouble, status: 'failed' }], 'Asia/Makassar')).toBe(
    [
      'id  kind        state   why            tries  was due',
      '7   invitation  failed  refused (400)  5      2026-11-23 09:30',
    ].join('\n'),
  )
  expect(troubleTable([], 'Asia/Jakarta')).toBe('nothing failed')
})
