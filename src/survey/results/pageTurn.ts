import type { Button } from '../../message/message.ts'
import type { Press } from '../../message/press.ts'
import type { Speak } from '../../texts.ts'

/** The part of a list that a page shows, and the buttons that lead to the pages around it. */
export function pageOf<T>(
  speak: Speak,
  items: readonly T[],
  page: number,
  size: number,
  toPage: (page: number) => Press,
): { part: readonly T[]; first: number; turn: Button[][] } {
  const pages = Math.max(1, Math.ceil(items.length / size))
  const shown = Math.min(Math.max(page, 0), pages - 1)
  const turn: Button[] = []
  if (shown > 0) turn.push({ text: speak.plain('unit.previous'), press: toPage(shown - 1) })
  if (shown + 1 < pages) turn.push({ text: speak.plain('unit.more'), press: toPage(shown + 1) })
  const first = shown * size
  return { part: items.slice(first, first + size), first, turn: turn.length > 0 ? [turn] : [] }
}
