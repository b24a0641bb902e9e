/** Hears SIGTERM and SIGINT from now on; a second one ends the program at once. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1))
        resolve()
      })
    }
  })
}

/**
 * Waits for the signal, and then stops in peace.
 * @param ended rejects when the work itself cannot go on
 */
export async function untilStopped(
  signal: Promise<void>,
  { ended, stop }: { ended: Promise<void>; stop(): Promise<void> },
): Promise<void> {
  try {
    await Promise.race([signal, ended])
  } finally {
    await stop()
  }
}
