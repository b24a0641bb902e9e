/** How somebody is employed, which their NIP tells: civil servant, or on a contract. */
export type Employment = 'pns' | 'pppk'

/** What a NIP says. */
export interface Nip {
  /** The 18 digits. */
  digits: string
  /** `YYYY-MM-DD`. */
  birthDate: string
  sex: 'male' | 'female'
  employment: Employment
}

/** Why something is no NIP. */
export type NipProblem =
  | { code: 'nip_letters' }
  | { code: 'nip_length'; digits: number }
  | { code: 'nip_birth' | 'nip_appointment' | 'nip_too_young' | 'nip_future' | 'nip_sex' | 'nip_sequence' }

/** Characters that are looked at of what somebody typed. */
const LONGEST = 60
const LENGTH = 18
const YOUNGEST_YEARS = 18
/** Appointments are prepared ahead, but not by years. */
const AHEAD_MONTHS = 12
const EARLIEST_BIRTH = 1900

/**
 * Reads a NIP as it is typed or printed, with spaces, dots or hyphens: birth date (8 digits), year and month of the
 * appointment (6), sex (1), number of the day (3). For the contract employees (PPPK) what stands in place of the month
 * is 21 or more. There is no check digit: a NIP that is well formed is not yet anybody's.
 * @param today `YYYY-MM-DD`
 */
export function readNip(typed: string, today: string): { nip: Nip } | { problem: NipProblem } {
  const digits = typed
    .slice(0, LONGEST)
    .replace(/^\s*nip[\s.:]*/i, '')
    .replace(/[\s.\-‐-―/'’_]/g, '')
  if (!/^\d+$/.test(digits)) return { problem: { code: 'nip_letters' } }
  if (digits.length !== LENGTH) return { problem: { code: 'nip_length', digits: digits.length } }

  const number = (from: number, to: number) => Number(digits.slice(from, to))
  const [year, month, day] = [number(0, 4), number(4, 6), number(6, 8)]
  if (year < EARLIEST_BIRTH || !isDate(year, month, day)) return { problem: { code: 'nip_birth' } }
  const code = number(12, 14)
  const employment = code >= 1 && code <= 12 ? 'pns' : code >= 21 ? 'pppk' : undefined
  if (!employment) return { problem: { code: 'nip_appointment' } }

  // Of a contract only the year is known: it is given the benefit of the doubt.
  const appointed = number(8, 12) * 12
  const [earliest, latest] =
    employment === 'pns' ? [appointed + code, appointed + code] : [appointed + 12, appointed + 1]
  if (earliest < (year + YOUNGEST_YEARS) * 12 + month) return { problem: { code: 'nip_too_young' } }
  const [thisYear = 0, thisMonth = 0] = today.split('-').map(Number)
  if (latest > thisYear * 12 + thisMonth + AHEAD_MONTHS) return { problem: { code: 'nip_future' } }

  const sex = digits[14] === '1' ? 'male' : digits[14] === '2' ? 'female' : undefined
  if (!sex) return { problem: { code: 'nip_sex' } }
  if (digits.endsWith('000')) return { problem: { code: 'nip_sequence' } }
  const birthDate = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
  return { nip: { digits, birthDate, sex, employment } }
}

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** A NIP as it is printed: `19860926 201505 1 001`. */
export const groupedNip = (digits: string): string =>
  [digits.slice(0, 8), digits.slice(8, 14), digits.slice(14, 15), digits.slice(15)].join(' ')

/** A NIP for everybody but its owner and the personnel office: `19860926••••••1001`. */
export const maskedNip = (digits: string): string => `${digits.slice(0, 8)}••••••${digits.slice(14)}`
