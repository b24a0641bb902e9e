import { shuffled } from '../expression/shuffled.ts'
import type { Form } from './form.ts'
import type { Item, Scope, Slot } from './nodes.ts'

export interface Step {
  item: Item
  /** Shown, not asked: a note, or a question that may only be read. */
  isNote: boolean
}

/**
 * Everything relevant in document order: questions, notes, and after the instances of a repeat the question whether
 * there is one more.
 */
export function* walkForm(form: Form, { withComputed = false } = {}): Generator<Step> {
  yield* walkSlots(form, inOrder(form), withComputed)
}

function* walkSlots(form: Form, slots: readonly Slot[], withComputed: boolean): Generator<Step> {
  for (const slot of slots) {
    if (!form.isRelevant(slot)) continue
    if (slot.kind === 'scope') yield* walkSlots(form, slot.slots, withComputed)
    else if (slot.kind === 'series') {
      for (const instance of slot.instances()) yield* walkSlots(form, instance.slots, withComputed)
      if (!slot.row.repeatCount) yield { item: slot, isNote: false }
    } else {
      const isShown =
        slot.row.isAsked || slot.row.definition.type === 'note' || isReadable(slot.row.definition.type)
      if (isShown) yield { item: slot, isNote: !slot.row.isAsked || form.isReadOnly(slot) }
      else if (withComputed) yield { item: slot, isNote: true }
    }
  }
}

const COMPUTED = new Set(['calculate', 'hidden', 'metadata'])
/** A question that may only be read is shown like a note. */
const isReadable = (type: string) => !COMPUTED.has(type)

/** The rows of the form, or their own random order for this response. */
function inOrder({ survey, root, context }: Form): Scope['slots'] {
  return survey.isRandomOrder ? shuffled(root.slots, context.seed) : root.slots
}
