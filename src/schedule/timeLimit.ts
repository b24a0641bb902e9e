/** The work was given up: it may still be going on. */
export class TimeIsUp extends Error {}

/**
 * Waits for work, at most so many milliseconds.
 * @throws TimeIsUp when it takes longer
 */
export async function timeLimit<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeIsUp(`took more than ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}
