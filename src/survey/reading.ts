import type { Words } from './definition.ts'

/** What a person did in answer to a question. */
export type Input =
  | { type: 'text'; text: string }
  /** A button of the choice at this place in the question's list. */
  | { type: 'choice'; index: number }
  /** Several choices: what is ticked so far is the answer. */
  | { type: 'finish' }
  | { type: 'skip' }
  /** A photo, a voice message, a sticker …: anything that carries no answer. */
  | { type: 'other' }

/** Why an input is no answer; each becomes a kind sentence that says what to do. */
export type Problem =
  | { problem: 'needs_text' | 'needs_number' | 'needs_whole_number' | 'needs_date' | 'needs_choice' }
  | { problem: 'needs_answer' | 'unknown_choice' }
  | { problem: 'too_small'; min: number }
  | { problem: 'too_large'; max: number }
  | { problem: 'too_early'; min: string }
  | { problem: 'too_late'; max: string }
  | { problem: 'too_long'; max: number; length: number }
  | { problem: 'constraint'; message?: Words }

/** A value to store. `stays` keeps the question open: a choice of several was ticked, more may follow. */
export type Reading = { value: string; stays?: true } | Problem
