import type { Form } from './form.ts'
import { itemBefore } from './interview.ts'
import type { Item, Scope, Series } from './nodes.ts'

/** A repeat, and the last of its instances, which alone can go without the others changing their places. */
export interface NewestInstance {
  series: Series
  instance: Scope
  /** Whether the item it was found by is the first that is asked in it. */
  isAtFirst: boolean
}

/**
 * The innermost repeat in whose last instance an item stands; nothing when it stands in none, or when how often the
 * repeat is there is not for people to say.
 */
export function newestInstance(form: Form, item: Item): NewestInstance | undefined {
  for (let scope: Scope | undefined = item.parent; scope; scope = scope.parent) {
    if (scope.row.kind !== 'repeat') continue
    const series = scope.parent?.slots[scope.parent.row.childNamed.get(scope.name) ?? -1]
    if (series?.kind !== 'series' || series.row.repeatCount) return undefined
    if (scope.place !== series.instances().length) return undefined
    const before = itemBefore(form, item)
    return { series, instance: scope, isAtFirst: !before?.path.startsWith(scope.prefix) }
  }
  return undefined
}
