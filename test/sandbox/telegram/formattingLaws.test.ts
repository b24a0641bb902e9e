import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeHtml } from '../../../src/message/html.ts'
import { readText } from '../../../src/sandbox/telegram/text/formatText.ts'

/** White space at either end is cut off, so words stand there. */
const words = fc.string({ unit: 'grapheme', maxLength: 300 }).map((middle) => `a${middle}z`)

test('whatever people write arrives as they wrote it, once it is escaped', () => {
  fc.assert(
    fc.property(words, (written) => {
      const source = `<b>${escapeHtml(written)}</b> <code>${escapeHtml(written)}</code>`
      const { text, entities } = readText({ text: source, parse_mode: 'HTML' })
      expect(text).toBe(`${written} ${written}`)
      const marked = entities.filter(({ type }) => type === 'bold' || type === 'code')
      expect(marked.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual([
        written,
        written,
      ])
    }),
  )
})

test('any text at all is either read or refused in Telegram’s words', () => {
  const markup = fc.array(
    fc.constantFrom(
      '<b>',
      '</b>',
      '<a href="',
      '">',
      '*',
      '_',
      '__',
      '[',
      '](',
      ')',
      '`',
      '```',
      '\\',
      '>',
      '\n',
      'é',
      '😀',
      'x ',
      '&lt;',
      '&#6',
      '||',
      '![',
    ),
    { minLength: 1, maxLength: 30 },
  )
  fc.assert(
    fc.property(markup, fc.constantFrom('HTML', 'MarkdownV2', 'Markdown'), (parts, parse_mode) => {
      const text = parts.join('')
      try {
        const read = readText({ text, parse_mode })
        for (const { offset, length } of read.entities) {
          expect(length).toBeGreaterThan(0)
          expect(offset + length).toBeLessThanOrEqual(read.text.length)
        }
      } catch (fault) {
        expect((fault as Error).message).toMatch(
          /^Bad Request: (can't parse entities: |text must be non-empty)/,
        )
      }
    }),
  )
})
