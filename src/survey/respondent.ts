import { createHmac, randomBytes } from 'node:crypto'

/** What a once-only rule is about: one person, one survey, one unit, one period. */
export interface Occasion {
  survey: number
  /** None for a survey about the regency as a whole. */
  unit: number | null
  period: string
}

/**
 * Names for people that mean nothing without the secret key, which is kept out of the database:
 * Telegram's ids are few enough to be tried one by one, so a plain hash would hide nobody (UU 27/2022).
 */
export interface Respondents {
  /** The same for a person on every occasion; on drafts only, and gone with them. */
  person(id: number): string
  /** Different on every occasion, so that nobody can be followed from one period to the next. */
  respondent(id: number, occasion: Occasion): string
  /** That somebody does not want to be asked for something again. */
  declined(id: number, purpose: string): string
  /** A reader of a broadcast, where nobody may tell from its key who it was. */
  reader(id: number, broadcast: number): string
}

export function respondents(secretKey: string): Respondents {
  const name = (purpose: string) => createHmac('sha256', secretKey).update(purpose).digest('base64url')
  return {
    person: (id) => name(`person ${id}`),
    respondent: (id, { survey, unit, period }) => name(`respondent ${id} ${survey} ${unit} ${period}`),
    declined: (id, purpose) => name(`declined ${purpose} ${id}`),
    reader: (id, broadcast) => name(`reader ${id} ${broadcast}`),
  }
}

/** A name that tells nothing, neither when nor for whom it was made. */
export const randomId = () => randomBytes(12).toString('base64url')
