import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draws } from '../../src/picture/typeface.ts'
import { writable } from '../../src/picture/writable.ts'

describe('the fonts can draw', () => {
  test.each([
    ['Puskesmas Rimbo Bujang II', 'Puskesmas Rimbo Bujang II'],
    ['  dua\n\tbaris  ', 'dua baris'],
    ['Café × cafe\u0301', 'Café × café'],
    ['≤ 30 menit → cepat', '<= 30 menit -> cepat'],
    ['★★☆ ✓', '** ✔'],
    ['a\u0000b\u0007c\u202ed\u00ade\u200df\ufeffg', 'abcdef g'],
    ['z\u0338\u031ba\u0334lgo', 'zalgo'],
    ['Baik 👍🏽 ❤️', 'Baik 👍 ❤'],
    ['👨‍👩‍👧', '👨👩👧'],
    ['1️⃣ Satu', '1 Satu'],
    ['🇮🇩 Indonesia', 'Indonesia'],
    ['Madrasah النور 中', 'Madrasah'],
    ['\ud800 sepotong', 'sepotong'],
    ['النور', '?'],
    ['', ''],
    [' \n ', ''],
  ])('of %j this: %j', (text, drawn) => {
    expect(writable(text, 100, 'emoji')).toBe(drawn)
  })
})

test('emoji go where they are not wanted', () => {
  expect(writable('Baik 👍 sekali', 100, 'no emoji')).toBe('Baik sekali')
  expect(writable('👍', 100, 'no emoji')).toBe('?')
})

test('no more characters come out than were asked for, each with a drawing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.integer({ min: 1, max: 50 }),
      (text, longest) => {
        const characters = Array.from(writable(text, longest, 'emoji'))
        expect(characters.length).toBeLessThanOrEqual(longest)
        for (const character of characters)
          expect(draws('regular', character) || draws('emoji', character)).toBe(true)
      },
    ),
  )
})
