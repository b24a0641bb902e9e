import type { Expression } from '../expression/compileExpression.ts'

/** Whether an expression is false whatever is answered: it looks at no answer. */
export function isNever({ references, isFrozen, evaluate }: Expression): boolean {
  if (references.size > 0 || isFrozen) return false
  const nobody = { name: '', parent: undefined, place: 1, children: () => [], value: () => '' }
  const world = {
    root: nobody,
    single: () => nobody,
    today: '2026-01-01',
    now: '2026-01-01T00:00:00Z',
    random: () => 0.5,
    list: () => [],
    spend: () => false,
    choiceLabel: () => '',
    kept: () => '',
  }
  return (
    evaluate({ world, current: nobody, node: nobody, self: undefined, language: '', place: 1, size: 1 }) ===
    false
  )
}
