import { describe, expect, test } from 'vitest'
import { openFrom, openMoment } from '../../src/outbox/quietHours.ts'

const NIGHT = { from: 20 * 60, to: 7 * 60 }
const NOON = { from: 12 * 60, to: 13 * 60 + 30 }

test.each([
  // Overnight: the end lies on the next day, whose midnight may have passed.
  ['Asia/Jakarta', NIGHT, '2026-11-23T19:59:59+07:00', 'open'],
  ['Asia/Jakarta', NIGHT, '2026-11-23T20:00:00+07:00', '2026-11-24T07:00:00+07:00'],
  ['Asia/Jakarta', NIGHT, '2026-11-23T23:59:59.999+07:00', '2026-11-24T07:00:00+07:00'],
  ['Asia/Jakarta', NIGHT, '2026-11-24T00:00:00+07:00', '2026-11-24T07:00:00+07:00'],
  ['Asia/Jakarta', NIGHT, '2026-11-24T06:59:59+07:00', '2026-11-24T07:00:00+07:00'],
  ['Asia/Jakarta', NIGHT, '2026-11-24T07:00:00+07:00', 'open'],
  // The same moment is another hour for each reader.
  ['Asia/Makassar', NIGHT, '2026-11-23T19:00:00+07:00', '2026-11-24T06:00:00+07:00'],
  ['Asia/Jayapura', NIGHT, '2026-11-23T17:59:00+07:00', 'open'],
  ['Asia/Jayapura', NIGHT, '2026-11-23T18:00:00+07:00', '2026-11-24T05:00:00+07:00'],
  ['Asia/Jayapura', NIGHT, '2026-12-31T23:00:00+09:00', '2027-01-01T07:00:00+09:00'],
  // Within a day.
  ['Asia/Jakarta', NOON, '2026-11-23T12:00:00+07:00', '2026-11-23T13:30:00+07:00'],
  ['Asia/Jakarta', NOON, '2026-11-23T13:30:00+07:00', 'open'],
  ['Asia/Jakarta', NOON, '2026-11-23T23:00:00+07:00', 'open'],
  // Clocks that are put forward, and back, in the night.
  ['Europe/Berlin', NIGHT, '2026-03-28T22:00:00+01:00', '2026-03-29T07:00:00+02:00'],
  ['Europe/Berlin', NIGHT, '2026-10-24T22:00:00+02:00', '2026-10-25T07:00:00+01:00'],
])('in %s, quiet %o, at %s: %s', (timeZone, quiet, at, until) => {
  const moment = new Date(at)
  expect(openFrom(moment, quiet, timeZone)).toEqual(until === 'open' ? moment : new Date(until))
})

test('without quiet hours any moment is open', () => {
  const night = new Date('2026-11-24T02:00:00+07:00')
  expect(openFrom(night, undefined, 'Asia/Jakarta')).toEqual(night)
})

describe('a message that is due', () => {
  const at = (time: string) => new Date(`2026-11-${time}:00+07:00`)
  test.each([
    // [now, due, expires, goes]
    ['23T09:00', '23T10:00', undefined, '23T10:00'],
    ['23T18:00', '23T21:00', undefined, '24T07:00'],
    ['23T18:00', '23T21:00', '24T08:00', '24T07:00'],
    ['23T18:00', '23T21:00', '24T07:00', '24T07:00'],
    // It would come too late: the last minute before, while that is ahead.
    ['23T18:00', '23T21:00', '24T06:00', '23T19:59'],
    ['23T19:59', '23T21:00', '24T06:00', '23T19:59'],
    ['23T20:00', '23T21:00', '24T06:00', '24T07:00'],
    // After a day without power: quiet hours of now, not of then.
    ['24T22:00', '23T10:00', undefined, '25T07:00'],
    ['24T09:00', '23T21:00', undefined, '23T21:00'],
  ])('now %s, due %s, too late after %s: goes at %s', (now, due, expires, goes) => {
    const wanted = { dueAt: at(due), expiresAt: expires === undefined ? undefined : at(expires) }
    const moment = openMoment({ ...wanted, timeZone: 'Asia/Jakarta' }, at(now), NIGHT)
    expect(moment).toEqual(at(goes))
  })
})
