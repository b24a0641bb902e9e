import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeHtml, type Html, html, plainText, raw, visibleLength } from '../../src/message/html.ts'
import { fitsInOne, splitHtml } from '../../src/message/splitHtml.ts'

const markup = (text: string) => text as Html
const withoutSpace = (text: string) => text.replace(/\s/g, '')

describe('HTML that is too long for one message', () => {
  test('stays whole when it is not', () => {
    expect(splitHtml(html`<b>Halo</b> ${'&'}`, 6)).toEqual([html`<b>Halo</b> ${'&'}`])
    expect(fitsInOne(html`<b>Halo</b> ${'&'}`, 6)).toBe(true)
    expect(fitsInOne(html`<b>Halo</b> ${'&'}`, 5)).toBe(false)
  })

  test.each<[string, string, number, string[]]>([
    ['between paragraphs', 'satu dua\ntiga\n\nempat lima', 20, ['satu dua\ntiga\n\n', 'empat lima']],
    ['between lines', 'satu dua\ntiga empat', 12, ['satu dua\n', 'tiga empat']],
    ['between words', 'satu dua tiga', 10, ['satu dua ', 'tiga']],
    ['within a word that is longer than a message', 'abcdefgh', 3, ['abc', 'def', 'gh']],
    ['never within a character', '👍👍👍', 2, ['👍👍', '👍']],
    ['never within a reference', 'a&amp;b&lt;c', 2, ['a&amp;', 'b&lt;', 'c']],
    ['not far before the end of a piece', 'a bcdefghijk', 10, ['a bcdefghi', 'jk']],
    [
      'with its tags closed and opened again',
      '<b>ab<i>cd</i></b>',
      3,
      ['<b>ab<i>c</i></b>', '<b><i>d</i></b>'],
    ],
    [
      'also inside a link',
      '<a href="https://x.id/?a=1&amp;b=2">abcd</a>',
      2,
      ['<a href="https://x.id/?a=1&amp;b=2">ab</a>', '<a href="https://x.id/?a=1&amp;b=2">cd</a>'],
    ],
    ['without a piece of white space alone', `ab${'\n'.repeat(9)}cd`, 2, ['ab', 'cd']],
  ])('is cut %s', (_, text, longest, pieces) => {
    expect(splitHtml(markup(text), longest)).toEqual(pieces)
  })

  test('loses nothing but white space, and every piece is short and closes what it opens', () => {
    const tag = fc.constantFrom('b', 'i', 'code')
    const words = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '&', '<', '>', '"', 'é', '👍') })
    const nested = fc.letrec<{ node: Html }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        words.map(escapeHtml),
        fc
          .tuple(tag, fc.array(tie('node'), { maxLength: 4 }))
          .map(([name, inner]) => markup(`<${name}>${inner.join('')}</${name}>`)),
      ),
    })).node
    const whole = fc.array(nested, { maxLength: 6 }).map((all) => markup(all.join('')))
    fc.assert(
      fc.property(whole, fc.integer({ min: 1, max: 30 }), (text, longest) => {
        const pieces = splitHtml(text, longest)
        for (const piece of pieces) {
          expect(visibleLength(piece)).toBeLessThanOrEqual(longest)
          const open: string[] = []
          for (const [, slash, name] of piece.matchAll(/<(\/?)(\w+)[^>]*>/g)) {
            if (slash) expect(open.pop()).toBe(name)
            else if (name) open.push(name)
          }
          expect(open).toEqual([])
        }
        expect(withoutSpace(pieces.map(plainText).join(''))).toBe(withoutSpace(plainText(text)))
      }),
    )
  })

  test('is cut for its weight too: Telegram reads 32,768 bytes at most', () => {
    const heavy = html`${raw(markup('<b>&amp;</b>'.repeat(4000)))}`
    const pieces = splitHtml(heavy, 4096)
    for (const piece of pieces) expect(Buffer.byteLength(piece)).toBeLessThan(32_768)
    expect(pieces.map(plainText).join('')).toBe('&'.repeat(4000))
  })
})
