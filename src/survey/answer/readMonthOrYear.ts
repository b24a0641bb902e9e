import { monthOf } from './monthOf.ts'

/** A typed month (`Agustus 2025`, `8/2025`, `2025-08`) or year (`2025`) as its first day. Nothing when it is none. */
export function readMonthOrYear(typed: string, precision: 'month' | 'year'): string | undefined {
  const text = typed.trim().toLowerCase()
  if (precision === 'year') {
    const [, year] = /^(?:tahun\s+)?([1-9]\d{3})$/.exec(text) ?? []
    return year && `${year}-01-01`
  }
  const [, word, number, after] = /^(?:([a-z]+)\.?|(\d{1,2}))[\s/.-]+([1-9]\d{3})$/.exec(text) ?? []
  const [, before, last] = /^([1-9]\d{3})[/.-](\d{1,2})$/.exec(text) ?? []
  const month = word ? monthOf(word) : (number ?? last)?.padStart(2, '0')
  const year = after ?? before
  return year && month && /^(0[1-9]|1[0-2])$/.test(month) ? `${year}-${month}-01` : undefined
}
