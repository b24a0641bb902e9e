import type { Fault } from '../act.ts'

/** Disturbances that wait for the calls they strike. */
export interface Faults {
  add(fault: Fault): void
  /** The disturbance for this call, if any; it is used up by one. */
  take(method: string, chat: unknown): Fault['kind'] | undefined
}

export function createFaults(): Faults {
  const waiting: { fault: Fault; left: number }[] = []

  return {
    add(fault) {
      waiting.push({ fault, left: fault.times ?? 1 })
    },

    take(method, chat) {
      if (waiting.length === 0) return undefined
      const index = waiting.findIndex(({ fault }) => strikes(fault, method, chat))
      const found = waiting[index]
      if (!found) return undefined
      if (--found.left <= 0) waiting.splice(index, 1)
      return found.fault.kind
    },
  }
}

function strikes(fault: Fault, method: string, chat: unknown): boolean {
  if (fault.method !== undefined && fault.method.toLowerCase() !== method.toLowerCase()) return false
  // A disturbance of "any method" would otherwise be used up by the poll that is always under way.
  if (fault.method === undefined && method === 'getUpdates') return false
  return fault.chat === undefined || fault.chat === Number(chat)
}
