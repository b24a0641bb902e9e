import type { Button } from './message.ts'
import type { Press } from './press.ts'

/** Entries shown at a time: a list that fits a small phone. */
const A_PAGE = 8

/** A page of a list as buttons, one below the other, and under them the ways to the pages beside it. */
export function listPage<T>(
  entries: readonly T[],
  wanted: number,
  given: { button(entry: T): Button; turn(page: number): Press; previous: string; more: string },
): Button[][] {
  const pages = Math.max(1, Math.ceil(entries.length / A_PAGE))
  const page = Math.min(Math.max(wanted, 0), pages - 1)
  const rows = entries.slice(page * A_PAGE, (page + 1) * A_PAGE).map((entry) => [given.button(entry)])
  const turn: Button[] = []
  if (page > 0) turn.push({ text: given.previous, press: given.turn(page - 1) })
  if (page + 1 < pages) turn.push({ text: given.more, press: given.turn(page + 1) })
  return turn.length > 0 ? [...rows, turn] : rows
}
