import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupedNip, maskedNip, readNip } from '../../src/staff/nip.ts'

const TODAY = '2026-11-23'
const problemOf = (typed: string) => {
  const read = readNip(typed, TODAY)
  return 'problem' in read ? read.problem.code : undefined
}

test('a NIP tells birth date, sex and employment', () => {
  expect(readNip('198609262015051001', TODAY)).toEqual({
    nip: { digits: '198609262015051001', birthDate: '1986-09-26', sex: 'male', employment: 'pns' },
  })
  expect(readNip('199002282023212007', TODAY)).toEqual({
    nip: { digits: '199002282023212007', birthDate: '1990-02-28', sex: 'female', employment: 'pppk' },
  })
})

test.each([
  '19860926 201505 1 001',
  '19860926.201505.1.001',
  ' 1986-0926-2015-05-1-001 ',
  'NIP. 19860926 201505 1 001',
  'nip: 198609262015051001',
  "'198609262015051001",
  '19860926\u00a0201505\u00a01\u00a0001',
])('it may be typed as %j', (typed) => expect(problemOf(typed)).toBeUndefined())

describe('what is no NIP says why', () => {
  test.each([
    ['nothing', '', 'nip_letters'],
    ['words', 'saya lupa', 'nip_letters'],
    ['a letter among the digits', '19860926201505l001', 'nip_letters'],
    ['too few digits', '19860926201505100', 'nip_length'],
    ['too many digits', '1986092620150510011', 'nip_length'],
    ['a number in powers of ten', '1.98609262015051E+17', 'nip_letters'],
    ['a day that no year has', '198602302015051001', 'nip_birth'],
    ['29 February of a year without one', '198702292015051001', 'nip_birth'],
    ['a birth in another century', '178609262015051001', 'nip_birth'],
    ['month 00', '198609262015001001', 'nip_appointment'],
    ['month 13', '198609262015131001', 'nip_appointment'],
    ['number 20', '198609262015201001', 'nip_appointment'],
    ['an appointment a month before the eighteenth birthday', '198609262004081001', 'nip_too_young'],
    ['a contract in the year before', '198609262003211001', 'nip_too_young'],
    ['an appointment in thirteen months', '198609262027121001', 'nip_future'],
    ['a contract in the year after the next', '198609262028211001', 'nip_future'],
    ['sex 3', '198609262015053001', 'nip_sex'],
    ['sex 0', '198609262015050001', 'nip_sex'],
    ['number 000', '198609262015051000', 'nip_sequence'],
  ])('%s', (_, typed, code) => expect(problemOf(typed)).toBe(code))

  test('and how many digits there are', () => {
    expect(readNip('12345', TODAY)).toEqual({ problem: { code: 'nip_length', digits: 5 } })
  })
})

test.each([
  ['in the month of the eighteenth birthday', '198609262004091001'],
  ['on a leap day', '198402292015051001'],
  ['in twelve months', '198609262027111001'],
  ['on a contract next year', '198609262027211001'],
  ['on a contract in the year of the eighteenth birthday', '198609262004211001'],
])('somebody appointed or born %s has a NIP', (_, typed) => expect(problemOf(typed)).toBeUndefined())

const two = (number: number) => String(number).padStart(2, '0')
/** Somebody born 1960–1999 and appointed from 19 years on, at the latest in 2020. */
const anyNip = fc
  .record({
    birth: fc.date({ min: new Date('1960-01-01'), max: new Date('1999-12-31'), noInvalidDate: true }),
    age: fc.integer({ min: 19, max: 21 }),
    month: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 21, max: 99 })),
    sex: fc.constantFrom('1', '2'),
    sequence: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ birth, age, month, sex, sequence }) => {
    const day = birth.toISOString().slice(0, 10).replaceAll('-', '')
    return `${day}${birth.getUTCFullYear() + age}${two(month)}${sex}${String(sequence).padStart(3, '0')}`
  })

describe('every sound NIP', () => {
  test('is read, also as it is printed, and printed as it was', () => {
    fc.assert(
      fc.property(anyNip, (digits) => {
        for (const typed of [digits, groupedNip(digits)])
          expect(readNip(typed, TODAY)).toHaveProperty('nip.digits', digits)
        expect(groupedNip(digits).replaceAll(' ', '')).toBe(digits)
      }),
    )
  })

  test('is of a PNS up to month 12 and of a PPPK from 21 on', () => {
    fc.assert(
      fc.property(anyNip, (digits) => {
        const employment = Number(digits.slice(12, 14)) <= 12 ? 'pns' : 'pppk'
        expect(readNip(digits, TODAY)).toHaveProperty('nip.employment', employment)
      }),
    )
  })

  test('loses one digit and is none any more', () => {
    fc.assert(
      fc.property(anyNip, fc.nat(17), (digits, at) => {
        expect(problemOf(digits.slice(0, at) + digits.slice(at + 1))).toBe('nip_length')
      }),
    )
  })

  test('hides its appointment when it is masked', () => {
    fc.assert(
      fc.property(anyNip, (digits) => {
        expect(maskedNip(digits)).toMatch(/^\d{8}•{6}\d{4}$/)
        expect(maskedNip(digits)).not.toContain(digits.slice(8, 14))
      }),
    )
  })
})

test('whatever is typed, it is read or told why not', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (typed) => {
      const read = readNip(typed, TODAY)
      expect('nip' in read || typeof read.problem.code === 'string').toBe(true)
    }),
  )
})

test('masked as the rule says', () => {
  expect(maskedNip('198609262015051001')).toBe('19860926••••••1001')
})
