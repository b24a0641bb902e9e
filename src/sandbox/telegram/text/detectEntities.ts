import type { WireEntity } from '../wire.ts'

interface Finder {
  type: string
  /** The entity itself is the first group when there is one, else the whole match. */
  pattern: RegExp
}

/** What Telegram finds by itself in a text, in the order in which one hides the other. */
const finders: Finder[] = [
  {
    type: 'url',
    pattern: /(?<![\w@./])((?:https?|ftp|tg|ton):\/\/[^\s<>"«»“”]*[^\s<>"«»“”.,:;!?'()[\]{}])/giu,
  },
  { type: 'email', pattern: /(?<![\w.+-])([\w.+-]{1,64}@(?:[a-z\d-]+\.)+[a-z]{2,18})(?![\w-])/giu },
  {
    type: 'url',
    pattern:
      /(?<![\w@./-])((?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:com|net|org|info|id|go|me|io|dev|app|gov|edu|xyz|link|site|online|co|tv)(?![\w.-]*[\w-]@)(?![a-z\d_-])(?::\d{1,5})?(?:\/[^\s<>"«»“”]*[^\s<>"«»“”.,:;!?'()[\]{}])?)/giu,
  },
  { type: 'bot_command', pattern: /(?<![\w/<>])(\/\w{1,64}(?:@\w{3,32})?)(?![\w/<>])/g },
  { type: 'mention', pattern: /(?<![\w])(@\w{4,32})(?!\w)/g },
  {
    type: 'hashtag',
    pattern: /(?<![\w\p{L}\p{Nd}])(#(?=[\d_]*\p{L})[\p{L}\p{Nd}_]{1,256})(?![\p{L}\p{Nd}_#])/gu,
  },
  { type: 'cashtag', pattern: /(?<!\w)(\$[A-Z]{1,8})(?!\w)/g },
]

const anySign = /[/@#$.:]/

/**
 * Commands, links, mentions and the like in a text, as Telegram marks them in everybody's messages; offsets in
 * UTF-16 units. Nothing is found inside `taken` ones, which come back too, all sorted.
 */
export function detectEntities(text: string, taken: WireEntity[] = []): WireEntity[] {
  if (!anySign.test(text)) return taken
  const found = [...taken]
  for (const { type, pattern } of finders) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length }
      if (!found.some((other) => hides(other, entity))) found.push(entity)
    }
  }
  return found.length === taken.length ? taken : sortEntities(found)
}

/** By place, the outer one first. */
export function sortEntities(entities: WireEntity[]): WireEntity[] {
  return entities.sort((a, b) => a.offset - b.offset || b.length - a.length)
}

const transparent = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
])

function hides(other: WireEntity, entity: WireEntity): boolean {
  if (transparent.has(other.type)) return false
  return other.offset < entity.offset + entity.length && entity.offset < other.offset + other.length
}
