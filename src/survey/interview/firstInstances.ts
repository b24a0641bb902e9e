import type { Scope, Series } from './nodes.ts'

/** A repeat begins with one instance, but not inside an instance that was added (ODK's templates are empty). */
export function firstInstances({ parent }: Series): number {
  for (let scope: Scope | undefined = parent; scope; scope = scope.parent) if (scope.place > 1) return 0
  return 1
}
