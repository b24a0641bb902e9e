/** One value that changes over time, and those who want to know. */
export interface Store<T> {
  get(): T
  /** Replaces the value; an unchanged one (same identity) tells nobody. */
  change(next: (current: T) => T): void
  /** Calls back after each change; returns the way to stop. */
  subscribe(listener: () => void): () => void
}

/** A store that starts with `initial`. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    change(next) {
      const changed = next(value)
      if (Object.is(changed, value)) return
      value = changed
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
