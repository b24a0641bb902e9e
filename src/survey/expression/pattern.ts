import { LRUCache } from 'lru-cache'
import { RE2JS } from 're2js'
import { ExpressionError } from './expressionError.ts'

/** Longest text a pattern is tried on. */
const LONGEST_TEXT = 10_000
/** The same for patterns of which only a backtracking engine knows the meaning. */
const LONGEST_FOR_BACKTRACKING = 500

const known = new LRUCache<string, (text: string) => boolean>({ max: 200 })

/**
 * Reads a pattern. Java's meaning: the whole text must match. The engine takes time in proportion to the text, so
 * that no pattern can stop the bot.
 * @throws ExpressionError when it is no pattern
 */
export function matcherOf(pattern: string): (text: string) => boolean {
  const matcher = known.get(pattern) ?? read(pattern)
  if (!matcher) throw new ExpressionError({ code: 'bad_pattern', pattern })
  known.set(pattern, matcher)
  return matcher
}

/** Whether the whole text matches a pattern that was made while answering; never for what is no pattern. */
export function matches(text: string, pattern: string): boolean {
  const matcher = known.get(pattern) ?? read(pattern) ?? (() => false)
  known.set(pattern, matcher)
  return matcher(text)
}

function read(pattern: string): ((text: string) => boolean) | undefined {
  try {
    const compiled = RE2JS.compile(pattern)
    return (text) => text.length <= LONGEST_TEXT && compiled.matches(text)
  } catch (fault) {
    // What re2 refuses may be a look-ahead, which is fine as long as it cannot explode.
    return fault instanceof Error ? backtracking(pattern) : undefined
  }
}

/** A quantifier on a group that holds one itself: what makes backtracking explode. */
const NESTED_QUANTIFIERS = /\([^)]*[+*}][^)]*\)\s*[+*{]/

function backtracking(pattern: string): ((text: string) => boolean) | undefined {
  if (NESTED_QUANTIFIERS.test(pattern)) return undefined
  try {
    const compiled = new RegExp(`^(?:${pattern})$`, 'u')
    return (text) => text.length <= LONGEST_FOR_BACKTRACKING && compiled.test(text)
  } catch {
    // SyntaxError: it is no pattern to this engine either, and the caller says so.
    return undefined
  }
}
