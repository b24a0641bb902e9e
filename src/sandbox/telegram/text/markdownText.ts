import type { WireEntity } from '../wire.ts'
import { byteOffset, linkEntity, type MarkedText, unreadable } from './markedText.ts'

const ends: Record<string, string> = { _: '_', '*': '*', '`': '`', '[': ']' }

/**
 * Reads Telegram's first, simple Markdown: `_italic_`, `*bold*`, code, fences and links, not nested.
 * @throws Refusal with Telegram's text and the byte at which the open entity begins
 */
export function readMarkdownText(source: string): MarkedText {
  const entities: WireEntity[] = []
  let text = ''
  let index = 0
  while (index < source.length) {
    const sign = source.charAt(index)
    if (sign === '\\' && '_*`['.includes(source.charAt(index + 1) || ' ')) {
      text += source[index + 1]
      index += 2
      continue
    }
    const isFence = source.startsWith('```', index)
    const end = isFence ? '```' : ends[sign]
    if (end === undefined) {
      text += sign
      index++
      continue
    }
    const begin = index
    const fence = isFence ? readFenceStart(source, index + 3) : { language: '', end: index + 1 }
    const close = source.indexOf(end, fence.end)
    if (close < 0) {
      throw unreadable(`Can't find end of the entity starting at byte offset ${byteOffset(source, begin)}`)
    }
    const offset = text.length
    text += source.slice(fence.end, close)
    index = close + end.length
    const length = text.length - offset
    let url = source.slice(fence.end, close)
    if (sign === '[' && source[index] === '(') {
      const parenthesis = source.indexOf(')', index)
      const stop = parenthesis < 0 ? source.length : parenthesis
      url = source.slice(index + 1, stop)
      index = stop + 1
    }
    if (length === 0) continue
    const entity = entityFor(sign, isFence, fence.language, url, offset, length)
    if (entity) entities.push(entity)
  }
  return { text, entities }
}

/** What follows the three backticks: perhaps a language, and one line break that is not part of the code. */
export function readFenceStart(source: string, begin: number): { language: string; end: number } {
  const word = source.slice(begin).match(/^[^\s`]+/)?.[0] ?? ''
  const afterWord = begin + word.length
  const isLanguage = word !== '' && afterWord < source.length && source[afterWord] !== '`'
  const from = isLanguage ? afterWord : begin
  const lineBreak = source.slice(from, from + 2).match(/^(\r\n|\n\r|\n|\r)/)?.[0] ?? ''
  return { language: isLanguage ? word : '', end: from + lineBreak.length }
}

function entityFor(
  sign: string,
  isFence: boolean,
  language: string,
  url: string,
  offset: number,
  length: number,
): WireEntity | undefined {
  if (sign === '[') return linkEntity(url, offset, length)
  if (sign === '_') return { type: 'italic', offset, length }
  if (sign === '*') return { type: 'bold', offset, length }
  if (!isFence) return { type: 'code', offset, length }
  return { type: 'pre', offset, length, ...(language && { language }) }
}
