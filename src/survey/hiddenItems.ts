import type { Form } from './interview/form.ts'
import type { Item } from './interview/nodes.ts'

/** Answered questions that were asked before an act and are not any more: people are told that these no longer count. */
export function hiddenItems(before: Form, after: Form): Item[] {
  // Only expressions about relevance can hide anything, and only of what was answered.
  if (after.survey.computed.length === 0) return []
  const still = new Set<string>()
  for (const { item } of after.steps) still.add(item.path)
  const hidden: Item[] = []
  for (const { item, isNote, isSilent } of before.steps) {
    const isAnswered = item.kind === 'question' && (before.answers.values.get(item.path) ?? '') !== ''
    if (!isNote && !isSilent && isAnswered && !still.has(item.path)) hidden.push(item)
  }
  return hidden
}
