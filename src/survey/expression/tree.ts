import type { Scalar } from './value.ts'

/** What an expression walks over: a question, a group, one instance of a repeat, a choice or a column of it. */
export interface TreeNode {
  readonly name: string
  readonly parent: TreeNode | undefined
  /** Position among its siblings of the same name, from 1. */
  readonly place: number
  /** Children of this name in document order; all for `*`. */
  children(name: string): readonly TreeNode[]
  /** The text of a column of a choice, without a node made for it; `undefined` when it has no such column. */
  textOf?(column: string): string | undefined
  /** The value of a leaf; `''` while it is not relevant, and for what holds others. */
  value(): Scalar
}

/** The rows of a survey as expressions name them, before anything is answered. */
export interface RowNode {
  readonly name: string
  /** Place in document order; groups and repeats count. */
  readonly index: number
  readonly kind: 'question' | 'group' | 'repeat'
  readonly parent: RowNode | undefined
  readonly children: readonly RowNode[]
}
