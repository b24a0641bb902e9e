import type { WireEntity } from '../wire.ts'
import { readReference } from './htmlReference.ts'
import { readHtmlTag } from './htmlTag.ts'
import { byteOffset, linkEntity, type MarkedText, unreadable } from './markedText.ts'

const plainTypes: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  u: 'underline',
  ins: 'underline',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
}

interface OpenTag {
  name: string
  argument: string
  offset: number
}

/**
 * Reads Telegram's HTML: the few tags it knows, four named character references and numeric ones.
 * @throws Refusal with Telegram's text and the byte at which the trouble begins
 */
export function readHtmlText(source: string): MarkedText {
  const result: MarkedText = { text: '', entities: [] }
  const open: OpenTag[] = []
  let index = 0
  while (index < source.length) {
    const next = nextSign(source, index)
    result.text += source.slice(index, next)
    index = next
    if (index === source.length) break
    if (source[index] === '&') {
      const { character, end } = readReference(source, index)
      result.text += character
      index = end
    } else if (source[index + 1] === '/') {
      index = closeTag(source, index, open, result)
    } else {
      const { name, argument, end } = readHtmlTag(source, index)
      open.push({ name, argument, offset: result.text.length })
      index = end
    }
  }
  const last = open.at(-1)
  if (last) throw unreadable(`Can't find end tag corresponding to start tag "${last.name}"`)
  for (const entity of result.entities) if (entity.type === 'code') delete entity.language
  return result
}

function nextSign(source: string, from: number): number {
  for (let index = from; index < source.length; index++) {
    const code = source.charCodeAt(index)
    if (code === 38 || code === 60) return index
  }
  return source.length
}

function closeTag(source: string, begin: number, open: OpenTag[], result: MarkedText): number {
  const last = open.pop()
  if (!last) throw unreadable(`Unexpected end tag at byte offset ${byteOffset(source, begin)}`)
  const match = /<\/([^\s>]*)\s*(>?)/y
  match.lastIndex = begin
  const [whole = '', name = '', closing = ''] = match.exec(source) ?? []
  if (!closing) throw unreadable(`Unclosed end tag at byte offset ${byteOffset(source, begin)}`)
  if (name !== '' && name.toLowerCase() !== last.name) {
    const where = byteOffset(source, begin)
    throw unreadable(
      `Unmatched end tag at byte offset ${where}, expected "</${last.name}>", found "</${name}>"`,
    )
  }
  const length = result.text.length - last.offset
  if (length > 0) mark(result, last, length)
  return begin + whole.length
}

function mark({ text, entities }: MarkedText, { name, argument, offset }: OpenTag, length: number): void {
  const plain = plainTypes[name]
  const previous = entities.at(-1)
  const isAround = previous?.offset === offset && previous.length === length
  if (plain) entities.push({ type: plain, offset, length })
  else if (name === 'a') {
    const link = linkEntity(argument || text.slice(offset), offset, length)
    if (link) entities.push(link)
  } else if (name === 'pre' && isAround && previous.type === 'code' && previous.language) {
    previous.type = 'pre'
  } else if (name === 'code' && isAround && previous.type === 'pre' && argument) {
    previous.language = argument
  } else if (name === 'code') {
    const code: WireEntity = { type: 'code', offset, length }
    entities.push(argument ? { ...code, language: argument } : code)
  } else if (name === 'tg-emoji') {
    if (!/^\d+$/.test(argument)) throw unreadable('Invalid custom emoji identifier specified')
    entities.push({ type: 'custom_emoji', offset, length, custom_emoji_id: argument })
  } else if (name === 'blockquote') {
    entities.push({ type: argument ? 'expandable_blockquote' : 'blockquote', offset, length })
  } else if (name === 'pre') entities.push({ type: 'pre', offset, length })
}
