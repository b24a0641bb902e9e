import { expect, test } from 'vitest'
import { clip } from '../../src/message/clip.ts'

test.each([
  ['Puskesmas', 9, 'Puskesmas'],
  ['Puskesmas', 8, 'Puskesm…'],
  ['Dinas Kesehatan', 7, 'Dinas…'],
  ['👍👍👍', 3, '👍👍👍'],
  ['👍👍👍', 2, '👍…'],
  ['', 5, ''],
  ['ab', 1, '…'],
])('"%s" in at most %i characters is "%s"', (text, longest, clipped) => {
  expect(clip(text, longest)).toBe(clipped)
})
