/** Instances of one repeat, at most: more is a slip of the finger or an attack. */
export const MOST_INSTANCES = 1_000

/** Instances of all repeats inside each other together: a form of theirs must not fill the memory. */
export const MOST_IN_ALL = 10_000

/** How many instances an expression asks for. */
export const instancesIn = (count: number): number =>
  Number.isNaN(count) ? 0 : Math.min(MOST_INSTANCES, Math.max(0, Math.trunc(count)))

/**
 * The answers to "one more?" are kept as one value: `3` when the third was the last, `3+` while the third is being
 * answered.
 */
export function readInstances(value: string | undefined): { count: number; isOpen: boolean } {
  const [, digits = '', open] = /^(\d{1,4})(\+?)$/.exec(value ?? '') ?? []
  return { count: instancesIn(Number(digits)), isOpen: digits === '' || open === '+' }
}

/** The value of so many instances, the last of which is the last one or is still being answered. */
export const instancesValue = (count: number, isOpen: boolean): string => `${count}${isOpen ? '+' : ''}`
