/** The ids of those who only get the broadcast begin here. */
export const FIRST_READER = 1_000_000
