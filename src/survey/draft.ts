/** One act in a draft: an answer given, ticked, or gone back to. */
export interface DraftAct {
  position: number
  updateId: number
  path: string
  /** `''` is blank on purpose; `null` when a question was gone back to before it had an answer. */
  value: string | null
  /** The question stays open after this act, or was opened again by it. */
  reopens: boolean
}

/** An unfinished response of one person, with everything that has been said in it. */
export interface Draft {
  id: string
  person: string
  respondent: string
  version: number
  unit: number
  period: string
  values: Map<string, string>
  open?: string
  /** Where the last act was. */
  lastPath?: string
  nextPosition: number
  /** Updates of Telegram that are in here already: a second delivery changes nothing. */
  seen: Set<number>
}

/** Takes one act into the draft, as it has just been stored. Acts come in the order of their positions. */
export function applyAct(draft: Draft, act: DraftAct): void {
  draft.seen.add(act.updateId)
  draft.nextPosition = act.position + 1
  if (act.value !== null) draft.values.set(act.path, act.value)
  draft.lastPath = act.path
  if (act.reopens) draft.open = act.path
  else delete draft.open
}
