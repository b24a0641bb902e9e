import type { SandboxState } from '../protocol.ts'
import { Avatar } from './Avatar.tsx'
import { ChatList } from './ChatList.tsx'
import { chatsOf, messagesIn, peopleOf, readKey, topicsOf, unreadCount } from './chatsOf.ts'
import { type Column, withColumn, withPerson } from './columns.ts'
import { isNarrow } from './firstColumn.ts'
import { fullName } from './fullName.ts'
import { usePage } from './page.ts'
import type { PageModel } from './pageModel.ts'
import { Unread } from './Unread.tsx'

/** People, and the chats of the one whose telephone is in hand. */
export function Sidebar(props: { model: PageModel; sandbox: SandboxState; active: Column }) {
  const { model, sandbox, active } = props
  const page = usePage()
  const people = peopleOf(sandbox)
  const person = people.find((persona) => persona.id === active.person)

  return (
    <aside class="sidebar" aria-label="Daftar">
      <h2>Orang</h2>
      <ul class="people" aria-label="Orang">
        {people.map((persona) => (
          <li key={persona.id} class={persona.id === active.person ? 'is-chosen' : ''}>
            <button
              type="button"
              class="entry"
              aria-pressed={persona.id === active.person}
              onClick={() => page.changeColumns((c) => withPerson(c, active.key, persona.id, isNarrow()))}
            >
              <Avatar id={persona.id} name={fullName(persona)} />
              <span class="entry-words">
                <b>{fullName(persona)}</b>
                <small>{stateOf(persona) ?? persona.about ?? `@${persona.username ?? persona.id}`}</small>
              </span>
              <Unread count={unreadOf(sandbox, persona.id, model.read)} />
            </button>
            <button
              type="button"
              class="beside"
              title="Buka telepon ini di samping"
              aria-label={`Buka ${fullName(persona)} di samping`}
              onClick={() => page.changeColumns((columns) => withColumn(columns, persona.id))}
            />
          </li>
        ))}
      </ul>
      {person && <ChatList model={model} sandbox={sandbox} active={active} person={person} />}
    </aside>
  )
}

function stateOf(persona: SandboxState['personas'][number]): string | undefined {
  if (persona.isDeactivated) return 'Akun dinonaktifkan'
  if (persona.blocksBot) return 'Memblokir bot'
  return undefined
}

function unreadOf(sandbox: SandboxState, person: number, read: PageModel['read']): number {
  let count = 0
  for (const chat of chatsOf(sandbox, person)) {
    const threads = chat.isForum ? topicsOf(chat).map((topic) => topic.id) : [undefined]
    for (const thread of threads) {
      count += unreadCount(messagesIn(chat, thread), person, read[readKey(person, chat.id, thread)] ?? 0)
    }
  }
  return count
}
