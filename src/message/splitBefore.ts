import { type Html, visibleLength } from './html.ts'
import { LONGEST_MESSAGE } from './longestMessage.ts'
import { splitHtml } from './splitHtml.ts'

/**
 * Words in one message with what follows them, as long as that takes no more than so many characters; of longer ones
 * all but the last piece in messages of their own before it. The cuts do not depend on what follows, so that the
 * message with the last piece can change.
 * @param room characters kept free
 */
export function splitBefore(html: Html, room: number): { before: Html[]; html: Html } {
  const longest = LONGEST_MESSAGE - room
  if (html.length <= longest || visibleLength(html) <= longest) return { before: [], html }
  const pieces = splitHtml(html, longest)
  const last = pieces.pop() ?? html
  return { before: pieces, html: last }
}
