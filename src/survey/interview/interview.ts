import type { Form } from './form.ts'
import { judge } from './judge.ts'
import type { Item, Leaf } from './nodes.ts'

export type Interview =
  | { ask: Item; notes: readonly Leaf[]; number: number; of: number }
  | { done: true; notes: readonly Leaf[] }

/**
 * What to ask next: the question gone back to, else the first relevant one without an answer that holds: none yet,
 * blank where one is needed, or against its constraint since an earlier answer was changed. After the last question
 * of a repeat's instance, whether there is one more. Notes that come right before it go with it; when nothing is
 * left, the closing notes.
 */
export function interview(form: Form): Interview {
  const { open } = form.answers
  let ask: Item | undefined
  let number = 0
  let of = 0
  let notes: Leaf[] = []
  for (const { item, isNote, isSilent } of form.steps) {
    if (isSilent) continue
    if (isNote) {
      if (!ask) notes.push(item as Leaf)
      continue
    }
    of++
    if (ask) continue
    const isNext = open === undefined ? !isSettled(form, item) : item.path === open
    if (isNext) {
      ask = item
      number = of
    } else if (notes.length > 0) notes = []
  }
  if (ask) return { ask, notes, number, of }
  // A question gone back to may have become irrelevant meanwhile: then it is as if nobody had gone back.
  return open === undefined ? { done: true, notes } : interview(withoutOpen(form))
}

/** Whether an item is answered, and its answer still holds. */
export function isSettled(form: Form, item: Item): boolean {
  if (!form.hasAnswer(item)) return false
  if (item.kind === 'series') return true
  const text = form.stored(item)
  if (text === '') return !form.isRequired(item)
  // A day without its time, or an order of some things only: left in the middle, it is asked again.
  return STEPWISE.has(item.row.definition.type)
    ? judge(form, item, text) === undefined
    : form.allows(item, text)
}

const STEPWISE = new Set(['rank', 'dateTime'])

/**
 * The item before this one, to go back to, or the last one of all; nothing at the start. Of one that is not asked any
 * more, the last one that stands before it.
 */
export function itemBefore(form: Form, from: Item | undefined): Item | undefined {
  let before: Item | undefined
  let earlier: Item | undefined
  for (const { item, isNote, isSilent } of form.steps) {
    if (item.path === from?.path) return before
    if (isNote || isSilent) continue
    before = item
    if (from && item.row.index < from.row.index) earlier = item
  }
  return from ? earlier : before
}

/** Every question that counts now, in order, with its value: what a review shows and a response keeps. */
export function relevantAnswers(form: Form): { item: Leaf; value: string }[] {
  const kept: { item: Leaf; value: string }[] = []
  for (const { item } of form.steps) {
    if (item.kind !== 'question' || item.row.definition.type === 'note') continue
    kept.push({ item, value: form.stored(item) })
  }
  return kept
}

function withoutOpen(form: Form): Form {
  const { open: _, ...answers } = form.answers
  return form.withAnswers(answers)
}
