import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumber } from '../../../src/survey/answer/readNumber.ts'

const decimal = (typed: string) => readNumber('decimal', typed)
const integer = (typed: string) => readNumber('integer', typed)

describe('numbers as people type them', () => {
  test.each([
    ['35', '35'],
    ['  35 ', '35'],
    ['007', '7'],
    ['-5', '-5'],
    ['-0', '0'],
    ['2,5', '2.5'],
    ['2.5', '2.5'],
    [',5', '0.5'],
    ['2,50', '2.5'],
    ['1.500', '1500'],
    ['0.500', '0.5'],
    ['0,500', '0.5'],
    ['1,500', '1.5'],
    ['1.500,75', '1500.75'],
    ['1.234.567,89', '1234567.89'],
    ['1,234,567', '1234567'],
    ['1,234,567.89', '1234567.89'],
    ['1,500.50', '1500.5'],
    ['Rp 1.500.000', '1500000'],
    ['rp1500000', '1500000'],
    ['Rp. 50.000,-', '50000'],
    ['50.000,00', '50000'],
    ['35 tahun', '35'],
    ['35thn.', '35'],
    ['35.', '35'],
    ['35,', '35'],
    ['80%', '80'],
    ['2 juta', '2000000'],
    ['2,3 juta', '2300000'],
    ['1.5 jt', '1500000'],
    ['Rp 10rb', '10000'],
    ['500 ribu', '500000'],
    ['100k', '100000'],
    ['2 ratus', '200'],
    ['1,25 miliar', '1250000000'],
    ['0,0000001', '0.0000001'],
    ['123456789012345', '123456789012345'],
  ])('"%s" is %s', (typed, value) => {
    expect(decimal(typed)).toEqual({ value })
  })

  test.each([
    '',
    'tua',
    'tiga puluh lima',
    '1e3',
    '0x10',
    '١٢',
    '.',
    ',',
    '-',
    '--5',
    '5-',
    '3-4',
    '3/4',
    '1.2.3',
    '12.34.56',
    '1,5,5',
    '1.500.50',
    '1 500',
    '35 tahun lebih sedikit',
    'Infinity',
    'NaN',
    '1234567890123456',
    '9'.repeat(400),
  ])('"%s" is asked for again', (typed) => {
    expect(decimal(typed)).toEqual({ problem: 'needs_number' })
  })

  test.each([
    ['3', '3'],
    ['3,0', '3'],
    ['3.000', '3000'],
    ['2,5 juta', '2500000'],
  ])('"%s" is the whole number %s', (typed, value) => {
    expect(integer(typed)).toEqual({ value })
  })

  test.each(['3.7', '3,7', '0.5', '1.500,5', '0,0001 ribu'])(
    '"%s" is asked for again where a whole number is wanted, never cut off',
    (typed) => {
      expect(integer(typed)).toEqual({ problem: 'needs_whole_number' })
    },
  )

  test('a number written the Indonesian way is read as it was meant', () => {
    const cents = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 })
    const indonesian = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 2 })
    fc.assert(
      fc.property(cents, (amount) => {
        expect(decimal(indonesian.format(amount / 100))).toEqual({ value: String(amount / 100) })
      }),
    )
  })

  test('nothing that can be typed breaks it, and what is read is a plain number', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('1', '0', '.', ',', '-', ' ', 'rp', 'k', 'e', 'juta', '%'))
        .map((all) => all.join('')),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const reading = decimal(text)
        if ('value' in reading) expect(reading.value).toMatch(/^-?\d+(\.\d+)?$/)
      }),
      { numRuns: 300 },
    )
  })
})
