import { type Html, visibleLength } from '../../message/html.ts'

/** A line and how much it matters that it is there. */
export interface WeighedLine {
  html: Html
  weight: number
}

/**
 * The lines that fit into so many characters, in their order: all, or those that matter most.
 * @returns how many are left out, too
 */
export function fittingLines(lines: readonly WeighedLine[], room: number): { kept: Html[]; left: number } {
  const kept = new Set<WeighedLine>()
  let used = 0
  for (const line of lines.toSorted((a, b) => b.weight - a.weight)) {
    used += visibleLength(line.html) + 1
    if (used > room) break
    kept.add(line)
  }
  return {
    kept: lines.filter((line) => kept.has(line)).map(({ html }) => html),
    left: lines.length - kept.size,
  }
}
