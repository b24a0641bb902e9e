import { readReference } from './htmlReference.ts'
import { byteOffset, unreadable } from './markedText.ts'

const knownTags = new Set([
  'a',
  'b',
  'strong',
  'i',
  'em',
  's',
  'strike',
  'del',
  'u',
  'ins',
  'tg-spoiler',
  'tg-emoji',
  'tg-time',
  'span',
  'pre',
  'code',
  'blockquote',
])

interface StartTag {
  name: string
  /** The one attribute that matters for this tag: an address, a language, an emoji's id. */
  argument: string
  end: number
}

/**
 * Reads a start tag with its attributes.
 * @throws Refusal with Telegram's text
 */
export function readHtmlTag(source: string, begin: number): StartTag {
  const where = () => `at byte offset ${byteOffset(source, begin)}`
  const written = match(/[^\s>]*/y, source, begin + 1)
  let index = begin + 1 + written.length
  if (index >= source.length) throw unreadable(`Unclosed start tag ${where()}`)
  const name = written.toLowerCase()
  if (!knownTags.has(name)) throw unreadable(`Unsupported start tag "${name}" ${where()}`)
  let argument = ''
  for (;;) {
    index += match(/\s*/y, source, index).length
    if (index >= source.length) throw unreadable(`Unclosed start tag ${where()}`)
    if (source[index] === '>') break
    const attribute = match(/[^\s=>]*/y, source, index)
    if (attribute === '') throw unreadable(`Empty attribute name in the tag "${name}" ${where()}`)
    index += attribute.length
    index += match(/\s*/y, source, index).length
    if (index >= source.length) throw unreadable(`Unclosed start tag "${name}" ${where()}`)
    let value = ''
    if (source[index] === '=') {
      index += 1 + match(/\s*/y, source, index + 1).length
      const read = readValue(source, index)
      value = read.value
      index = read.end
      if (index >= source.length) throw unreadable(`Unclosed start tag ${where()}`)
    }
    argument = argumentFrom(name, attribute, value) ?? argument
  }
  if (name === 'span' && argument !== 'spoiler') {
    throw unreadable(`Tag "span" must have class "tg-spoiler" ${where()}`)
  }
  return { name, argument, end: index + 1 }
}

function readValue(source: string, begin: number): { value: string; end: number } {
  const quote = source[begin]
  if (quote !== '"' && quote !== "'") {
    const token = match(/[\p{L}\d.-]*/uy, source, begin)
    const end = begin + token.length
    if (end < source.length && !/[\s>]/.test(source[end] ?? '')) {
      throw unreadable(`Unexpected end of name token at byte offset ${byteOffset(source, begin)}`)
    }
    return { value: token.toLowerCase(), end }
  }
  let value = ''
  let index = begin + 1
  while (index < source.length && source[index] !== quote) {
    if (source[index] === '&') {
      const { character, end } = readReference(source, index)
      value += character
      index = end
    } else value += source[index++]
  }
  return { value, end: index + 1 }
}

function argumentFrom(tag: string, attribute: string, value: string): string | undefined {
  if (tag === 'a' && attribute === 'href') return value
  if (tag === 'code' && attribute === 'class' && value.startsWith('language-')) return value.slice(9)
  if (tag === 'span' && attribute === 'class' && value.startsWith('tg-')) return value.slice(3)
  if (tag === 'tg-emoji' && attribute === 'emoji-id') return value
  if (tag === 'blockquote' && attribute === 'expandable') return '1'
  return undefined
}

function match(pattern: RegExp, source: string, index: number): string {
  pattern.lastIndex = index
  return pattern.exec(source)?.[0] ?? ''
}
