import { expect, test } from 'vitest'
import { placeNear, places } from '../../../src/sandbox/page/places.ts'

test.each([
  ['the place itself', -1.4931, 102.445, 'Muara Tebo'],
  ['some kilometres away', -1.45, 102.2, 'Rimbo Bujang'],
  ['out of reach of any', -2.2, 102.4, undefined],
  ['on the other side of the world', 1.4931, -77.555, undefined],
])('%s', (_, latitude, longitude, name) => {
  expect(placeNear(latitude, longitude)?.name).toBe(name)
})

test('every place is nearest to itself and lies on the globe', () => {
  for (const place of places) {
    expect(placeNear(place.latitude, place.longitude)).toBe(place)
    expect(Math.abs(place.latitude)).toBeLessThanOrEqual(90)
    expect(Math.abs(place.longitude)).toBeLessThanOrEqual(180)
  }
})
