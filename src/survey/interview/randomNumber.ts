/**
 * A number from 0 up to 1 that follows from a response's seed and from how far it is: the same when it is worked out
 * again. Seed 0 always gives 0.5, for trying out a form.
 */
export function randomNumber(seed: number, progress: number, drawn: number): number {
  if (seed === 0) return 0.5
  let state = (seed ^ Math.imul(progress + 1, 0x9e3779b1) ^ Math.imul(drawn + 1, 0x85ebca6b)) | 0
  state = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
  state = Math.imul(state ^ (state >>> 15), 0x735a2d97)
  return ((state ^ (state >>> 15)) >>> 0) / 2 ** 32
}
