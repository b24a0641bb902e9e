import type { ReaderBatch } from './readers.ts'

/** How many people an audience has. */
export interface ReaderCount {
  /** Those who will be written to. */
  readers: number
  /** Those who agreed, and blocked the bot or are gone from Telegram. */
  unreachable: number
  /** Those who agreed once and want silence now. */
  silent: number
  /** The first one who will be written to. */
  first?: number
}

/** Counts an audience, without holding it. */
export async function countReaders(batches: AsyncIterable<ReaderBatch>): Promise<ReaderCount> {
  const count: ReaderCount = { readers: 0, unreachable: 0, silent: 0 }
  for await (const { people } of batches)
    for (const { person, isReachable, isSilent } of people) {
      if (isSilent) count.silent++
      else if (!isReachable) count.unreachable++
      else {
        count.first ??= person
        count.readers++
      }
    }
  return count
}
