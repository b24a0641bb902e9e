import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastMoment } from '../../src/broadcast/lastMoment.ts'
import { readStart } from '../../src/broadcast/readStart.ts'
import { sendingTime } from '../../src/broadcast/sendingTime.ts'
import { startMoments } from '../../src/broadcast/startMoments.ts'
import { startProblem } from '../../src/broadcast/startProblem.ts'

const ZONE = 'Asia/Jakarta'
const NIGHT = { from: 20 * 60, to: 7 * 60 }
const given = { perSecond: 30, quietHours: NIGHT, timeZone: ZONE }
/** A moment of Monday, 23 November 2026, as the clocks of Tebo show it. */
const at = (time: string, day = '2026-11-23') => new Date(`${day}T${time}:00+07:00`)
const MONDAY = at('08:30')

describe('how long sending takes', () => {
  test('follows from how many can be sent a second', () => {
    const { begins, ends, seconds, goesOn } = sendingTime(2_955, MONDAY, given)
    expect([begins, seconds, goesOn]).toEqual([MONDAY, 100, undefined])
    expect(ends).toEqual(new Date(MONDAY.getTime() + 100_000))
  })

  test('does not begin at night', () => {
    expect(sendingTime(1, at('22:00'), given).begins).toEqual(at('07:00', '2026-11-24'))
  })

  test('stops for the night and goes on in the morning', () => {
    const { ends, goesOn } = sendingTime(29.55 * 600, at('19:55'), given)
    expect(goesOn).toEqual(at('07:00', '2026-11-24'))
    expect(ends).toEqual(at('07:05', '2026-11-24'))
  })

  test('goes on through the night where there are no quiet hours', () => {
    const { ends } = sendingTime(29.55 * 600, at('19:55'), { ...given, quietHours: undefined })
    expect(ends).toEqual(at('20:05'))
  })

  test('is never less than sending itself, and never ends at night', () => {
    const moment = fc.date({ min: at('00:00'), max: at('23:59'), noInvalidDate: true })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), moment, (readers, start) => {
        const { begins, ends, seconds } = sendingTime(readers, start, given)
        expect(ends.getTime() - begins.getTime()).toBeGreaterThanOrEqual(seconds * 1000)
        const hour = (ends.getTime() / 3_600_000 + 7) % 24
        expect(hour >= 7 && hour <= 20).toBe(true)
      }),
    )
  })
})

describe('when it begins', () => {
  test.each([
    ['a Monday', '08:30', '2026-11-23', '2026-11-24', '2026-11-30'],
    ['a Sunday', '08:30', '2026-11-22', '2026-11-23', '2026-11-23'],
    ['a Saturday night', '23:50', '2026-11-21', '2026-11-22', '2026-11-23'],
    ['the last day of a year', '12:00', '2026-12-31', '2027-01-01', '2027-01-04'],
  ])('on %s tomorrow and Monday at nine are offered', (_, time, day, tomorrow, monday) => {
    expect(startMoments(at(time, day), ZONE)).toEqual({
      tomorrow: at('09:00', tomorrow),
      monday: at('09:00', monday),
    })
  })

  test.each([
    ['27 November 2026 pukul 09.00', at('09:00', '2026-11-27')],
    ['27/11/2026 9.30', at('09:30', '2026-11-27')],
    ['besok 10.15', at('10:15', '2026-11-24')],
    ['Jumat, 27 November 2026 pukul 2 siang', at('14:00', '2026-11-27')],
    ['besok', undefined],
    ['31 Februari 2026 09.00', undefined],
    ['segera', undefined],
  ])('what is typed as %s is read as people mean it', (typed, moment) => {
    expect(readStart(typed, MONDAY, ZONE)).toEqual(moment)
  })

  test.each([
    ['in a minute', at('08:31'), undefined],
    ['now', MONDAY, 'past'],
    ['yesterday', at('09:00', '2026-11-22'), 'past'],
    ['at the first minute of the night', at('20:00'), 'quiet'],
    ['at the last minute of the night', at('06:59', '2026-11-24'), 'quiet'],
    ['at the first minute of the morning', at('07:00', '2026-11-24'), undefined],
    ['in two years', at('09:00', '2028-11-23'), 'far'],
  ])('%s: what is wrong with it', (_, start, problem) => {
    expect(startProblem(start, MONDAY, NIGHT, ZONE)).toBe(problem)
  })

  test.each([
    ['a survey without an end', undefined, at('08:30', '2026-11-30')],
    ['a survey that ends on Wednesday', '2026-11-25', at('00:00', '2026-11-26')],
    ['a survey that ends next year', '2027-01-31', at('08:30', '2026-11-30')],
  ])('an invitation to %s is too late after a week or its end', (_, closesOn, last) => {
    expect(lastMoment(MONDAY, closesOn, ZONE)).toEqual(last)
  })
})
