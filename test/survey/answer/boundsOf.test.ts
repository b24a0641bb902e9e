import { expect, test } from 'vitest'
import { boundsOf } from '../../../src/survey/answer/boundsOf.ts'

const date = { today: '2026-11-23', hasTime: false }
const moment = { today: '2026-11-23', hasTime: true }

test.each([
  ['. >= 17 and . <= 70', date, { min: 17, max: 70 }],
  ['. > 0', date, { min: 1 }],
  ['. <= today()', date, { latest: '2026-11-23' }],
  [". < today() and . < date('2026-01-01') and . < date('2027-01-01')", date, { latest: '2025-12-31' }],
  ['. < today()', date, { latest: '2026-11-22' }],
  ['today() > .', date, { latest: '2026-11-22' }],
  ['. > today()', date, { earliest: '2026-11-24' }],
  ['. >= today() - 30 and . <= today() + 7', date, { earliest: '2026-10-24', latest: '2026-11-30' }],
  [
    "date('2020-02-28') < . and . <= date('2021-01-01')",
    date,
    { earliest: '2020-02-29', latest: '2021-01-01' },
  ],
  // A day begins before any moment of it, so today is before now.
  ['. < now()', date, { latest: '2026-11-23' }],
  ['. < now()', moment, { latest: '2026-11-23' }],
  ['. > today()', moment, { earliest: '2026-11-23' }],
  ['. < today()', moment, { latest: '2026-11-22' }],
  ['. <= today() or . = 1', date, {}],
  ["date('2020-02-30') < .", date, {}],
  ['today(1) < .', date, {}],
  ['not(. > today())', date, {}],
  ['. >=', date, {}],
])('%j says %j %j', (constraint, asked, bounds) => {
  expect(boundsOf(constraint, asked)).toEqual(bounds)
})
