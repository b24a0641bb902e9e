import decodeQR from 'qr/decode.js'
import { describe, expect, test } from 'vitest'
import { qrPng } from '../../src/picture/qrPng.ts'
import { sizeOf } from './charts.ts'
import { pixelsOf } from './pixelsOf.ts'

describe.each([
  'https://t.me/SuluhTeboBot?start=skm_K7Q2M',
  'A',
  `https://t.me/${'x'.repeat(287)}`,
  'Puskesmas & <"Rimbo"> — é',
])('the code of %s', (text) => {
  const picture = pixelsOf(qrPng(text))

  test('says it', () => {
    expect(decodeQR(picture, { timeLimit: 10_000 })).toBe(text)
  })

  test('is square, at least 800 pixels wide, and only black and white', () => {
    expect(picture.width).toBe(picture.height)
    expect(picture.width).toBeGreaterThanOrEqual(800)
    expect(picture.width).toBeLessThan(1000)
    expect([...new Set(picture.data)].toSorted()).toEqual([0, 255])
  })

  test('has four modules of white around', () => {
    const darkest = (y: number) =>
      Math.min(...picture.data.subarray(y * picture.width * 4, (y + 1) * picture.width * 4))
    const firstDark = Array.from({ length: picture.height }, (_, y) => y).findIndex((y) => darkest(y) === 0)
    // Nothing stands left and right of the two upper finders, which are seven modules wide, in their first row.
    const row = picture.data.subarray(firstDark * picture.width * 4, (firstDark + 1) * picture.width * 4)
    const reds = row.filter((_, place) => place % 4 === 0)
    const left = reds.indexOf(0)
    const finder = reds.indexOf(255, left) - left
    expect(left).toBe(firstDark)
    expect(left / (finder / 7)).toBe(4)
  })
})

test('the picture is as wide as was asked, or a little wider', () => {
  expect(sizeOf(qrPng('https://t.me/x', 1500)).width).toBeGreaterThanOrEqual(1500)
})

test.each(['', 'x'.repeat(301)])('a text that no link has is our fault', (text) => {
  expect(() => qrPng(text)).toThrow(RangeError)
})
