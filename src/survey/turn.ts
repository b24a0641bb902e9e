import type { Unit } from '../unit/unit.ts'
import type { Draft } from './draft.ts'
import type { Context, Interview } from './interview.ts'
import type { Problem } from './reading.ts'
import type { Question, Survey } from './survey.ts'

/** A draft with all that is needed to speak about it. */
export interface Pass {
  draft: Draft
  survey: Survey
  unit: Unit
  context: Context
}

/** How a visit to a unit begins. */
export type Opening =
  | { type: 'greeting'; unit: Unit; questions: number }
  | { type: 'unfinished'; pass: Pass; interview: Interview }
  | { type: 'already'; unit: Unit; period: string }
  | { type: 'no-survey' }

/** What came of an act in a survey. */
export type Turn =
  /** Nothing changed; this is where the draft stands. */
  | { type: 'at'; pass: Pass; interview: Interview }
  | { type: 'answered'; pass: Pass; question: Question; value: string; interview: Interview }
  /** One of several choices was ticked or unticked; the question stays. */
  | { type: 'ticked'; pass: Pass; interview: Interview; choice: number | undefined }
  | { type: 'problem'; pass: Pass; question: Question; problem: Problem }
  /** A button of a question that is not being asked any more; a double tap when it was the last one answered. */
  | { type: 'stale'; pass: Pass; interview: Interview; question: Question | undefined; isDoubleTap: boolean }
  | { type: 'submitted'; unit: Unit }
  /** The person has finished this survey in this period. */
  | { type: 'already' }
  /** No such draft, or not this person's. */
  | { type: 'gone' }
