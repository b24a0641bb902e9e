import { createHash } from 'node:crypto'
import { type FunctionDefinition, MANY, ofTexts, ofValues } from './functionDefinition.ts'
import { matcherOf, matches } from './pattern.ts'
import { numberOf, stringOf, type Value } from './value.ts'

/** No text made by an expression is longer: a form must not fill the memory. */
const LONGEST = 100_000

/** Taking texts apart and putting them together. */
export const textFunctions: Record<string, FunctionDefinition> = {
  string: ofTexts([1, 1], (text) => text),
  'string-length': ofContext((text) => Array.from(text).length),
  'normalize-space': ofContext((text) => text.trim().replace(/[ \t\r\n]+/g, ' ')),
  contains: ofTexts([2, 2], (text = '', part = '') => text.includes(part)),
  'starts-with': ofTexts([2, 2], (text = '', part = '') => text.startsWith(part)),
  'ends-with': ofTexts([2, 2], (text = '', part = '') => text.endsWith(part)),
  'substring-before': ofTexts([2, 2], (text = '', part = '') =>
    text.slice(0, Math.max(0, text.indexOf(part))),
  ),
  'substring-after': ofTexts([2, 2], (text = '', part = '') =>
    text.includes(part) ? text.slice(text.indexOf(part) + part.length) : '',
  ),
  /** From 0, negative from the end. */
  substr: ofValues([2, 3], (value = '', start = '', end) => {
    const text = stringOf(value)
    return end === undefined ? text.slice(numberOf(start)) : text.slice(numberOf(start), numberOf(end))
  }),
  /** XPath's own: from 1, with a length; both are rounded. */
  substring: ofValues([2, 3], (value = '', start = '', length) => {
    const begin = Math.round(numberOf(start))
    const end = length === undefined ? Number.POSITIVE_INFINITY : begin + Math.round(numberOf(length))
    if (Number.isNaN(begin) || Number.isNaN(end)) return ''
    return stringOf(value).slice(Math.max(0, begin - 1), Math.max(0, end - 1))
  }),
  translate: ofTexts([3, 3], (text = '', from = '', to = '') => {
    const [letters, others] = [Array.from(from), Array.from(to)]
    const exchange = (letter: string) => {
      const at = letters.indexOf(letter)
      return at < 0 ? letter : (others[at] ?? '')
    }
    return Array.from(text).map(exchange).join('')
  }),
  concat: {
    least: 1,
    most: MANY,
    build: (given) => (cursor) => {
      let text = ''
      for (const { nodes, value } of given) {
        if (nodes) for (const node of nodes(cursor)) text += stringOf(node.value())
        else text += stringOf(value(cursor))
        if (text.length > LONGEST) return text.slice(0, LONGEST)
      }
      return text
    },
  },
  join: {
    least: 1,
    most: MANY,
    build:
      ([separator, ...given]) =>
      (cursor) => {
        const parts = given.flatMap(({ nodes, value }) =>
          nodes ? nodes(cursor).map((node) => stringOf(node.value())) : [stringOf(value(cursor))],
        )
        return parts.join(separator ? stringOf(separator.value(cursor)) : '').slice(0, LONGEST)
      },
  },
  /** The whole text must match, as in Java. A pattern written out is read when the form is. */
  regex: {
    least: 2,
    most: 2,
    build: ([text, pattern]) => {
      if (!text || !pattern) throw new Error('regex() is built with two values')
      if (pattern.syntax.kind === 'literal') {
        const matcher = matcherOf(String(pattern.syntax.value))
        return (cursor) => matcher(stringOf(text.value(cursor)))
      }
      return (cursor) => matches(stringOf(text.value(cursor)), stringOf(pattern.value(cursor)))
    },
  },
  digest: ofTexts([2, 3], (text = '', algorithm = '', encoding = 'base64') => {
    const name = DIGESTS.get(algorithm.toUpperCase())
    if (!name) return ''
    return createHash(name)
      .update(text)
      .digest(encoding === 'hex' ? 'hex' : 'base64')
  }),
  'base64-decode': ofTexts([1, 1], (text = '') => Buffer.from(text, 'base64').toString('utf8')),
}

const DIGESTS = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
])

/** A function of a text that is the context node's when none is given. */
function ofContext(compute: (text: string) => Value): FunctionDefinition {
  return {
    least: 0,
    most: 1,
    build: ([given]) =>
      given
        ? (cursor) => compute(stringOf(given.value(cursor)))
        : (cursor) => compute(stringOf(cursor.self ?? cursor.node.value())),
  }
}
