import { badRequest, type Refusal } from '../refusal.ts'
import type { FormattedText, WireEntity } from '../wire.ts'

/** A text being read from markup: what was written so far and what is marked in it. */
export interface MarkedText {
  text: string
  entities: WireEntity[]
}

/** Where a character of `source` stands in bytes, as Telegram's errors tell it. */
export function byteOffset(source: string, index: number): number {
  return Buffer.byteLength(source.slice(0, index))
}

/** Markup that cannot be read, in Telegram's words. */
export function unreadable(problem: string): Refusal {
  return badRequest(`can't parse entities: ${problem}`)
}

/** A link's address as Telegram keeps it; nothing when it leads nowhere. */
export function linkEntity(url: string, offset: number, length: number): WireEntity | undefined {
  const person = url.match(/^tg:\/\/user\/?\?id=(\d+)$/i)?.[1]
  if (person) {
    const user = { id: Number(person), is_bot: false, first_name: '' }
    return { type: 'text_mention', offset, length, user }
  }
  const whole = /^[a-z][a-z\d+.-]*:/i.test(url) ? url : `http://${url}`
  if (!URL.canParse(whole)) return undefined
  const { protocol, hostname, href } = new URL(whole)
  if (!['http:', 'https:', 'tg:', 'ton:', 'tonsite:'].includes(protocol)) return undefined
  if (/^https?:$/.test(protocol) && !hostname.includes('.')) return undefined
  return { type: 'text_link', offset, length, url: href }
}

/** Cuts white space off both ends, as Telegram does after reading the markup, and moves the entities along. */
export function trimmed({ text, entities }: MarkedText): FormattedText {
  const end = text.trimEnd().length
  const firstMark = entities.reduce((first, { offset }) => Math.min(first, offset), text.length)
  let start = 0
  while (start < firstMark && (text[start] === ' ' || text[start] === '\n')) start++
  if (start === 0 && end === text.length) return { text, entities }
  const kept = entities.flatMap((entity) => {
    const length = Math.min(entity.offset + entity.length, end) - entity.offset
    return length > 0 ? [{ ...entity, offset: entity.offset - start, length }] : []
  })
  return { text: text.slice(start, end), entities: kept }
}
