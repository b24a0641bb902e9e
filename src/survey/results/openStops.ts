import { setImmediate } from 'node:timers/promises'
import { contextAt } from '../contextAt.ts'
import type { Words } from '../definition/definition.ts'
import type { Row, Survey } from '../definition/survey.ts'
import { applyAct, emptyDraft } from '../draft.ts'
import { Form } from '../interview/form.ts'
import { interview } from '../interview/interview.ts'
import type { OpenDraft } from './store.ts'

/** Where people stopped who have not finished: what they were asked last, and how many of them. */
export interface OpenStops {
  /** In the order of the survey. */
  stops: Stop[]
  /** Answered everything and did not hand it in. */
  unsent: number
  /** There are more drafts than were looked at. */
  isPartial: boolean
}

export interface Stop {
  path: string
  name: string
  label: Words | undefined
  /** It is the question whether there is one more. */
  isMore: boolean
  count: number
}

/** Drafts that are looked at. Each is worked out as its person sees it, which takes up to a few milliseconds. */
const MOST_DRAFTS = 5_000

const DRAFTS_AT_A_TIME = 50

/**
 * Works out for open drafts which question stands before their person now.
 * @param versions ids of the versions, the newest first
 */
export async function openStops(parts: {
  versions: readonly number[]
  drafts(version: number, most: number): Promise<string[]>
  open(ids: readonly string[]): Promise<OpenDraft[]>
  asked(draft: OpenDraft): Promise<{ survey: Survey; zone: string; now: Date }>
}): Promise<OpenStops> {
  const { versions, drafts, open, asked } = parts
  const stops = new Map<string, Stop & { place: number }>()
  let unsent = 0
  let left = MOST_DRAFTS + 1
  for (const version of versions) {
    const ids = left > 0 ? await drafts(version, left) : []
    left -= ids.length
    for (let first = 0; first < ids.length; first += DRAFTS_AT_A_TIME) {
      for (const draft of await open(ids.slice(first, first + DRAFTS_AT_A_TIME))) {
        const { survey, zone, now } = await asked(draft)
        const row = stoppedAt(draft, survey, zone, now)
        if (row) note(row)
        else unsent += 1
      }
      await setImmediate()
    }
  }
  const inOrder = [...stops.values()].sort((a, b) => a.place - b.place)
  return { stops: inOrder.map(({ place: _, ...stop }) => stop), unsent, isPartial: left <= 0 }

  function note({ path, name, index, kind, definition }: Row): void {
    const known = stops.get(path)
    if (known) known.count += 1
    else {
      const label = 'label' in definition ? definition.label : undefined
      stops.set(path, { path, name, label, isMore: kind === 'repeat', count: 1, place: index })
    }
  }
}

/** The row that is asked now; nothing when all is answered. */
function stoppedAt(
  { id, version, unit, acts }: OpenDraft,
  survey: Survey,
  zone: string,
  now: Date,
): Row | undefined {
  const draft = emptyDraft({ id, version, unit, person: '', respondent: '', period: '' })
  for (const act of acts) applyAct(draft, act)
  const step = interview(new Form(survey, draft, contextAt(now, zone, id, survey.language)))
  return 'ask' in step ? step.ask.row : undefined
}
