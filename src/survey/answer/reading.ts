import type { Attachment } from '../attachment/attachment.ts'
import type { Text } from '../definition/compileText.ts'
import type { Option } from '../definition/survey.ts'

/** Files that can be given as an answer. */
export type FileKind = 'image' | 'audio' | 'video' | 'file'

/** What a person did in answer to a question. */
export type Input =
  | { type: 'text'; text: string }
  /** A button of the choice at this place in the question's list. */
  | { type: 'choice'; index: number }
  /** Several choices: what is ticked so far is the answer. */
  | { type: 'finish' }
  | { type: 'skip' }
  /** What the question was filled in with is right. */
  | { type: 'keep' }
  /** Whether there is one more of what a repeat asks about; or the last one was one too many. */
  | { type: 'more'; isMore: boolean }
  /** The last thing put in order was a mistake. */
  | { type: 'undo' }
  /** A day chosen in the calendar. */
  | { type: 'day'; day: string }
  /** A time of day chosen from the clock, in minutes after midnight. */
  | { type: 'time'; minutes: number }
  | { type: 'location'; latitude: number; longitude: number; accuracy?: number }
  /** A photo or file, under the name it is going to be kept. */
  | { type: 'file'; kind: FileKind; attachment: Attachment; caption?: string }
  /** A sticker, a contact …: anything that carries no answer. */
  | { type: 'other' }

/** Why an input is no answer; each becomes a kind sentence that says what to do. */
export type Problem =
  | { problem: 'needs_text' | 'needs_number' | 'needs_whole_number' | 'needs_choice' | 'needs_rank' }
  | { problem: 'needs_month' | 'needs_year' }
  | { problem: 'needs_date' | 'needs_time' | 'needs_date_time' | 'needs_place' | 'needs_more' }
  | { problem: 'needs_image' | 'needs_audio' | 'needs_video' | 'needs_file' }
  | { problem: 'unknown_choice' | 'no_such_choice' | 'file_unknown_type' }
  /** More than one holds what was typed, or the only one may not be meant; the first of them. */
  | { problem: 'several_choices'; found: readonly Option[]; count: number }
  | { problem: 'file_too_big'; most: number }
  | { problem: 'too_small'; min: number }
  /** A number that a range passes over, between these two. */
  | { problem: 'between_steps'; nearest: [number, number] }
  | { problem: 'too_large'; max: number }
  | { problem: 'too_early'; min: string }
  | { problem: 'too_late'; max: string }
  | { problem: 'too_long'; max: number; length: number }
  /** Blank where an answer is needed; with the author's words, if there are any. */
  | { problem: 'needs_answer'; message?: Text }
  | { problem: 'constraint'; message?: Text }

/** A value to store. `stays` keeps the question open: a choice of several was ticked, more may follow. */
export type Reading = { value: string; stays?: true } | Problem
