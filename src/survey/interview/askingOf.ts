import type { Form } from './form.ts'
import type { Interview } from './interview.ts'
import type { Item, Leaf } from './nodes.ts'

/**
 * An item as it is asked, whether it is being asked or not: the notes right before it, and its number. One that is not
 * there any more has no notes.
 */
export function askingOf(form: Form, ask: Item): Extract<Interview, { ask: Item }> {
  let number = 0
  let of = 0
  let notes: Leaf[] = []
  let before: Leaf[] = []
  for (const { item, isNote, isSilent } of form.steps) {
    if (isSilent) continue
    if (isNote) {
      notes.push(item as Leaf)
      continue
    }
    of++
    if (item.path === ask.path) {
      number = of
      before = notes
    }
    notes = []
  }
  return { ask, notes: before, number, of }
}
