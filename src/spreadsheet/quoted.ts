const LONGEST = 40

/** A piece of somebody's file as it can be shown in a one-line message: short, and without control characters. */
export function quoted(text: string): string {
  const clipped = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  return JSON.stringify(clipped).replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '?')
}
