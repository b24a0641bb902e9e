import type { Expression, Rows } from '../expression/compileExpression.ts'
import type { RowNode } from '../expression/tree.ts'
import type { Text } from './compileText.ts'
import type { Choice, RowDefinition, Words } from './definition.ts'

/** A choice of a list with its words ready to be said. */
export interface Option extends Choice {
  /** Place in the whole list; what buttons carry, since a published version never changes. */
  index: number
  text: Text
}

/** A row ready to be asked: expressions and words compiled, choices at hand. */
export interface Row extends RowNode {
  definition: RowDefinition
  parent: Row | undefined
  children: readonly Row[]
  /** Place of each child by its name. */
  childNamed: ReadonlyMap<string, number>
  /** Names from the top, such as `keluarga/umur`: the same for all instances of a repeat. */
  path: string
  /** How many repeats it stands in. */
  depth: number
  /** Whether people answer it: neither a note nor computed; a repeat is asked "one more?". */
  isAsked: boolean
  label: Text
  hint: Text
  constraintMessage: Text
  requiredMessage: Text
  relevant?: Expression
  required: boolean | Expression
  readOnly: boolean | Expression
  constraint?: Expression
  calculation?: Expression
  repeatCount?: Expression
  /** A plain value, or an expression evaluated when the form or the instance begins. */
  initial?: string | Expression
  choiceFilter?: Expression
  list?: string
  options: readonly Option[]
  /** Seed of a random order of choices: a number, an expression, or the response's own. */
  randomize?: true | number | Expression
}

/** One version of a survey, ready to be asked. Immutable: it may be shared by every conversation. */
export interface Survey extends Rows {
  title: Words
  /** The language that stands in for missing translations. */
  language: string
  languages: readonly string[]
  isRandomOrder: boolean
  root: Row
  /** All rows in document order. */
  rows: readonly Row[]
  /** Rows that are computed or may be irrelevant, so that each comes after all that it depends on. */
  computed: readonly Row[]
  /** Some of them wait for so many others that they must be worked out from the front. */
  hasLongChains: boolean
  /** Rows whose value depends on when it was computed, and is therefore kept. */
  frozen: readonly Row[]
  /** Questions that are filled in by a calculation until somebody answers them. */
  refilled: readonly Row[]
  named(name: string): readonly Row[]
  options(list: string): readonly Option[]
}
