import { isObject, type Parameters, structureOf, textOf } from '../parameters.ts'
import { badRequest } from '../refusal.ts'
import type { FormattedText, WireEntity } from '../wire.ts'
import { detectEntities, sortEntities } from './detectEntities.ts'
import { readHtmlText } from './htmlText.ts'
import { readMarkdownText } from './markdownText.ts'
import { readMarkdownV2Text } from './markdownV2Text.ts'
import { type MarkedText, trimmed } from './markedText.ts'

const mostBytes = 32_768
const longestText = 4096
const longestCaption = 1024

/** Told what Telegram takes though nobody can have meant it. */
type Warn = (problem: string) => void
const ignore: Warn = () => undefined

/**
 * The text of a message, read and measured as Telegram does it: 1–4096 characters (code points) after reading.
 * @throws Refusal in Telegram's words
 */
export function readText(parameters: Parameters, warn: Warn = ignore): FormattedText {
  const source = textOf(parameters, 'text')
  if (!source) throw badRequest('message text is empty')
  const formatted = readFormatted(source, parameters, 'entities', warn)
  if (formatted.text === '') throw badRequest('text must be non-empty')
  if (isLonger(formatted.text, longestText)) throw badRequest('message is too long')
  return formatted
}

/**
 * A caption of at most 1024 characters after reading; nothing when there is none.
 * @throws Refusal in Telegram's words
 */
export function readCaption(
  parameters: Parameters,
  warn: Warn = ignore,
): { caption?: string; caption_entities?: WireEntity[] } {
  const source = textOf(parameters, 'caption')
  if (!source) return {}
  const { text, entities } = readFormatted(source, parameters, 'caption_entities', warn)
  if (isLonger(text, longestCaption)) throw badRequest('message caption is too long')
  return text ? { caption: text, ...(entities.length > 0 && { caption_entities: entities }) } : {}
}

function readFormatted(
  source: string,
  parameters: Parameters,
  entitiesName: string,
  warn: Warn,
): FormattedText {
  if (source.length * 3 > mostBytes && Buffer.byteLength(source) > mostBytes) {
    throw badRequest('text is too long')
  }
  const marked = readMarked(source, parameters, entitiesName, warn)
  if (marked.entities.length > 1) sortEntities(marked.entities)
  const { text, entities } = trimmed(marked)
  return { text, entities: detectEntities(text, entities) }
}

function readMarked(source: string, parameters: Parameters, entitiesName: string, warn: Warn): MarkedText {
  const mode = textOf(parameters, 'parse_mode')?.toLowerCase() ?? ''
  switch (mode) {
    case 'html':
      warnOfReferences(source, warn)
      // Telegram leaves out carriage returns, which an upload puts before every line feed.
      return readHtmlText(source.replaceAll('\r', ''))
    case 'markdownv2':
      return readMarkdownV2Text(source)
    case 'markdown':
      return readMarkdownText(source)
    case '':
    case 'none':
      return { text: source, entities: givenEntities(parameters, entitiesName) }
    default:
      throw badRequest('unsupported parse_mode')
  }
}

/** Telegram knows four named references; all others are shown to people as they are written. */
function warnOfReferences(source: string, warn: Warn): void {
  if (!source.includes('&')) return
  for (const [written] of source.matchAll(/&(?!(?:lt|gt|amp|quot);)[a-z]+;/gi)) {
    warn(`"${written}" is no character reference to Telegram`)
  }
}

function givenEntities(parameters: Parameters, name: string): WireEntity[] {
  const given = structureOf(parameters, name, "can't parse entities JSON object")
  if (!Array.isArray(given)) return []
  return given.map((entity: unknown) => {
    const isEntity =
      isObject(entity) &&
      typeof entity.type === 'string' &&
      Number.isInteger(entity.offset) &&
      Number.isInteger(entity.length)
    if (!isEntity) throw badRequest("can't parse MessageEntity: Expected an Object")
    return { ...entity } as unknown as WireEntity
  })
}

/** Characters are code points; a text has at most as many as it has UTF-16 units. */
function isLonger(text: string, limit: number): boolean {
  return text.length > limit && [...text].length > limit
}
