// biome-ignore-all lint/suspicious/noTemplateCurlyInString: people may type anything
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeHtml, html, joinHtml, plainText, raw } from '../../src/message/html.ts'

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('<', '>', '&', '&lt;', '&amp;', '<b>', '"', "'", '$&', '${x}', 'a'))
    .map((all) => all.join('')),
)

describe('what people wrote', () => {
  test('never opens a tag or an entity of its own', () => {
    fc.assert(
      fc.property(anything, anything, (name, unit) => {
        const text = html`Terima kasih, <b>${name}</b> dari ${unit}.`
        const inner = text
          .replace(/^Terima kasih, <b>/, '')
          .replace('</b> dari ', '')
          .replace(/\.$/, '')
        expect(inner).not.toMatch(/[<>]/)
        expect(inner.replace(/&(lt|gt|amp);/g, '')).not.toContain('&')
      }),
    )
  })

  test('is read exactly as it was written', () => {
    fc.assert(
      fc.property(anything, (name) => {
        expect(plainText(html`<i>${name}</i>`)).toBe(name)
      }),
    )
  })

  test('keeps its quotes and dollars', () => {
    expect(html`${`"Bu Ani" & 'Pak' $& $1`} ${5}`).toBe(`"Bu Ani" &amp; 'Pak' $&amp; $1 5`)
  })

  test('is escaped once when it goes from text to text', () => {
    const name = html`<b>${'A & B'}</b>`
    expect(html`Halo ${raw(name)}, ${'<i>'}`).toBe('Halo <b>A &amp; B</b>, &lt;i&gt;')
    expect(html`${name}`).toBe('&lt;b&gt;A &amp;amp; B&lt;/b&gt;')
  })
})

test('parts that are not there leave no empty lines', () => {
  const line = escapeHtml('satu')
  expect(joinHtml([undefined, line, false, escapeHtml(''), line])).toBe('satu\nsatu')
  expect(joinHtml([line, line], '\n\n')).toBe('satu\n\nsatu')
  expect(joinHtml([])).toBe('')
})

test('a reader of plain text sees no tags and no entities', () => {
  expect(plainText(html`<b>Suluh</b> – <a href="https://tebo.go.id">${'5 < 6 & "7"'}</a> ${'&lt;'}`)).toBe(
    'Suluh – 5 < 6 & "7" &lt;',
  )
})
