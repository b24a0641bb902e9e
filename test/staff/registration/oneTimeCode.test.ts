import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneTimeCode, readCode, shownCode } from '../../../src/staff/registration/oneTimeCode.ts'

const anyCode = fc
  .infiniteStream(fc.nat())
  .map((numbers) => oneTimeCode((limit) => Number(numbers.next().value) % limit))

test('every code is read as it is shown, in small letters and with spaces', () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      for (const typed of [
        code,
        shownCode(code),
        shownCode(code).toLowerCase(),
        ` ${code.split('').join(' ')} `,
      ])
        expect(readCode(typed)).toBe(code)
    }),
  )
})

test('no code has letters that are taken for digits', () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      expect(code).not.toMatch(/[01IOS528]/)
    }),
  )
})

test.each(['', 'ABCD', 'ABCD-EFGHI', 'ABCD-EFG0', 'apa ini?', '198609262015051001'])(
  '%j is no code',
  (typed) => expect(readCode(typed)).toBeUndefined(),
)
