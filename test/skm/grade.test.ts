import { expect, test } from 'vitest'
import { gradeOf, PERFORMANCE } from '../../src/skm/grade.ts'

test.each([
  [0, 'D'],
  [24.75, 'D'],
  [25, 'D'],
  [64.99, 'D'],
  [64.9949, 'D'],
  [64.995, 'C'],
  [65, 'C'],
  [76.6, 'C'],
  [76.6049, 'C'],
  [76.605, 'B'],
  [76.61, 'B'],
  [88.3, 'B'],
  [88.3049, 'B'],
  [88.305, 'A'],
  [88.31, 'A'],
  [100, 'A'],
] as const)('an index of %d is grade %s', (ikm, grade) => {
  expect(gradeOf(ikm)).toBe(grade)
})

test.each([-0.01, 100.01, Number.NaN])('%d is no index', (ikm) => {
  expect(() => gradeOf(ikm)).toThrow(RangeError)
})

test('the grades are told in the words of the regulation', () => {
  expect(PERFORMANCE).toEqual({ A: 'Sangat baik', B: 'Baik', C: 'Kurang baik', D: 'Tidak baik' })
})
