/** What a person has said so far. The place in the survey is not stored: it follows from this. */
export interface Answers {
  /** By path. `''` is an answer too: the question was left blank on purpose. */
  values: ReadonlyMap<string, string>
  /** Values that were computed at a moment and stay as they were then: defaults, triggered calculations. */
  kept: ReadonlyMap<string, string>
  /** The answered question that the person went back to, until it is answered again. */
  open?: string
}

export const NO_ANSWERS: Answers = { values: new Map(), kept: new Map() }

/** What the outside world adds to an interview. */
export interface Context {
  /** The calendar day `YYYY-MM-DD` where the survey is held. */
  today: string
  /** The moment in ISO 8601 with the offset of that place. */
  now: string
  /** What random orders and numbers follow from: the same for all of one response. 0 makes every number 0.5. */
  seed: number
  /** The survey's language in which choices are named inside expressions. */
  language: string
  /** What the device says of itself, by name; a chat says nothing. */
  metadata?: Readonly<Record<string, string>>
}
