import { expect, test } from 'vitest'
import { readPhone, telegramPhone } from '../../src/staff/phone.ts'

test.each([
  ['081234567890', '6281234567890'],
  ['0812-3456-7890', '6281234567890'],
  ['+62 812 3456 7890', '6281234567890'],
  ['6281234567890', '6281234567890'],
  ['81234567890', '6281234567890'],
  ['(0744) 21234567', '6274421234567'],
  ['006281234567890', '6281234567890'],
  ['+60 12-345 6789', '60123456789'],
  ["'081234567890", '6281234567890'],
  ['', undefined],
  ['-', undefined],
  ['tidak ada', undefined],
  ['0812', undefined],
  ['081234567890/081300000000', undefined],
  ['8.12346E+10', undefined],
  ['0812345678901234567', undefined],
])('%j is %s', (written, phone) => expect(readPhone(written)).toBe(phone))

test('a number from Telegram keeps its country, also one that begins like an Indonesian number', () => {
  expect(telegramPhone('+6281234567890')).toBe('6281234567890')
  expect(telegramPhone('8613912345678')).toBe('8613912345678')
})
