const LONGEST = 31

/**
 * Names as Excel accepts them for sheets: at most 31 characters, none of `[ ] : * ? / \`, no apostrophe at the
 * ends, and no two alike, whatever their case.
 */
export function distinctSheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const allowed = name
      .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
      .trim()
      .replace(/^'+|'+$/g, '')
    const base = allowed || 'Sheet'
    let distinct = clipped(base, '')
    for (let number = 2; taken.has(distinct.toLowerCase()); number += 1)
      distinct = clipped(base, ` (${number})`)
    taken.add(distinct.toLowerCase())
    return distinct
  })
}

const clipped = (name: string, ending: string): string =>
  name.slice(0, LONGEST - ending.length).toWellFormed() + ending
