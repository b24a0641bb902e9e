import type { Row } from '../definition/survey.ts'
import type { Form } from './form.ts'
import type { Item, Scope } from './nodes.ts'

/**
 * An item as a button carries it: the index of its row, then the position in each repeat around it. A published
 * version never changes, so that an old button keeps its meaning.
 */
export function placeOf(item: Item): string {
  const positions: number[] = []
  for (let scope: Scope | undefined = item.parent; scope; scope = scope.parent)
    if (scope.row.kind === 'repeat') positions.unshift(scope.place)
  return [item.row.index, ...positions].map((number) => number.toString(36)).join('-')
}

/** The item at a place, if it is there and one that people are asked. */
export function itemAt(form: Form, place: string): Item | undefined {
  const [index = Number.NaN, ...positions] = place.split('-').map((part) => Number.parseInt(part, 36))
  const row = form.survey.rows[index]
  if (!row?.isAsked) return undefined
  let scope: Scope = form.root
  for (const step of wayTo(row)) {
    const slot = scope.slots[scope.row.childNamed.get(step.name) ?? -1]
    if (slot === undefined) return undefined
    if (step === row) return slot.kind === 'scope' ? undefined : slot
    const next = slot.kind === 'series' ? slot.instances()[(positions.shift() ?? 0) - 1] : slot
    if (next?.kind !== 'scope') return undefined
    scope = next
  }
  return undefined
}

function wayTo(row: Row): Row[] {
  const way: Row[] = []
  for (let step: Row | undefined = row; step && step.index >= 0; step = step.parent) way.unshift(step)
  return way
}
