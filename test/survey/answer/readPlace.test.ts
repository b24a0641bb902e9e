import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPlace } from '../../../src/survey/answer/readPlace.ts'

test.each([
  ['-1.49, 102.44', '-1.49 102.44 0 0'],
  ['-1.49 102.44', '-1.49 102.44 0 0'],
  ['-1,49 102,44', '-1.49 102.44 0 0'],
  ['-1,49; 102,44', '-1.49 102.44 0 0'],
  ['1,49 LS 102,44 BT', '-1.49 102.44 0 0'],
  ['1.49° S, 102.44° E', '-1.49 102.44 0 0'],
  ['2 LU, 100 BT', '2 100 0 0'],
  ['geo:-1.49,102.44', '-1.49 102.44 0 0'],
  ['https://www.google.com/maps/@-1.4921,102.4402,15z', '-1.4921 102.4402 0 0'],
  ['https://maps.google.com/?q=-1.49,102.44', '-1.49 102.44 0 0'],
  ['https://www.google.com/maps/search/?api=1&query=-1.49%2C102.44', '-1.49 102.44 0 0'],
])('"%s" is %s', (typed, place) => expect(readPlace(typed)).toBe(place))

test.each([
  'dekat pasar',
  '-1.49',
  '91, 0',
  '0, 181',
  '1,49 102',
  'https://maps.app.goo.gl/abc',
  '-1.49, 102.44, 5',
  '',
])('"%s" is no place', (typed) => expect(readPlace(typed)).toBeUndefined())

test('every place that can be written is read as it is', () => {
  const degrees = (most: number) =>
    fc.integer({ min: -most * 1e6, max: most * 1e6 }).map((millionths) => millionths / 1e6)
  fc.assert(
    fc.property(degrees(90), degrees(180), (latitude, longitude) => {
      const plain = (number: number) => number.toFixed(6)
      expect(readPlace(`${plain(latitude)}, ${plain(longitude)}`)).toBe(`${latitude} ${longitude} 0 0`)
      const [ns, ew] = [latitude < 0 ? 'LS' : 'LU', longitude < 0 ? 'BB' : 'BT']
      const sides = `${plain(Math.abs(latitude))} ${ns} ${plain(Math.abs(longitude))} ${ew}`
      expect(readPlace(sides)).toBe(`${latitude} ${longitude} 0 0`)
    }),
  )
})
