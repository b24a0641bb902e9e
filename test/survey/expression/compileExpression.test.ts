// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions name questions
import { describe, expect, test } from 'vitest'
import { compileExpression } from '../../../src/survey/expression/compileExpression.ts'
import { stringOf } from '../../../src/survey/expression/value.ts'
import { answersOf, formOf, leafOf, type Row, surveyOf } from '../asking.ts'

const ROWS: Row[] = [
  { type: 'integer', name: 'usia' },
  { type: 'integer', name: 'nol' },
  { type: 'text', name: 'kosong' },
  { type: 'text', name: 'nama' },
  { type: 'date', name: 'lahir' },
  { type: 'select_multiple', name: 'layanan', list: 'layanan' },
  { type: 'integer', name: 'or' },
  { type: 'text', name: 'a.b-c' },
]
const SAID = {
  usia: '35',
  nol: '0',
  kosong: '',
  nama: 'Siti',
  lahir: '1990-08-17',
  layanan: 'ktp kk akta',
  or: '4',
  'a.b-c': 'x',
}

const survey = surveyOf(...ROWS)
const form = formOf(survey, answersOf(SAID))
const compile = (source: string) => compileExpression(source, survey, survey.root)

/** What an expression yields; days as they are written. */
function evaluate(source: string, self?: string | number) {
  const value = form.evaluate(compile(source), self === undefined ? form.root : leafOf(form, 'nama'), self)
  return typeof value === 'object' ? stringOf(value) : value
}

describe('what expressions of a survey mean', () => {
  test.each<[source: string, value: string | number | boolean]>([
    // What binds stronger, and that equals join from the left.
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['100 div 10 div 5', 2],
    ['7 mod 4 mod 2', 1],
    ['2 * 7 mod 4', 2],
    ['1 < 2 < 3', true],
    ['3 > 2 > 1', false],
    ['1 = 1 = 1', true],
    ['2 = 2 = 2', true],
    ['true() or true() and false()', true],
    ['(true() or true()) and false()', false],
    ['1 + 1 = 2 and 2 < 3', true],
    ['-2 * -3', 6],
    ['--2', 2],
    ['- 2 + 5', 3],
    ['5-2', 3],
    // Numbers.
    ['.5 + 1.', 1.5],
    ['-7 mod 3', -1],
    ['7 mod -3', 1],
    ['1 div 0', Number.POSITIVE_INFINITY],
    ['0 div 0', Number.NaN],
    ['0.1 + 0.2', 0.30000000000000004],
    ["'12' + 1", 13],
    ["' 12 ' + 1", 13],
    ["'1e3' + 0", Number.NaN],
    ["'0x10' + 0", Number.NaN],
    ["'+5' + 0", Number.NaN],
    ["'Infinity' + 0", Number.NaN],
    ['true() + true()', 2],
    // A blank is '' and its number is no number.
    ["${kosong} = ''", true],
    ["${usia} = ''", false],
    ["${nol} = ''", false],
    ["${nol} != ''", true],
    ['${kosong} > 5', false],
    ['${kosong} < 5', false],
    ['${kosong} = 5', false],
    ['${kosong} != 5', true],
    ['not(${kosong} > 5)', true],
    ['${kosong} + 1', Number.NaN],
    ['${kosong} != ${kosong}', false],
    ['${kosong} + 1 != ${kosong} + 1', true],
    ['${kosong} + 1 = ${kosong} + 1', false],
    // Comparing what is not of one kind.
    ["'yes' = true()", true],
    ["'' = false()", true],
    ["'false' = false()", false],
    ["'false' != false()", true],
    ['0 = false()', true],
    ['(0 div 0) = false()', true],
    ["'5.0' = 5", true],
    ["'5.0' = '5'", false],
    ["${usia} = '35.0'", true],
    ["'abc' != 'abd'", true],
    ["'' != 'abd'", true],
    ["'' != ''", false],
    ["'10' > '9'", true],
    ["'b' > 'a'", false],
    // When a value counts as true.
    ["not('false')", false],
    ["not('')", true],
    ['not(0)', true],
    ['not(0 div 0)', true],
    ['not(${nol})', true],
    ["not('0')", false],
    ['${kosong} or ${nol}', false],
    ['${nama} and ${usia}', true],
    // Dates are days since 1970.
    ["date('1970-01-02') + 0", 1],
    ["'1970-01-02' + 0", Number.NaN],
    ["${lahir} < date('1990-08-18')", true],
    // A text is no day, as JavaRosa has it: the check of a form warns of this.
    ["${lahir} < '1990-08-18'", false],
    ['today() > ${lahir}', true],
    ["today() = '2026-11-23'", true],
    ["today() - date('2026-11-20')", 3],
    ['int((today() - ${lahir}) div 365.25)', 36],
    ["date('2025-02-29') + 0", Number.NaN],
    ["date('2024-02-29') + 1 = date('2024-03-01')", true],
    // Several choices.
    ["selected(${layanan}, 'kk')", true],
    ["selected(${layanan}, 'k')", false],
    ["selected(${layanan}, '')", false],
    ["selected(${kosong}, '')", false],
    ["selected(${layanan}, 'ktp kk')", false],
    ['count-selected(${layanan})', 3],
    ['count-selected(${kosong})', 0],
    // The other functions.
    ["if(${usia} > 17, 'dewasa', 'anak')", 'dewasa'],
    ['coalesce(${kosong}, 0) + 1', 1],
    ['coalesce(${usia}, 0) + 1', 36],
    ['coalesce(${kosong} + 1, 7)', 7],
    ['coalesce(false(), true())', false],
    ['int(3.9)', 3],
    ['int(-3.9)', -3],
    ["number('2.50')", 2.5],
    ["string-length('Tebo')", 4],
    ['string-length(-0)', 1],
    ['string-length(${usia})', 2],
    // Names that look like operators, and texts that do.
    ['1 + ${or}', 5],
    ['${or} = 4 or false()', true],
    ["'and' = 'and'", true],
    ['${a.b-c}', 'x'],
    ['${  nama  }', 'Siti'],
    ['"it\'s"', "it's"],
  ])('%s is %s', (source, value) => {
    expect(evaluate(source)).toBe(value)
  })

  test('the point is the answer under test', () => {
    expect(evaluate('. > 5 and . <= 10', 7)).toBe(true)
    expect(evaluate('.>=7', '7')).toBe(true)
    expect(evaluate('.=.5', 0.5)).toBe(true)
  })

  test('only what decides is evaluated', () => {
    const { evaluate: run } = compile('if(false() and ${nama}, ${nama}, true() or ${nama})')
    const broken = new Proxy({}, { get: () => expect.fail('was evaluated') })
    const cursor = { world: broken, current: form.root, node: form.root, self: undefined, language: 'id' }
    expect(run({ ...cursor, place: 1, size: 1 } as never)).toBe(true)
  })

  test('tells which questions it refers to', () => {
    expect(compile('${usia} > 5 and selected(${layanan}, ${usia})').references).toEqual(new Set([0, 5]))
  })

  test('a sum of as many parts as fit is computed', () => {
    expect(evaluate(`1${'+1'.repeat(15_000)}`)).toBe(15_001)
  })
})
