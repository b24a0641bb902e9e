import type { Cursor } from './cursor.ts'
import { type FunctionDefinition, type Given, MANY, ofValues } from './functionDefinition.ts'
import { shuffled } from './shuffled.ts'
import type { TreeNode } from './tree.ts'
import { numberOf, stringOf, type Value } from './value.ts'

/** Repeats and their instances, and what is evaluated once and kept. */
export const nodeFunctions: Record<string, FunctionDefinition> = {
  count: ofNodes((nodes) => nodes.length),
  'count-non-empty': ofNodes((nodes) => nodes.filter((node) => stringOf(node.value()) !== '').length),
  position: {
    least: 0,
    most: 1,
    build:
      ([given]) =>
      (cursor) =>
        given ? (given.nodes?.(cursor)[0]?.place ?? Number.NaN) : cursor.place,
  },
  last: {
    least: 0,
    most: 0,
    build:
      () =>
      ({ size }) =>
        size,
  },
  current: {
    least: 0,
    most: 0,
    build:
      () =>
      ({ current }) => [current],
  },
  /** Only as the beginning of a path, which knows the list. */
  instance: { least: 1, most: 1, build: () => () => [] },
  /** `indexed-repeat(${name}, ${group}, 2)`: that question in the second instance. */
  'indexed-repeat': {
    least: 3,
    most: 9,
    build:
      ([wanted, ...levels]) =>
      (cursor) => {
        const all = wanted?.nodes?.(cursor) ?? []
        const chosen = chosenInstances(levels, cursor)
        const found = allOf(all, wanted, levels, cursor).find((node) =>
          chosen.every((instance) => instance !== undefined && isWithin(node, instance)),
        )
        return found?.value() ?? ''
      },
  },
  once: {
    least: 1,
    most: 1,
    isFrozen: true,
    build:
      ([given]) =>
      (cursor) => {
        const kept = cursor.world.kept(cursor.current)
        return stringOf(kept) === '' ? (given?.value(cursor) ?? '') : kept
      },
  },
  random: {
    least: 0,
    most: 0,
    isFrozen: true,
    build:
      () =>
      ({ world }) =>
        world.random(),
  },
  uuid: {
    least: 0,
    most: 1,
    isFrozen: true,
    build:
      () =>
      ({ world }) =>
        uuidFrom(() => world.random()),
  },
  randomize: {
    least: 1,
    most: 2,
    build:
      ([given, seed]) =>
      (cursor) =>
        shuffled(
          given?.nodes?.(cursor) ?? [],
          seed ? numberOf(seed.value(cursor)) : cursor.world.random() * 2 ** 31,
        ),
  },
  /** A chat brings no further files along. */
  pulldata: ofValues([4, 4], () => ''),
  property: ofValues([1, 1], () => ''),
}

function ofNodes(compute: (nodes: readonly TreeNode[]) => Value): FunctionDefinition {
  return {
    least: 1,
    most: MANY,
    build: (given) => (cursor) => compute(given.flatMap(({ nodes }) => nodes?.(cursor) ?? [])),
  }
}

/** The instances that the pairs of repeat and index stand for, from the outermost on. */
function chosenInstances(levels: readonly Given[], cursor: Cursor): (TreeNode | undefined)[] {
  const chosen: (TreeNode | undefined)[] = []
  for (let at = 0; at + 1 < levels.length; at += 2) {
    const index = numberOf(levels[at + 1]?.value(cursor) ?? '')
    const around = chosen.at(-1)
    const instances = instancesOf(levels[at], cursor).filter((node) => !around || isWithin(node, around))
    chosen.push(instances[index - 1])
  }
  return chosen
}

/** All instances, also those beside the one that the expression stands in. */
function instancesOf(repeat: Given | undefined, cursor: Cursor): readonly TreeNode[] {
  const seen = repeat?.nodes?.(cursor) ?? []
  return [...new Set(seen.flatMap((node) => node.parent?.children(node.name) ?? [node]))]
}

/** The wanted question in all instances: seen from inside the repeat, its name means only the one beside. */
function allOf(
  seen: readonly TreeNode[],
  wanted: Given | undefined,
  levels: readonly Given[],
  cursor: Cursor,
): readonly TreeNode[] {
  const name = wanted?.syntax.kind === 'reference' ? wanted.syntax.name : seen[0]?.name
  if (name === undefined) return seen
  const innermost = levels[levels.length - 2]
  return instancesOf(innermost, cursor).flatMap((instance) => descendants(instance, name))
}

function descendants(node: TreeNode, name: string): readonly TreeNode[] {
  const own = node.children(name)
  return own.length > 0 ? own : node.children('*').flatMap((child) => descendants(child, name))
}

function isWithin(node: TreeNode, instance: TreeNode): boolean {
  for (let at: TreeNode | undefined = node; at; at = at.parent) if (at === instance) return true
  return false
}

/** A version-4 UUID (RFC 9562) from random numbers. */
function uuidFrom(random: () => number): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (letter) => {
    const digit = Math.floor(random() * 16)
    return (letter === 'x' ? digit : (digit % 4) + 8).toString(16)
  })
}
