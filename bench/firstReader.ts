/** The ids of those who only get the broadcast begin here. */
export const FIRST_READER = 2_000_000
