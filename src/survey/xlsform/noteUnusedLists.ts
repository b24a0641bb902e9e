import { UNIT_SERVICES } from '../definition/definition.ts'
import type { FormPlace } from './formProblem.ts'
import type { Lists } from './lists.ts'
import type { ProblemList } from './problemList.ts'
import type { TextSheet } from './textSheet.ts'

const MOST_NAMED = 20

/** Tells the lists that neither a question nor an `instance('list')` names. */
export function noteUnusedLists(
  lists: Lists,
  survey: TextSheet | undefined,
  place: FormPlace,
  problems: ProblemList,
): void {
  const unused = lists.unused().filter((list) => list !== UNIT_SERVICES)
  if (unused.length === 0) return
  const named = new Set<string>()
  for (const { cells } of survey?.rows ?? [])
    for (const cell of cells) {
      if (!cell.includes('instance(')) continue
      for (const [, name = ''] of cell.matchAll(/instance\(\s*['"‘’“”]([^'"‘’“”]{1,200})['"‘’“”]\s*\)/g))
        named.add(name)
    }
  const left = unused.filter((list) => !named.has(list))
  if (left.length === 0) return
  const told = left.slice(0, MOST_NAMED).join(', ')
  problems.warn(place, { code: 'unused_lists', lists: left.length > MOST_NAMED ? `${told}, …` : told })
}
