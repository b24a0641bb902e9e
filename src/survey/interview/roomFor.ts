import { MOST_IN_ALL, MOST_INSTANCES } from './instances.ts'
import type { Scope, Series } from './nodes.ts'

/** Instances that a repeat may have, when those around it share what there may be in all. */
export function roomFor({ parent }: Series): number {
  let room = MOST_IN_ALL
  for (let scope: Scope | undefined = parent; scope?.parent; scope = scope.parent)
    if (scope.row.kind === 'repeat') room = Math.floor(room / scope.parent.children(scope.name).length)
  return Math.min(MOST_INSTANCES, Math.max(1, room))
}
