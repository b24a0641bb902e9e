import type { Row } from '../definition/survey.ts'
import type { Form } from './form.ts'
import type { Leaf } from './nodes.ts'

/** What an answer brings about beside itself; stored with it, in the same write. */
export interface Consequences {
  /** Values computed at this moment that stay as they are. */
  kept: Record<string, string>
  /** Answers to questions that were filled in anew, because what they are computed from has changed. */
  dropped: string[]
}

/**
 * What follows from the step from one state of the answers to the next: defaults that are evaluated once, calculations
 * that only a trigger or a change sets going, and answers that a new calculation replaces. Nothing, for most surveys.
 */
export function consequencesOf(before: Form, after: Form): Consequences | undefined {
  const { frozen, refilled } = after.survey
  if (frozen.length === 0 && refilled.length === 0) return undefined
  const kept: Record<string, string> = {}
  const dropped: string[] = []
  for (const row of frozen) {
    const earlier = leavesOf(before, row)
    for (const leaf of leavesOf(after, row).values()) {
      const old = earlier.get(leaf.path)
      const isAgain = old !== undefined && isSetGoing(row, before, after, leaf)
      const value = isAgain || old === undefined ? recompute(after, leaf, isAgain) : before.filledIn(old)
      if (after.answers.kept.get(leaf.path) !== value && value !== '') kept[leaf.path] = value
      if (isAgain && row.isAsked && after.answers.values.has(leaf.path)) dropped.push(leaf.path)
    }
  }
  for (const row of refilled) {
    const earlier = leavesOf(before, row)
    for (const leaf of leavesOf(after, row).values()) {
      const old = earlier.get(leaf.path)
      if (!old || !after.answers.values.has(leaf.path)) continue
      if (before.computeNow(old) !== after.computeNow(leaf)) dropped.push(leaf.path)
    }
  }
  return Object.keys(kept).length === 0 && dropped.length === 0 ? undefined : { kept, dropped }
}

function leavesOf(form: Form, row: Row): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>()
  for (const node of form.nodesOf(row)) if (node.kind === 'question') leaves.set(node.path, node)
  return leaves
}

/** A new instance has its defaults; a triggered calculation waits for its trigger. */
function recompute(form: Form, leaf: Leaf, isAgain: boolean): string {
  return isAgain ? form.computeNow(leaf) : form.filledIn(leaf)
}

/** Whether what makes this calculation run has changed. */
function isSetGoing(row: Row, before: Form, after: Form, leaf: Leaf): boolean {
  const { definition, calculation } = row
  const triggers = 'trigger' in definition ? definition.trigger : undefined
  const { survey } = after
  if (triggers)
    return triggers.some((name) => survey.named(name).some((each) => hasChanged(each, before, after, leaf)))
  if (!calculation) return false
  return [...calculation.references].some((index) => {
    const referred = survey.rows[index]
    return referred !== undefined && referred !== row && hasChanged(referred, before, after, leaf)
  })
}

/** Whether a question beside this one (the same instance, or outside of its repeats) has another value now. */
function hasChanged(row: Row, before: Form, after: Form, near: Leaf): boolean {
  const earlier = leavesOf(before, row)
  for (const leaf of leavesOf(after, row).values()) {
    if (!isBeside(leaf, near)) continue
    const old = earlier.get(leaf.path)
    if ((old ? before.stored(old) : '') !== after.stored(leaf)) return true
  }
  return false
}

/** Whether two questions stand in the same instance of each repeat that holds both. */
function isBeside(one: Leaf, other: Leaf): boolean {
  const otherSteps = other.parent.prefix.split('/')
  for (const [index, step] of one.parent.prefix.split('/').entries()) {
    const otherStep = otherSteps[index] ?? ''
    if (nameOf(step) !== nameOf(otherStep)) return true
    if (step !== otherStep) return false
  }
  return true
}

const nameOf = (step: string) => step.replace(/\[\d+\]$/, '')
