import type { Act } from './interview/answering.ts'

/** One act in a draft, with what followed from it. */
export interface DraftAct extends Act {
  position: number
  updateId: number
  /** Unknown of acts that were stored before this was. */
  actedAt?: Date | null
}

/** An unfinished response of one person, with everything that has been said in it. */
export interface Draft {
  id: string
  person: string
  respondent: string
  version: number
  /** The unit it is about; none when it is about the regency as a whole. */
  unit: number | null
  period: string
  values: Map<string, string>
  /** Values computed at a moment that stay as they were then. */
  kept: Map<string, string>
  open?: string
  /** The broadcast by which it was begun, as it was when the draft was read. */
  broadcast?: number
  /** When the person last turned to it or acted in it, as far as is known here: milliseconds since 1970. */
  turnedAt: number
  /** Where the last act was. */
  lastPath?: string
  nextPosition: number
  /** Updates of Telegram that are in here already: a second delivery changes nothing. */
  seen: Set<number>
}

/** A draft in which nothing has been said yet. */
export const emptyDraft = (draft: NewDraft): Draft => ({
  ...draft,
  turnedAt: 0,
  values: new Map(),
  kept: new Map(),
  nextPosition: 0,
  seen: new Set(),
})

export type NewDraft = Pick<Draft, 'id' | 'person' | 'respondent' | 'version' | 'unit' | 'period'>

/** What a draft is opened with besides. */
export interface DraftOpening {
  now: Date
  /** The private chat, sealed; with the moment at which it is first looked at, whether the person should be reminded. */
  reminding?: { chat: string; remindAt: Date } | undefined
}

/** Takes one act into the draft, as it has just been stored. Acts come in the order of their positions. */
export function applyAct(draft: Draft, act: DraftAct): void {
  draft.seen.add(act.updateId)
  draft.nextPosition = act.position + 1
  draft.turnedAt = Math.max(draft.turnedAt, act.actedAt?.getTime() ?? 0)
  if (act.value !== null) draft.values.set(act.path, act.value)
  for (const path of act.dropped ?? []) draft.values.delete(path)
  for (const [path, value] of Object.entries(act.kept ?? {})) draft.kept.set(path, value)
  draft.lastPath = act.path
  if (act.reopens) draft.open = act.path
  else delete draft.open
}
