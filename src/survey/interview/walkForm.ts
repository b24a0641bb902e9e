import { shuffled } from '../expression/shuffled.ts'
import type { Form } from './form.ts'
import type { Item, Slot } from './nodes.ts'

export interface Step {
  item: Item
  /** Shown, not asked: a note, or a question that may only be read. */
  isNote: boolean
  /** Neither shown nor asked: computed, or noted by the form itself. */
  isSilent: boolean
}

/**
 * Everything relevant in document order: questions, notes, what is computed, and after the instances of a repeat the
 * question whether there is one more.
 */
export function walkForm(form: Form): Step[] {
  const { survey, root, context } = form
  const steps: Step[] = []
  const walk = (slots: readonly Slot[]): void => {
    for (const slot of slots) {
      if (!form.isRelevant(slot)) continue
      if (slot.kind === 'scope') walk(slot.slots)
      else if (slot.kind === 'series') {
        for (const instance of slot.instances()) walk(instance.slots)
        if (!slot.row.repeatCount) steps.push({ item: slot, isNote: false, isSilent: false })
      } else {
        const isSilent = SILENT.has(slot.row.definition.type)
        steps.push({
          item: slot,
          isNote: !isSilent && (!slot.row.isAsked || form.isReadOnly(slot)),
          isSilent,
        })
      }
    }
  }
  // The rows of the form, or their own random order for this response.
  walk(survey.isRandomOrder ? shuffled(root.slots, context.seed) : root.slots)
  return steps
}

const SILENT = new Set(['calculate', 'hidden', 'metadata'])
