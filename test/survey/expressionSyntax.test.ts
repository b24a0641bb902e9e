// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions name questions
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileExpression } from '../../src/survey/expression.ts'
import { ExpressionError, parseExpression } from '../../src/survey/expressionSyntax.ts'

describe('expressions that cannot be understood', () => {
  test.each([
    ['', 'expected a value but found the end at character 1'],
    ['   ', 'expected a value but found the end at character 1'],
    ['1 +', 'expected a value but found the end at character 4'],
    ['1 + )', 'expected a value but found ")" at character 5'],
    ['1  2', 'expected the end but found "2" at character 4'],
    ["'a' '='", 'expected the end but found "\'=\'" at character 5'],
    ['1 ${or} 2', 'expected the end but found "or" at character 3'],
    ['(1', 'expected ")" but found the end at character 3'],
    ['if(1,,2)', 'expected a value but found "," at character 6'],
    ['not(1,)', 'expected a value but found ")" at character 7'],
    ['usia > 5', 'expected "(" but found ">" at character 6'],
    ['1 +   § 2', 'cannot read "§ 2" at character 7'],
    ["'tidak ditutup", 'cannot read "\'tidak dit" at character 1'],
    ['${usia', 'cannot read "${usia" at character 1'],
    ['${1a}', 'cannot read "${1a}" at character 1'],
    ['1e3', 'expected the end but found "e3" at character 2'],
    ['jumlah(1)', 'there is no function jumlah()'],
    ['constructor()', 'there is no function constructor()'],
    ['not()', 'not() takes 1 values, not 0'],
    ['selected(1)', 'selected() takes 2 values, not 1'],
    ['today(1)', 'today() takes 0 values, not 1'],
    ['1'.repeat(5001), 'longer than 5000 characters'],
    [`${'('.repeat(101)}1${')'.repeat(101)}`, 'nested more than 100 deep'],
    [`${'-'.repeat(101)}1`, 'nested more than 100 deep'],
  ])('%s', (source, message) => {
    expect(() => compileExpression(source)).toThrow(new ExpressionError(message))
  })

  test('a hundred brackets are still read', () => {
    expect(parseExpression(`${'('.repeat(100)}1${')'.repeat(100)}`)).toEqual({ kind: 'literal', value: 1 })
  })

  test('any text at all is read or refused with an ExpressionError, and soon', () => {
    const pieces = [
      '(',
      ')',
      ',',
      '.',
      '-',
      '+',
      '=',
      '!=',
      '<=',
      '<',
      '*',
      ' or ',
      ' and ',
      ' div ',
      'mod',
      ' ',
    ]
    const words = [
      '${a}',
      '${or}',
      "'x'",
      '"',
      "'",
      '1',
      '.5',
      'not(',
      'if(',
      'selected(',
      '$',
      '{',
      '§',
      '\n',
    ]
    const soup = fc.array(fc.constantFrom(...pieces, ...words), { maxLength: 60 }).map((all) => all.join(''))
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ maxLength: 200, unit: 'binary' })), (source) => {
        try {
          compileExpression(source)
        } catch (fault) {
          expect(fault).toBeInstanceOf(ExpressionError)
        }
      }),
      { numRuns: 300, interruptAfterTimeLimit: 5000, markInterruptAsFailure: true },
    )
  })
})
