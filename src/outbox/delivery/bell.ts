/** Wakes whoever waits for something to change. */
export function bell() {
  let ring = () => {}
  let next = new Promise<void>((resolve) => {
    ring = resolve
  })
  return {
    ring(): void {
      ring()
      next = new Promise<void>((resolve) => {
        ring = resolve
      })
    },
    /** Resolves at the next ring. */
    rung: (): Promise<void> => next,
  }
}
