/** Order on the one connection: a transaction has it for itself until it ends, everything else waits. */
export interface Turns {
  /** Does `work`, which must not be asynchronous, at a moment when no transaction is open. */
  between<T>(work: () => T): Promise<T>
  /** Waits for such a moment and keeps all others out until the returned function is called. */
  take(): Promise<() => void>
}

export function takeTurns(): Turns {
  let occupied: Promise<void> | undefined

  return {
    async between(work) {
      while (occupied !== undefined) await occupied
      return work()
    },
    async take() {
      while (occupied !== undefined) await occupied
      let leave = () => {}
      occupied = new Promise((resolve) => {
        leave = () => {
          occupied = undefined
          resolve()
        }
      })
      return leave
    },
  }
}
