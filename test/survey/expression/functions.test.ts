// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions name questions
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileExpression } from '../../../src/survey/expression/compileExpression.ts'
import { ExpressionError } from '../../../src/survey/expression/expressionError.ts'
import { stringOf } from '../../../src/survey/expression/value.ts'
import { answersOf, formOf, leafOf, type Row, surveyOf } from '../asking.ts'

const ROWS: Row[] = [
  { type: 'text', name: 'nama' },
  { type: 'select_one', name: 'nilai', list: 'nilai' },
  { type: 'select_multiple', name: 'banyak', list: 'layanan' },
  { type: 'date', name: 'lahir' },
  { type: 'dateTime', name: 'datang' },
  { type: 'time', name: 'jam' },
  { type: 'geopoint', name: 'rumah' },
  {
    type: 'repeat',
    name: 'anggota',
    children: [
      { type: 'text', name: 'sebutan' },
      { type: 'integer', name: 'umur' },
      { type: 'calculate', name: 'urutan', calculation: 'position(..)' },
    ],
  },
]
const SAID = {
  nama: ' Siti  Aminah ',
  nilai: 'n3',
  banyak: 'ktp akta',
  lahir: '1990-08-17',
  datang: '2026-11-23T08:30:15.250+07:00',
  jam: '18:00:00.000',
  rumah: '-1.49 102.44 0 0',
  anggota: '3',
  'anggota[1]/sebutan': 'Ani',
  'anggota[1]/umur': '40',
  'anggota[2]/sebutan': 'Budi',
  'anggota[2]/umur': '',
  'anggota[3]/sebutan': 'Cici',
  'anggota[3]/umur': '7',
}

const survey = surveyOf(...ROWS)
const form = formOf(survey, answersOf(SAID))

/** What an expression yields where the question of this path stands. */
function evaluate(source: string, path = 'nama') {
  const leaf = leafOf(form, path)
  const value = form.evaluate(compileExpression(source, survey, leaf.row), leaf)
  return typeof value === 'object' ? stringOf(value) : value
}

describe('functions of XLSForm', () => {
  test.each<[source: string, value: string | number | boolean]>([
    // Texts.
    ["concat('a', 1, true())", 'a1true'],
    ["join('-', 'a', 'b')", 'a-b'],
    ["substr('halo', 1)", 'alo'],
    ["substr('halo', 1, 3)", 'al'],
    ["substr('halo', -2)", 'lo'],
    ["substring('halo', 2, 2)", 'al'],
    ["substring('halo', 0)", 'halo'],
    ["substring-before('a/b', '/')", 'a'],
    ["substring-before('ab', '/')", ''],
    ["substring-after('a/b', '/')", 'b'],
    ["contains('', '')", true],
    ["starts-with('halo', 'ha')", true],
    ["ends-with('halo', 'lo')", true],
    ['normalize-space(${nama})', 'Siti Aminah'],
    ["translate('08-12', '-', '')", '0812'],
    ["string-length('Cafe👍')", 5],
    ["regex('AB', '[A-Z]{2}')", true],
    ["regex('ABC', '[A-Z]{2}')", false],
    ["regex('Ä', '\\p{L}')", true],
    ["regex('0812', '(?=08)[0-9]{4}')", true],
    ["digest('abc', 'SHA-1', 'hex')", 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ["base64-decode('SGFsbw==')", 'Halo'],
    ["uuid() = ''", false],
    // Numbers.
    ['round(-2.5)', -2],
    ['round(1.005, 2)', 1.01],
    ['round(1234, -2)', 1200],
    ["int('3.7')", 3],
    ['pow(2, 10)', 1024],
    ['ceiling(1.2) + floor(-1.2)', 0],
    ['max(3, 7, 5)', 7],
    ["min(3, '', 5)", 3],
    ['max(${nilai})', Number.NaN],
    ['round(pi(), 2) * 100', 314],
    ['abs(-3) + sqrt(16) + log10(100)', 9],
    ['random()', 0.5],
    // Choices.
    ["selected(${banyak}, 'akta')", true],
    ["selected(${banyak}, 'akt')", false],
    ['selected-at(${banyak}, 1)', 'akta'],
    ['selected-at(${banyak}, 5)', ''],
    ['count-selected(${banyak})', 2],
    ["jr:choice-name(${nilai}, '${nilai}')", 'Sesuai'],
    ["jr:choice-name('tidak', '${nilai}')", 'tidak'],
    ["instance('desa')/root/item[name = 'sumay']/label", 'Sumay'],
    ["count(instance('desa')/root/item[kecamatan = 'ilir' and jiwa > 1000])", 1],
    ["instance('tak-ada')/root/item[name = 'x']/label", ''],
    // Days and times.
    ["date('2026-11-23') - date('2026-11-20')", 3],
    ['date(${lahir} + 30)', '1990-09-16'],
    ['date(0)', '1970-01-01'],
    ["date('kemarin')", ''],
    ["format-date(${lahir}, '%e/%n/%y %a %b')", '17/8/90 Fri Aug'],
    ["format-date-time(${datang}, '%Y-%m-%d %H.%M:%S.%3')", '2026-11-23 08.30:15.250'],
    ["format-date('', '%Y')", ''],
    ["decimal-time('18:00:00.000')", 0.75],
    ['decimal-time(${jam})', 0.75],
    ["decimal-date-time('1970-01-02T12:00:00.000Z')", 1.5],
    ['int((today() - ${lahir}) div 365.25)', 36],
    ['now() > date(${datang})', true],
    // Repeats, seen from outside.
    ['count(${anggota})', 3],
    ['sum(${umur})', 47],
    ['max(${umur})', 40],
    ["join(', ', ${sebutan})", 'Ani, Budi, Cici'],
    ['count(${anggota}[umur > 17])', 1],
    ["${anggota}[sebutan = 'Cici']/umur", '7'],
    ['indexed-repeat(${sebutan}, ${anggota}, 2)', 'Budi'],
    ['indexed-repeat(${sebutan}, ${anggota}, 9)', ''],
    ['count-non-empty(${umur})', 2],
    ['count(/data/anggota)', 3],
    ['/data/anggota[2]/sebutan', 'Budi'],
    ['../lahir', '1990-08-17'],
    // What a chat does not have is blank.
    ["pulldata('harga', 'a', 'b', 'c')", ''],
    ['${last-saved#nama}', ''],
    ["distance('0 0', '0 1')", 111318.85],
    ["geofence(${rumah}, '-2 102; -2 103; -1 103; -1 102; -2 102')", true],
    ["area('0 0; 0 1; 1 1; 1 0; 0 0') > 12000000000", true],
    ['checklist(1, 2, 1 = 1, 1 = 2)', true],
    ['weighted-checklist(5, -1, 1 = 1, 3, 1 = 1, 2)', true],
    ["boolean-from-string('1')", true],
    ["if(${nilai} = 'n3', 'ya', 'tidak')", 'ya'],
    ["coalesce('', 'ada')", 'ada'],
  ])('%s is %s', (source, value) => {
    const found = evaluate(source)
    if (Number.isNaN(value)) expect(found).toBeNaN()
    else if (typeof value === 'number') expect(Number(found)).toBeCloseTo(value, 6)
    else expect(found).toBe(value)
  })

  test.each<[source: string, value: string | number]>([
    ['${umur}', 7],
    ['${sebutan}', 'Cici'],
    ['../umur', 7],
    ['current()/../umur', 7],
    ['position(..)', 3],
    ['${urutan}', 3],
    ['indexed-repeat(${sebutan}, ${anggota}, position(..) - 1)', 'Budi'],
    ['sum(${umur})', 7],
    ['count(../../anggota)', 3],
    ['${nama}', ' Siti  Aminah '],
  ])('inside a repeat, %s means what stands in the same instance: %s', (source, value) => {
    const found = evaluate(source, 'anggota[3]/sebutan')
    expect(typeof value === 'number' ? Number(found) : found).toBe(value)
  })
})

const pieces = [
  ...[
    '${nama}',
    '${umur}',
    '${anggota}',
    '${banyak}',
    '${lahir}',
    '${jam}',
    '.',
    '..',
    '1',
    '0',
    "''",
    "'x'",
    '-1',
  ],
  ...[
    'today()',
    'now()',
    'position(..)',
    '../umur',
    '/data/anggota',
    "instance('desa')/root/item",
    'random()',
  ],
]
const operators = ['+', '-', '*', 'div', 'mod', '=', '!=', '<', '>=', 'and', 'or', '|']
const calls = [
  ...[
    'string',
    'number',
    'boolean',
    'not',
    'int',
    'round',
    'date',
    'count',
    'sum',
    'max',
    'min',
    'join',
    'concat',
  ],
  ...[
    'selected',
    'selected-at',
    'count-selected',
    'substr',
    'substring',
    'regex',
    'format-date',
    'decimal-time',
  ],
  ...[
    'indexed-repeat',
    'coalesce',
    'if',
    'once',
    'randomize',
    'digest',
    'translate',
    'uuid',
    'distance',
    'area',
  ],
  ...['geofence', 'date-time', 'decimal-date-time', 'checklist', 'pow', 'base64-decode', 'normalize-space'],
]
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...pieces),
    fc
      .tuple(tie('expression'), fc.constantFrom(...operators), tie('expression'))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    fc
      .tuple(fc.constantFrom(...calls), fc.array(tie('expression'), { maxLength: 4 }))
      .map(([name, given]) => `${name}(${given.join(', ')})`),
    fc
      .tuple(tie('expression'), tie('expression'))
      .map(([node, predicate]) => `\${anggota}[${predicate}]/${node === '.' ? 'umur' : 'sebutan'}`),
  ),
}))

test('an expression that compiles never throws, wherever it stands', () => {
  let compiled = 0
  fc.assert(
    fc.property(expression, fc.constantFrom('nama', 'anggota[2]/umur', 'jam'), (source, path) => {
      const leaf = leafOf(form, path)
      try {
        const made = compileExpression(source, survey, leaf.row)
        compiled++
        expect(() => stringOf(form.evaluate(made, leaf, 'jawaban'))).not.toThrow()
      } catch (fault) {
        expect(fault).toBeInstanceOf(ExpressionError)
      }
    }),
    { numRuns: 3_000 },
  )
  expect(compiled).toBeGreaterThan(500)
})
