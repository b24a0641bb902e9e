import type { QuestionDefinition, Words } from '../definition/definition.ts'

/** A row of the survey before loops are written out. */
export type Draft = QuestionDraft | ContainerDraft

export interface QuestionDraft {
  /** The row of the sheet. */
  row: number
  question: QuestionDefinition
}

export interface ContainerDraft {
  row: number
  kind: 'group' | 'repeat' | 'loop'
  head: { name: string; label?: Words; relevant?: string; appearance?: string; repeat_count?: string }
  /** Of a loop: the list whose choices become its groups. */
  list?: string
  children: Draft[]
}
