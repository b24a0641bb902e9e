import { ExpressionError } from './expressionError.ts'

export interface Token {
  kind: 'number' | 'string' | 'reference' | 'name' | 'operator' | 'sign' | 'end'
  text: string
  /** Of its first character, from 0. */
  at: number
}

const LONGEST = 32_000

const token =
  /\s*(?:(?<number>\d+(?:\.\d*)?|\.\d+)|(?<string>'[^']*'|"[^"]*")|\$\{\s*(?<reference>(?:last-saved#)?[\p{L}_][\p{L}\p{M}\p{N}_.\-·]*)\s*\}|(?<name>[\p{L}_][\p{L}\p{M}\p{N}_.\-·]*(?::[\p{L}_][\p{L}\p{M}\p{N}_.\-·]*)?)|(?<sign>\/\/|\.\.|::|<=|>=|!=|[=<>+\-*(),.[\]/|@]))/uy

const WORD_OPERATORS = new Set(['and', 'or', 'div', 'mod'])
/** After these a name or a star is a name, not an operator (XPath 1.0, 3.7). */
const EXPECTS_VALUE = new Set([
  '(',
  '[',
  ',',
  '/',
  '//',
  '::',
  '@',
  '|',
  '+',
  '-',
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
])

/**
 * The words and signs of an expression, the end among them.
 * @throws ExpressionError naming the position of what is none
 */
export function tokensOf(source: string): Token[] {
  if (source.length > LONGEST) throw new ExpressionError({ code: 'expression_too_long', longest: LONGEST })
  const tokens: Token[] = []
  const end = source.trimEnd().length
  token.lastIndex = 0
  while (token.lastIndex < end) {
    const from = token.lastIndex
    const groups = token.exec(source)?.groups
    const at = from + source.slice(from).search(/\S/)
    if (!groups) {
      const found = source.slice(at, at + 10)
      throw new ExpressionError({ code: 'syntax', found, position: at + 1, expected: '' })
    }
    const [kind, text] = Object.entries(groups).find(([, found]) => found !== undefined) ?? ['sign', '']
    const read: Token = { kind: kind as Token['kind'], text: text ?? '', at }
    if (isOperator(read, tokens.at(-1))) read.kind = 'operator'
    tokens.push(read)
  }
  tokens.push({ kind: 'end', text: '', at: end })
  return tokens
}

/** `*` and the word operators are operators only where a value has just ended: a question may be named `or`. */
function isOperator({ kind, text }: Token, before: Token | undefined): boolean {
  const isWord = kind === 'name' && WORD_OPERATORS.has(text)
  const isStar = kind === 'sign' && text === '*'
  if (!isWord && !isStar) return false
  if (!before || before.kind === 'operator') return false
  return !(before.kind === 'sign' && EXPECTS_VALUE.has(before.text))
}
