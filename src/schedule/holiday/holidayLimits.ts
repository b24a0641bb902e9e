/** Holidays of one year: more cannot be meant. */
export const MOST_A_YEAR = 100
/** Years whose holidays are kept. */
export const YEARS = { first: 2020, last: 2099 }
/** Characters of the name of a holiday. */
export const LONGEST_NAME = 100
