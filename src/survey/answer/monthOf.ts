/** Beginnings of the month names that people type, in Indonesian and English. */
const MONTHS = [
  'jan',
  'feb|peb',
  'mar',
  'apr',
  'mei|may',
  'jun',
  'jul',
  'agu|agt|aug|ags',
  'sep',
  'okt|oct',
  'nov|nop',
  'des|dec',
]
const months = MONTHS.map((names) => new RegExp(`^(${names})`))

/** The number of a month, `01` to `12`, by its name or the beginning of it. */
export function monthOf(name: string): string | undefined {
  const index = months.findIndex((names) => names.test(name))
  return index < 0 ? undefined : String(index + 1).padStart(2, '0')
}
