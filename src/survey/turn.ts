import type { Unit } from '../unit/unit.ts'
import type { Problem } from './answer/reading.ts'
import type { Draft } from './draft.ts'
import type { Form } from './interview/form.ts'
import type { Interview } from './interview/interview.ts'
import type { Item } from './interview/nodes.ts'
import type { SurveyInfo } from './surveyInfo.ts'

/** A draft with all that is needed to speak about it. */
export interface Pass {
  draft: Draft
  info: SurveyInfo
  /** It is being tried: nothing of it is kept. */
  isTrial: boolean
  unit: Unit | undefined
  form: Form
}

/** How a visit to a survey begins. */
export type Opening =
  | {
      type: 'greeting'
      info: SurveyInfo
      isTrial: boolean
      form: Form
      unit: Unit | undefined
      questions: number
    }
  | { type: 'unfinished'; pass: Pass; interview: Interview }
  | { type: 'already'; info: SurveyInfo; form: Form; unit: Unit | undefined; period: string }
  | { type: 'closed'; why: 'paused' | 'closed' | { opensOn: string } }
  | { type: 'no-survey' }
  /** It is about a unit, and nobody said which. */
  | { type: 'needs-unit' }

/** What came of an act in a survey. */
export type Turn =
  /** Nothing changed; this is where the draft stands. */
  | { type: 'at'; pass: Pass; interview: Interview }
  /** With the titles of the answered questions that are no longer asked since. */
  | { type: 'answered'; pass: Pass; item: Item; value: string; interview: Interview; hidden: readonly Item[] }
  /** One of several choices was ticked or put in order; the question stays. */
  | { type: 'ticked'; pass: Pass; interview: Interview; choice: number | undefined; isTyped: boolean }
  | { type: 'problem'; pass: Pass; item: Item; problem: Problem }
  /** A button of a question that is not being asked any more; a double tap when it was the last one answered. */
  | { type: 'stale'; pass: Pass; interview: Interview; item: Item | undefined; isDoubleTap: boolean }
  | { type: 'submitted'; pass: Pass }
  /** The person has finished this survey in this period. */
  | { type: 'already' }
  /** Enough people have answered as this person did: thanks, and no more questions. */
  | { type: 'full'; pass: Pass; item: Item; value: string }
  /** The survey was paused or closed meanwhile. */
  | { type: 'closed'; why: 'paused' | 'closed' | { opensOn: string } }
  /** The person agreed to be named, or not to be, and the survey is the other way: they are asked again. */
  | { type: 'other-terms' }
  /** No such draft, or not this person's. */
  | { type: 'gone' }
