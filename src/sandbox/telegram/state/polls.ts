import type { WirePoll } from '../wire.ts'

/** A poll as it stands, with who chose what; `wire` is replaced, never changed. */
export interface StoredPoll {
  wire: WirePoll
  chat: number
  message: number
  isBots: boolean
  /** Chosen options by person. */
  votes: Map<number, number[]>
}

/** The poll after its votes were counted anew. */
export function countVotes({ wire, votes }: StoredPoll): WirePoll {
  const counts = wire.options.map(() => 0)
  for (const chosen of votes.values()) for (const index of chosen) counts[index] = (counts[index] ?? 0) + 1
  return {
    ...wire,
    options: wire.options.map((option, index) => ({ ...option, voter_count: counts[index] ?? 0 })),
    total_voter_count: [...votes.values()].filter((chosen) => chosen.length > 0).length,
  }
}
