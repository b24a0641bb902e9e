import { ExpressionError } from './expressionError.ts'
import type { PathStart, Step, Syntax } from './syntaxTree.ts'
import { type Token, tokensOf } from './tokens.ts'

const DEEPEST = 100

/** From weakest to strongest, as in XPath 1.0; operators of one level join from the left. */
const LEVELS = [['or'], ['and'], ['=', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', 'div', 'mod']]

/** Node tests that are written like calls. */
const NODE_TESTS = new Set(['node', 'text'])

/**
 * Reads an expression of XLSForm's XPath 1.0: literals, `${name}`, `.`, paths with predicates, operators, calls.
 * @throws ExpressionError naming the position of what it did not expect
 */
export function parseExpression(source: string): Syntax {
  const tokens = tokensOf(source)
  let position = 0
  let depth = 0

  const peek = (ahead = 0) => tokens[Math.min(position + ahead, tokens.length - 1)] as Token
  const isSign = (text: string, ahead = 0) => peek(ahead).kind === 'sign' && peek(ahead).text === text
  const expect = (text: string) => {
    if (!isSign(text)) throw unexpected(peek(), `"${text}"`)
    position++
  }

  function level(index: number): Syntax {
    const operators = LEVELS[index]
    if (!operators) return unary()
    let left = level(index + 1)
    while (['sign', 'operator'].includes(peek().kind) && operators.includes(peek().text)) {
      const operator = peek().text
      position++
      left = { kind: 'binary', operator, left, right: level(index + 1) }
    }
    return left
  }

  function unary(): Syntax {
    if (!isSign('-')) return union()
    position++
    return { kind: 'negate', operand: nested(unary) }
  }

  function union(): Syntax {
    let left = path()
    while (isSign('|')) {
      position++
      left = { kind: 'binary', operator: '|', left, right: path() }
    }
    return left
  }

  function path(): Syntax {
    if (isSign('/') || isSign('//')) {
      if (isSign('//')) throw new ExpressionError({ code: 'unsupported_expression', what: '//' })
      position++
      return { kind: 'path', from: 'root', steps: startsStep() ? steps() : [] }
    }
    if (startsStep()) return { kind: 'path', from: 'here', steps: steps() }
    const value = primary()
    const predicates = predicatesHere()
    const own: Step[] = predicates.length > 0 ? [{ axis: 'self', name: '', predicates }] : []
    if (!isSign('/')) return own.length > 0 ? { kind: 'path', from: value, steps: own } : value
    position++
    return { kind: 'path', from: value as PathStart, steps: [...own, ...steps()] }
  }

  function startsStep(): boolean {
    const now = peek()
    if (now.kind === 'sign') return ['.', '..', '*', '@'].includes(now.text)
    if (now.kind !== 'name') return false
    return !isSign('(', 1) || NODE_TESTS.has(now.text)
  }

  function steps(): Step[] {
    const found = [step()]
    while (isSign('/') || isSign('//')) {
      if (isSign('//')) throw new ExpressionError({ code: 'unsupported_expression', what: '//' })
      position++
      found.push(step())
    }
    return found
  }

  function step(): Step {
    const now = peek()
    position++
    if (now.kind === 'sign' && (now.text === '.' || now.text === '..'))
      return { axis: now.text === '.' ? 'self' : 'parent', name: '', predicates: predicatesHere() }
    if (now.kind === 'sign' && now.text === '*')
      return { axis: 'child', name: '*', predicates: predicatesHere() }
    if (now.kind === 'sign' && now.text === '@')
      throw new ExpressionError({ code: 'unsupported_expression', what: '@' })
    if (now.kind !== 'name') throw unexpected(now, 'a name')
    if (isSign('::')) return axisStep(now.text)
    if (NODE_TESTS.has(now.text) && isSign('(')) {
      expect('(')
      expect(')')
      return { axis: now.text === 'text' ? 'self' : 'child', name: '*', predicates: predicatesHere() }
    }
    return { axis: 'child', name: now.text, predicates: predicatesHere() }
  }

  function axisStep(axis: string): Step {
    if (axis !== 'child' && axis !== 'parent' && axis !== 'self')
      throw new ExpressionError({ code: 'unsupported_expression', what: `${axis}::` })
    expect('::')
    const { name, predicates } = step()
    return { axis, name: axis === 'child' ? name : '', predicates }
  }

  function predicatesHere(): Syntax[] {
    const found: Syntax[] = []
    while (isSign('[')) {
      position++
      found.push(nested(() => level(0)))
      expect(']')
    }
    return found
  }

  function primary(): Syntax {
    const now = peek()
    position++
    if (now.kind === 'number') return { kind: 'literal', value: Number(now.text) }
    if (now.kind === 'string') return { kind: 'literal', value: now.text.slice(1, -1) }
    if (now.kind === 'reference') return { kind: 'reference', name: now.text }
    if (now.kind === 'name') return call(now)
    if (now.kind !== 'sign' || now.text !== '(') throw unexpected(now, 'a value')
    const inner = nested(() => level(0))
    expect(')')
    return inner
  }

  function call(name: Token): Syntax {
    expect('(')
    const given: Syntax[] = []
    while (!isSign(')')) {
      if (given.length > 0) expect(',')
      given.push(nested(() => level(0)))
    }
    position++
    return { kind: 'call', name: name.text, given }
  }

  function nested(read: () => Syntax): Syntax {
    if (++depth > DEEPEST) throw new ExpressionError({ code: 'expression_too_deep', deepest: DEEPEST })
    const node = read()
    depth--
    return node
  }

  const tree = level(0)
  if (peek().kind !== 'end') throw unexpected(peek(), 'the end')
  return tree
}

function unexpected(found: Token, expected: string): ExpressionError {
  return new ExpressionError({ code: 'syntax', found: found.text, position: found.at + 1, expected })
}
