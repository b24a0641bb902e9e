import type { SandboxState } from '../protocol.ts'
import { peopleOf } from './chatsOf.ts'
import type { Column } from './columns.ts'
import { payloadPattern } from './deepLink.ts'

/**
 * The telephone the page's own address asks for: `?as=siti&start=code` opens Siti's chat with the bot and has
 * MULAI ready. `as` is an id, a username or a first name; `start` alone is for the first person.
 */
export function openingFrom(search: string, state: SandboxState): Column | undefined {
  const query = new URLSearchParams(search)
  const as = query.get('as')?.toLowerCase()
  const payload = query.get('start')
  if (as === undefined && payload === null) return undefined
  const people = peopleOf(state)
  const person = as
    ? people.find(({ id, username, firstName }) =>
        [String(id), username?.toLowerCase(), firstName.toLowerCase()].includes(as.replace(/^@/, '')),
      )
    : people[0]
  if (!person) return undefined
  const isSound = payload !== null && new RegExp(`^${payloadPattern}$`).test(payload)
  return { key: 1, person: person.id, chat: person.id, ...(isSound && { payload }) }
}
