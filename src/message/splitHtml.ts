import { type Html, plainText, visibleLength } from './html.ts'

/** Telegram reads no message whose HTML has over 32,768 bytes; a UTF-16 unit has three at most. */
const MOST_UNITS = 10_000

/**
 * HTML in pieces that are short enough for Telegram, in order. It is cut between paragraphs, lines, sentences or
 * words where that leaves a piece at least half full; tags that are open at a cut are closed and opened again. Only
 * white space at the cuts is lost.
 * @param longest characters of a piece, as people see them
 */
export function splitHtml(html: Html, longest: number): Html[] {
  if (fitsInOne(html, longest)) return [html]
  const tokens = html.match(TOKEN) ?? []
  const pieces: Html[] = []
  let open: string[] = []
  for (let first = 0; first < tokens.length; ) {
    const next = cutAfter(tokens, first, longest)
    const stillOpen = tagsOpenAfter(open, tokens.slice(first, next))
    const piece = [...open, ...tokens.slice(first, next), ...stillOpen.toReversed().map(closing)].join('')
    if (plainText(piece as Html).trim() !== '') pieces.push(piece as Html)
    open = stillOpen
    first = next
  }
  return pieces
}

/** Whether HTML is short enough to stay whole. */
export function fitsInOne(html: Html, longest: number): boolean {
  // Most are so short that nobody need look into them.
  return html.length <= longest || (html.length <= MOST_UNITS && visibleLength(html) <= longest)
}

/** A tag, a character that is written as a reference, or a character. */
const TOKEN = /<[^>]*>|&(?:lt|gt|amp|quot|#\w{1,8});|[\s\S]/gu

const isTag = (token: string) => token.length > 1 && token.startsWith('<')
const closing = (tag: string) => `</${tag.match(/^<([a-z0-9-]+)/i)?.[1] ?? ''}>`

/** How well it reads when a piece ends with this token: a paragraph, a line, a sentence, a word, or none of these. */
function easeOfCut(token: string | undefined, before: string | undefined): number {
  if (token === '\n') return before === '\n' ? 4 : 3
  if (token !== ' ') return 0
  return before !== undefined && '.!?…'.includes(before) ? 2 : 1
}

/** The token before which the next piece begins. */
function cutAfter(tokens: readonly string[], first: number, longest: number): number {
  let visible = 0
  let units = 0
  let best = { at: 0, ease: 0 }
  for (let at = first; at < tokens.length; at++) {
    const token = tokens[at] ?? ''
    if (!isTag(token)) visible++
    units += token.length
    if (visible > longest || units > MOST_UNITS) return best.at || Math.max(at, first + 1)
    const ease = easeOfCut(token, tokens[at - 1])
    const isHalfFull = visible * 2 >= longest || units * 2 >= MOST_UNITS
    if (isHalfFull && ease > 0 && ease >= best.ease) best = { at: at + 1, ease }
  }
  return tokens.length
}

function tagsOpenAfter(before: readonly string[], tokens: readonly string[]): string[] {
  const open = [...before]
  for (const token of tokens) {
    if (!isTag(token)) continue
    if (token.startsWith('</')) open.pop()
    else open.push(token)
  }
  return open
}
