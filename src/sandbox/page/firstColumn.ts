import type { SandboxState } from '../protocol.ts'
import { peopleOf } from './chatsOf.ts'
import type { Column } from './columns.ts'
import { openingFrom } from './openingFrom.ts'

const rememberedAs = 'suluh-columns'

/**
 * What the page opens with: its address, else what this tab showed before a reload, else the first person.
 * Nothing while there is nobody yet, as when the sandbox is just starting.
 */
export function firstColumn(state: SandboxState): Column[] {
  const people = peopleOf(state)
  if (!people[0]) return []
  const asked = openingFrom(location.search, state)
  if (location.search) history.replaceState(null, '', '/')
  if (asked) return [asked]
  const before = remembered()
  if (before.length > 0) return before
  const person = people[0].id
  return [{ key: 1, person, ...(!isNarrow() && { chat: person }) }]
}

/** Lets a reload of this tab come back to the same telephones. */
export function rememberColumns(columns: Column[]): void {
  sessionStorage.setItem(rememberedAs, JSON.stringify(columns))
}

/** Whether the screen shows either the list or one chat. */
export function isNarrow(): boolean {
  return matchMedia('(max-width: 719px)').matches
}

function remembered(): Column[] {
  return JSON.parse(sessionStorage.getItem(rememberedAs) ?? '[]')
}
