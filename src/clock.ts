/** Where "now" comes from. Only `main.ts`, the sandbox and tests decide which clock it is. */
export interface Clock {
  now(): Date
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() }
