const NAME = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_.\-·]*(?::[\p{L}_][\p{L}\p{M}\p{N}_.\-·]*)?`

/** The order matters: what an earlier kind matches is no later one. */
const TOKEN = new RegExp(
  [
    String.raw`(?<moment>-?\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}\S*)?|\d{2}:\d{2}:\d{2}\S*)`,
    String.raw`(?<number>-?\d+\.\d*|-?\.\d+|-?\d+)`,
    String.raw`(?<operator>[*+\-]| mod | div )`,
    String.raw`(?<union>\|)`,
    `(?<text>"[^"]*"|'[^']*')`,
    String.raw`(?<reference>\$\{[^{}]*\})`,
    String.raw`(?<call>${NAME}\()`,
    String.raw`(?<name>${NAME}(?::\/\/)?)`,
    '.',
  ].join('|'),
  'gsu',
)

/** What makes a default an expression stands near its beginning; hostile cells have 32,767 characters. */
const MOST_LOOKED_AT = 2_000

/** Types whose values may hold a hyphen. */
const HYPHENATED = new Set(['date', 'dateTime', 'geopoint'])

/**
 * Whether a default is an expression and not a value: it has an operator, a function or `${name}`.
 * @see pyxform's default_is_dynamic
 */
export function isDynamicDefault(text: string, type: string): boolean {
  if (!/[*+\-|({]| mod | div /.test(text)) return false
  for (const { 0: token, groups } of text.slice(0, MOST_LOOKED_AT).matchAll(TOKEN)) {
    if (token === '-' && HYPHENATED.has(type)) return false
    if (groups?.operator ?? groups?.union ?? groups?.reference ?? groups?.call) return true
  }
  return false
}
