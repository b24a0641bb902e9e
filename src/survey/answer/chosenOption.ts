import type { Form } from '../interview/form.ts'
import type { Leaf } from '../interview/nodes.ts'
import type { Reading } from './reading.ts'

/** The choice at a place in a question's list, if it is offered now. */
export function chosenOption(form: Form, leaf: Leaf, index: number): Reading {
  const option = leaf.row.options[index]
  const isThere = option && !option.retired && form.isOffered(leaf, option)
  return isThere ? { value: option.name } : { problem: 'unknown_choice' }
}
