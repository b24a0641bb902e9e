import type { Form } from '../interview/form.ts'
import type { Leaf } from '../interview/nodes.ts'

/** The names put in order so far, the first first; none when the order was whole: changing it begins it anew. */
export function rankedSoFar(form: Form, leaf: Leaf): string[] {
  const ranked = form.answers.values.get(leaf.path)?.split(' ').filter(Boolean) ?? []
  return ranked.length >= form.offered(leaf).length ? [] : ranked
}
