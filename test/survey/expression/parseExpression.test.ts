// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions name questions
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileExpression } from '../../../src/survey/expression/compileExpression.ts'
import { ExpressionError } from '../../../src/survey/expression/expressionError.ts'
import { parseExpression } from '../../../src/survey/expression/parseExpression.ts'
import { surveyOf } from '../asking.ts'

const survey = surveyOf({ type: 'text', name: 'a' }, { type: 'integer', name: 'or' })
const compile = (source: string) => compileExpression(source, survey, survey.root)

/** The fault that an expression is refused with. */
function faultOf(source: string) {
  try {
    compile(source)
  } catch (fault) {
    if (fault instanceof ExpressionError) return fault.fault
    throw fault
  }
  return undefined
}

describe('expressions that cannot be understood', () => {
  test.each<[string, object]>([
    ['', { code: 'syntax', found: '', position: 1 }],
    ['   ', { code: 'syntax', found: '', position: 1 }],
    ['1 +', { code: 'syntax', found: '', position: 4 }],
    ['1 + )', { code: 'syntax', found: ')', position: 5 }],
    ['1  2', { code: 'syntax', found: '2', position: 4, expected: 'the end' }],
    ["'a' '='", { code: 'syntax', position: 5 }],
    ['1 ${or} 2', { code: 'syntax', found: 'or', position: 3 }],
    ['(1', { code: 'syntax', found: '', position: 3, expected: '")"' }],
    ['if(1,,2)', { code: 'syntax', found: ',', position: 6 }],
    ['not(1,)', { code: 'syntax', found: ')', position: 7 }],
    ['usia > 5', { code: 'unknown_name', name: 'usia' }],
    ['1 +   § 2', { code: 'syntax', found: '§ 2', position: 7 }],
    ["'tidak ditutup", { code: 'syntax', found: "'tidak dit", position: 1 }],
    ['${usia', { code: 'syntax', found: '${usia', position: 1 }],
    ['${1a}', { code: 'syntax', position: 1 }],
    ['${orr}', { code: 'unknown_name', name: 'orr', similar: 'or' }],
    ['jumlah(1)', { code: 'unknown_function', name: 'jumlah' }],
    ['slected(1, 2)', { code: 'unknown_function', similar: 'selected' }],
    ['constructor()', { code: 'unknown_function', name: 'constructor' }],
    ['not()', { code: 'wrong_argument_count', name: 'not', least: 1, most: 1, given: 0 }],
    ['today(1)', { code: 'wrong_argument_count', name: 'today', least: 0, most: 0, given: 1 }],
    ["regex(., '[')", { code: 'bad_pattern', pattern: '[' }],
    ["regex(., '(a+)+(?=b)')", { code: 'bad_pattern' }],
    ['//a', { code: 'unsupported_expression', what: '//' }],
    ['ancestor::a', { code: 'unsupported_expression', what: 'ancestor::' }],
    ['@id', { code: 'unsupported_expression', what: '@' }],
    ['1'.repeat(32_001), { code: 'expression_too_long' }],
    [`${'('.repeat(101)}1${')'.repeat(101)}`, { code: 'expression_too_deep', deepest: 100 }],
    [`${'-'.repeat(101)}1`, { code: 'expression_too_deep' }],
  ])('%s', (source, fault) => {
    expect(faultOf(source)).toMatchObject(fault)
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
          compile(source)
        } catch (fault) {
          expect(fault).toBeInstanceOf(ExpressionError)
        }
      }),
      { numRuns: 300, interruptAfterTimeLimit: 5000, markInterruptAsFailure: true },
    )
  })
})
