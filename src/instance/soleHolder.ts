import { setImmediate } from 'node:timers/promises'
import type { Channel } from './channel.ts'

/** Not that of any turn: those begin higher. */
const LOCKS = { polling: 0x5350n << 48n }

/**
 * Whether this instance is the one that does something, which no other does until this one ends, dies, or loses the
 * database: then the server gives it to the next who asks, at once.
 */
export function soleHolder(channel: Channel, what: keyof typeof LOCKS): () => Promise<boolean> {
  let heldIn: number | undefined

  return async () => {
    const session = channel.session()
    if (session !== undefined && session === heldIn) return true
    const got = await channel.exchangeLocks([], [LOCKS[what]]).catch(() => [])
    heldIn = got.length > 0 ? session : undefined
    // Whoever asks again and again lets others go on in between.
    if (heldIn === undefined) await setImmediate()
    return heldIn !== undefined
  }
}
