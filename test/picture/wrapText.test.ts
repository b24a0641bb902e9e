import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceText, wrapText } from '../../src/picture/wrapText.ts'

const letters = (text: string): number => text.length

test.each([
  ['satu dua tiga', 8, 3, ['satu dua', 'tiga'], true],
  ['satu dua tiga', 8, 1, ['satu du…'], false],
  ['satu dua tiga', 4, 2, ['satu', 'dua…'], false],
  ['pelayanan', 4, 3, ['pela', 'yana', 'n'], false],
  ['di pelayanan', 4, 3, ['di', 'pela', 'yan…'], false],
  ['👨‍👩‍👧👨‍👩‍👧', 8, 2, ['👨‍👩‍👧', '👨‍👩‍👧'], false],
  ['', 4, 3, [], true],
])('%j in lines of %i, at most %i of them', (text, width, mostLines, lines, isWhole) => {
  expect(wrapText(text, width, mostLines, letters)).toEqual({ lines, isWhole })
})

test('a heading has no last line with a single word', () => {
  expect(wrapText('Bagaimana pelayanan di kantor ini', 30, 3, letters).lines).toEqual([
    'Bagaimana pelayanan di kantor',
    'ini',
  ])
  expect(balanceText('Bagaimana pelayanan di kantor ini', 30, 3, letters).lines).toEqual([
    'Bagaimana pelayanan',
    'di kantor ini',
  ])
})

test('whatever the words: the lines fit, and together they say all or end in an ellipsis', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 20 })
  fc.assert(
    fc.property(
      words,
      fc.integer({ min: 2, max: 30 }),
      fc.integer({ min: 1, max: 5 }),
      (all, width, mostLines) => {
        for (const wrap of [wrapText, balanceText]) {
          const { lines, isWhole } = wrap(all.join(' '), width, mostLines, letters)
          expect(lines.length).toBeLessThanOrEqual(mostLines)
          for (const line of lines) expect(line.length).toBeLessThanOrEqual(width)
          if (isWhole) expect(lines.join(' ')).toBe(all.join(' '))
          else if (!lines.at(-1)?.endsWith('…')) expect(lines.join('').replaceAll(' ', '')).toBe(all.join(''))
        }
      },
    ),
  )
})
