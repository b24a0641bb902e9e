/** The text of an expression, as a tree. */
export type Node =
  | { kind: 'literal'; value: string | number }
  | { kind: 'reference'; name: string }
  | { kind: 'self' }
  | { kind: 'negate'; operand: Node }
  | { kind: 'binary'; operator: string; left: Node; right: Node }
  | { kind: 'call'; name: string; arguments: Node[] }

/** An expression that cannot be understood; `message` says what stood where. */
export class ExpressionError extends Error {
  override name = 'ExpressionError'
}

const LONGEST = 5_000
const DEEPEST = 100

const token =
  /\s*(?:(?<number>\d+(?:\.\d*)?|\.\d+)|(?<string>'[^']*'|"[^"]*")|\$\{\s*(?<reference>[A-Za-z_][\w.-]*)\s*\}|(?<name>[A-Za-z_][\w-]*)|(?<sign><=|>=|!=|[=<>+\-*(),.]))/y

interface Token {
  kind: 'number' | 'string' | 'reference' | 'name' | 'sign' | 'end'
  text: string
  at: number
}

/** From weakest to strongest, as in XPath 1.0; operators of one level join from the left. */
const LEVELS = [['or'], ['and'], ['=', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', 'div', 'mod']]

/**
 * Reads an expression of the XPath 1.0 subset: literals, `${name}`, `.`, operators, function calls.
 * @throws ExpressionError naming the position of what it did not expect
 */
export function parseExpression(source: string): Node {
  const tokens = tokensOf(source)
  let position = 0
  let depth = 0

  const peek = () => tokens[position] as Token
  const isSign = (text: string) => peek().kind === 'sign' && peek().text === text
  const expect = (text: string) => {
    if (!isSign(text)) throw unexpected(peek(), `"${text}"`)
    position++
  }

  function level(index: number): Node {
    const operators = LEVELS[index]
    if (!operators) return unary()
    let left = level(index + 1)
    // Only a sign or a bare word is an operator: '=' may be a text, and a question may be named `or`.
    while (['sign', 'name'].includes(peek().kind) && operators.includes(peek().text)) {
      const operator = peek().text
      position++
      left = { kind: 'binary', operator, left, right: level(index + 1) }
    }
    return left
  }

  function unary(): Node {
    if (!isSign('-')) return primary()
    position++
    return { kind: 'negate', operand: nested(unary) }
  }

  function primary(): Node {
    const now = peek()
    position++
    if (now.kind === 'number') return { kind: 'literal', value: Number(now.text) }
    if (now.kind === 'string') return { kind: 'literal', value: now.text.slice(1, -1) }
    if (now.kind === 'reference') return { kind: 'reference', name: now.text }
    if (now.kind === 'name') return call(now)
    if (now.text === '.') return { kind: 'self' }
    if (now.text !== '(') throw unexpected(now, 'a value')
    const inner = nested(() => level(0))
    expect(')')
    return inner
  }

  function call(name: Token): Node {
    expect('(')
    const given: Node[] = []
    while (!isSign(')')) {
      if (given.length > 0) expect(',')
      given.push(nested(() => level(0)))
    }
    position++
    return { kind: 'call', name: name.text, arguments: given }
  }

  function nested(read: () => Node): Node {
    if (++depth > DEEPEST) throw new ExpressionError(`nested more than ${DEEPEST} deep`)
    const node = read()
    depth--
    return node
  }

  const tree = level(0)
  if (peek().kind !== 'end') throw unexpected(peek(), 'the end')
  return tree
}

function tokensOf(source: string): Token[] {
  if (source.length > LONGEST) throw new ExpressionError(`longer than ${LONGEST} characters`)
  const tokens: Token[] = []
  const end = source.trimEnd().length
  token.lastIndex = 0
  while (token.lastIndex < end) {
    const from = token.lastIndex
    const at = from + source.slice(from).search(/\S/)
    const groups = token.exec(source)?.groups
    if (!groups)
      throw new ExpressionError(`cannot read "${source.slice(at, at + 10)}" at character ${at + 1}`)
    const [kind, text] = Object.entries(groups).find(([, found]) => found !== undefined) ?? ['sign', '']
    tokens.push({ kind: kind as Token['kind'], text: text ?? '', at })
  }
  tokens.push({ kind: 'end', text: '', at: end })
  return tokens
}

function unexpected(found: Token, wanted: string): ExpressionError {
  const what = found.kind === 'end' ? 'the end' : `"${found.text}"`
  return new ExpressionError(`expected ${wanted} but found ${what} at character ${found.at + 1}`)
}
