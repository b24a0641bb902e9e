import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nearestSteps, stepAt, stepCount } from '../../../src/survey/answer/rangeSteps.ts'
import { readAnswer } from '../../../src/survey/answer/readAnswer.ts'
import { formOf, itemOf, surveyOf } from '../asking.ts'

test.each([
  [{ start: 0, end: 10, step: 2 }, 6, [0, 2, 4, 6, 8, 10]],
  [{ start: 1, end: 0, step: 0.25 }, 5, [1, 0.75, 0.5, 0.25, 0]],
  [{ start: 0, end: 0.3, step: 0.1 }, 4, [0, 0.1, 0.2, 0.3]],
  [{ start: 1, end: 10, step: 4 }, 3, [1, 5, 9]],
])('%o has %i values', (range, count, values) => {
  expect(stepCount(range)).toBe(count)
  expect(values.map((_, place) => stepAt(range, place))).toEqual(values)
})

test('every value of a range is its own nearest, and any other number lies between two', () => {
  const range = fc
    .record({
      start: fc.integer({ min: -50, max: 50 }),
      length: fc.integer({ min: 1, max: 60 }),
      step: fc.integer({ min: 1, max: 20 }),
      isDown: fc.boolean(),
    })
    .map(({ start, length, step, isDown }) => ({
      start: start / 10,
      end: (start + (isDown ? -length : length)) / 10,
      step: step / 10,
    }))
  fc.assert(
    fc.property(range, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
      for (let place = 0; place < stepCount(given); place++)
        expect(nearestSteps(given, stepAt(given, place))).toEqual([stepAt(given, place)])
      const between = given.start + (given.end - given.start) * share
      const nearest = nearestSteps(given, between)
      expect(nearest.length).toBeGreaterThan(0)
      for (const value of nearest) expect(Math.abs(value - between)).toBeLessThanOrEqual(given.step + 1e-9)
    }),
  )
})

describe('a number typed for a range', () => {
  const read = (text: string) => {
    const form = formOf(
      surveyOf({ type: 'range', name: 'nilai', parameters: { start: 0, end: 100, step: 5 } }),
    )
    return readAnswer(form, itemOf(form, 'nilai'), { type: 'text', text })
  }

  test.each<[string, object]>([
    ['15', { value: '15' }],
    ['15,0', { value: '15' }],
    ['17', { problem: 'between_steps', nearest: [15, 20] }],
    ['-5', { problem: 'too_small', min: 0 }],
    ['105', { problem: 'too_large', max: 100 }],
  ])('%s gives %o', (typed, reading) => expect(read(typed)).toEqual(reading))
})
