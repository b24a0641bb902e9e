import type { TreeNode } from './tree.ts'
import type { Scalar, Value } from './value.ts'

/** What the world adds to an evaluation. */
export interface Surroundings {
  /** The whole form. */
  root: TreeNode
  /** The node of a row that stands in no repeat, by the row's index. */
  single(index: number): TreeNode
  /** The calendar day `YYYY-MM-DD` where the survey is held. */
  today: string
  /** The moment in ISO 8601 with the offset of that place. */
  now: string
  /** A number from 0 up to 1. */
  random(): number
  /** The choices of a list as nodes with a child for each column. */
  list(name: string, language: string): readonly TreeNode[]
  /** The words of a choice, for `jr:choice-name`. */
  choiceLabel(list: string, name: string, language: string): string
  /** Notes that so many nodes were looked at; false once it has been too many for one form. */
  spend(nodes: number): boolean
  /** What a node holds at present besides what it is computed from, for `once()`. */
  kept(node: TreeNode): Scalar
}

/** Where an evaluation stands. */
export interface Cursor {
  world: Surroundings
  /** The node whose expression this is: `current()`, and what `${name}` looks out from. */
  current: TreeNode
  /** The context node: another one only inside predicates. */
  node: TreeNode
  /** The answer under test, for `.` in constraints; else `.` is the value of the context node. */
  self: Scalar | undefined
  /** The survey's language in which choices are named. */
  language: string
  /** Place and number of the nodes that a predicate is tried on. */
  place: number
  size: number
}

export type Closure = (cursor: Cursor) => Value
export type NodesClosure = (cursor: Cursor) => readonly TreeNode[]
