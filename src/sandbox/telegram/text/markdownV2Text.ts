import type { WireEntity } from '../wire.ts'
import { readFenceStart } from './markdownText.ts'
import { byteOffset, linkEntity, type MarkedText, unreadable } from './markedText.ts'

const reserved = '_*[]()~`>#+-=|{}.!\n'
const quotes: ReadonlySet<string> = new Set(['blockquote'])
const codes: ReadonlySet<string> = new Set(['code', 'pre'])

/** How Telegram names the entities in its errors. */
const titles: Record<string, string> = {
  bold: 'Bold',
  italic: 'Italic',
  underline: 'Underline',
  strikethrough: 'Strikethrough',
  spoiler: 'Spoiler',
  code: 'Code',
  pre: 'Pre',
  text_link: 'TextUrl',
  custom_emoji: 'CustomEmoji',
  blockquote: 'BlockQuote',
}

const simpleSigns: Record<string, string> = {
  '*': 'bold',
  __: 'underline',
  _: 'italic',
  '~': 'strikethrough',
  '||': 'spoiler',
  '[': 'text_link',
  '![': 'custom_emoji',
  '```': 'pre',
  '`': 'code',
}

const endSigns: Record<string, string> = {
  bold: '*',
  underline: '__',
  italic: '_',
  strikethrough: '~',
  spoiler: '||',
  text_link: ']',
  custom_emoji: ']',
  pre: '```',
  code: '`',
}

interface OpenEntity {
  type: string
  language: string
  offset: number
  begin: number
}

/**
 * Reads MarkdownV2, nested entities included.
 * @throws Refusal with Telegram's text: a reserved character, or an entity without its end and where it began
 */
export function readMarkdownV2Text(source: string): MarkedText {
  const entities: WireEntity[] = []
  const open: OpenEntity[] = []
  let text = ''
  let index = 0

  function begin(type: string, sign: string, language = '', end = index + sign.length) {
    open.push({ type, language, offset: text.length, begin: index })
    index = end
  }

  function lineBreak(last: OpenEntity | undefined) {
    const isInQuote = open.some(({ type }) => quotes.has(type))
    text += '\n'
    index++
    if (source[index] === '>') {
      if (isInQuote) index++
      else begin('blockquote', '>')
    } else if (isInQuote) endQuote(last)
  }

  function close(last: OpenEntity) {
    const sign = endSigns[last.type] ?? ''
    open.pop()
    let url = text.slice(last.offset)
    index += sign.length
    if (sign === ']') {
      const address = readAddress(source, index)
      if (address) {
        url = address.url
        index = address.end
      } else if (last.type === 'custom_emoji') {
        throw unreadable('Custom emoji entity must contain a tg://emoji URL')
      }
    }
    const entity = entityFor(last, text.length - last.offset, url)
    if (entity) entities.push(entity)
  }

  while (index < source.length) {
    const sign = source.charAt(index)
    const last = open.at(-1)
    const next = source.charCodeAt(index + 1)
    if (sign === '\\' && next > 0 && next <= 126) {
      text += source[index + 1]
      index += 2
    } else if (!(last && codes.has(last.type) ? '`' : reserved).includes(sign)) {
      text += sign
      index++
    } else if (sign === '\n') {
      lineBreak(last)
    } else if (last && endsHere(source, index, last)) close(last)
    else beginEntity(sign)
  }
  const last = open.at(-1)
  if (last && quotes.has(last.type)) endQuote(last)
  const unclosed = open.at(-1)
  if (unclosed) throw endless(source, unclosed)
  return { text, entities }

  function endQuote(last: OpenEntity | undefined) {
    if (!last) return
    if (!quotes.has(last.type)) throw endless(source, last)
    open.pop()
    const length = text.length - last.offset
    if (length > 0) entities.push({ type: 'blockquote', offset: last.offset, length })
  }

  function beginEntity(sign: string) {
    if (sign === '>' && index === 0) return begin('blockquote', '>')
    const long = ['```', '__', '||', '!['].find((written) => source.startsWith(written, index))
    const type = simpleSigns[long ?? sign]
    if (!type) throw unreadable(`Character '${sign}' is reserved and must be escaped with the preceding '\\'`)
    if (type !== 'pre') return begin(type, long ?? sign)
    const fence = readFenceStart(source, index + 3)
    begin('pre', '```', fence.language, fence.end)
  }
}

function endsHere(source: string, index: number, { type }: OpenEntity): boolean {
  const sign = endSigns[type]
  if (sign === undefined || !source.startsWith(sign, index)) return false
  return type !== 'italic' || source[index + 1] !== '_'
}

function readAddress(source: string, index: number): { url: string; end: number } | undefined {
  if (source[index] !== '(') return undefined
  let url = ''
  let end = index + 1
  while (end < source.length && source[end] !== ')') {
    if (source[end] === '\\' && source.charCodeAt(end + 1) <= 126) end++
    url += source[end++] ?? ''
  }
  if (end >= source.length) {
    throw unreadable(`Can't find end of a URL at byte offset ${byteOffset(source, index + 1)}`)
  }
  return { url, end: end + 1 }
}

function entityFor(
  { type, language, offset }: OpenEntity,
  length: number,
  url: string,
): WireEntity | undefined {
  if (length === 0) return undefined
  if (type === 'text_link') return linkEntity(url, offset, length)
  if (type !== 'custom_emoji') return { type, offset, length, ...(language && { language }) }
  const id = url.match(/^tg:\/\/emoji\?id=(\d+)$/)?.[1]
  if (!id) throw unreadable('Custom emoji URL must have an emoji identifier')
  return { type, offset, length, custom_emoji_id: id }
}

function endless(source: string, { type, language, begin }: OpenEntity) {
  const title = type === 'pre' && language ? 'PreCode' : titles[type]
  return unreadable(`Can't find end of ${title} entity at byte offset ${byteOffset(source, begin)}`)
}
