import type { Form } from '../interview/form.ts'
import type { Leaf } from '../interview/nodes.ts'
import { chosenOption } from './chosenOption.ts'
import { rankedSoFar } from './rankedSoFar.ts'
import type { Input, Reading } from './reading.ts'

/** One tap after the other: the most important first; the last one left takes the last place by itself. */
export function readRank(form: Form, leaf: Leaf, input: Input, typed: string | undefined): Reading {
  const offered = form.offered(leaf)
  const before = rankedSoFar(form, leaf)
  if (input.type === 'undo') return { value: before.slice(0, -1).join(' '), stays: true }
  if (input.type === 'choice') {
    const reading = chosenOption(form, leaf, input.index)
    if ('problem' in reading) return reading
    if (before.includes(reading.value)) return { problem: 'needs_rank' }
    const now = [...before, reading.value]
    const left = offered.filter(({ name }) => !now.includes(name))
    if (left.length > 1) return { value: now.join(' '), stays: true }
    return { value: [...now, ...left.map(({ name }) => name)].join(' ') }
  }
  if (typed === undefined) return { problem: 'needs_rank' }
  const names = typed.split(/[\s,;>]+/).map((number) => offered[Number(number) - 1]?.name)
  const isWhole = new Set(names).size === offered.length && names.every((name) => name !== undefined)
  return isWhole ? { value: names.join(' ') } : { problem: 'needs_rank' }
}
