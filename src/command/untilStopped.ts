/**
 * Waits for SIGTERM or SIGINT and then stops in peace; a second signal ends at once.
 * @param ended rejects when the work itself cannot go on
 */
export async function untilStopped(ended: Promise<void>, stop: () => Promise<void>): Promise<void> {
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1))
        resolve()
      })
    }
  })
  try {
    await Promise.race([signalled, ended])
  } finally {
    await stop()
  }
}
