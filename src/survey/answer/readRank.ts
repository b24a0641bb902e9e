import type { Option } from '../definition/survey.ts'
import type { Form } from '../interview/form.ts'
import type { Leaf } from '../interview/nodes.ts'
import { chosenOption } from './chosenOption.ts'
import { rankedSoFar } from './rankedSoFar.ts'
import type { Input, Reading } from './reading.ts'

/**
 * One tap after the other, or numbers of the list: the most important first. The last one left takes the last place by
 * itself; the whole order typed at once counts whatever was tapped before.
 */
export function readRank(form: Form, leaf: Leaf, input: Input, typed: string | undefined): Reading {
  const offered = form.offered(leaf)
  const before = rankedSoFar(form, leaf)
  if (input.type === 'undo') return { value: before.slice(0, -1).join(' '), stays: true }
  if (input.type === 'choice') {
    const reading = chosenOption(form, leaf, input.index)
    if ('problem' in reading) return reading
    return before.includes(reading.value)
      ? { problem: 'needs_rank' }
      : inOrder(offered, [...before, reading.value])
  }
  if (typed === undefined) return { problem: 'needs_rank' }
  const names = typed.split(/[\s,;>.]+/).filter(Boolean)
  const numbered = names.flatMap((number) => offered[Number(number) - 1]?.name ?? [])
  const now = numbered.length === offered.length ? numbered : [...before, ...numbered]
  const isSound = names.length > 0 && numbered.length === names.length && new Set(now).size === now.length
  return isSound ? inOrder(offered, now) : { problem: 'needs_rank' }
}

function inOrder(offered: readonly Option[], names: readonly string[]): Reading {
  const ranked = new Set(names)
  const left = offered.filter(({ name }) => !ranked.has(name))
  if (left.length > 1) return { value: names.join(' '), stays: true }
  return { value: [...names, ...left.map(({ name }) => name)].join(' ') }
}
