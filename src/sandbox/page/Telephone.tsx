import type { SandboxState } from '../protocol.ts'
import { ChatList } from './ChatList.tsx'
import { Conversation } from './Conversation.tsx'
import { chatWithId } from './chatsOf.ts'
import type { Column } from './columns.ts'
import { fullName } from './fullName.ts'
import { usePage } from './page.ts'
import type { PageModel } from './pageModel.ts'

interface TelephoneProps {
  model: PageModel
  sandbox: SandboxState
  column: Column
  isActive: boolean
  /** Whether another one stands next to it. */
  isBeside: boolean
}

/** One person's telephone: their open chat, or their list of chats when it stands beside another one. */
export function Telephone({ model, sandbox, column, isActive, isBeside }: TelephoneProps) {
  const page = usePage()
  const person = sandbox.personas.find((persona) => persona.id === column.person)
  if (!person) return null
  const chat = column.chat === undefined ? undefined : chatWithId(sandbox, column.chat)
  const take = () => {
    if (!isActive) page.change(() => ({ active: column.key }))
  }

  return (
    <section
      class={`telephone${isBeside && isActive ? ' is-active' : ''}`}
      aria-label={`Telepon ${fullName(person)}`}
      onPointerDownCapture={take}
      onFocusCapture={take}
    >
      {isBeside && (
        <header class="telephone-strip">
          <b>{fullName(person)}</b>
          <button
            type="button"
            class="icon"
            aria-label={`Tutup telepon ${fullName(person)}`}
            onClick={() => page.changeColumns((columns) => columns.filter(({ key }) => key !== column.key))}
          >
            ✕
          </button>
        </header>
      )}
      {chat ? (
        <Conversation
          key={`${person.id}:${chat.id}:${column.thread ?? 0}`}
          model={model}
          sandbox={sandbox}
          column={column}
          person={person}
          chat={chat}
        />
      ) : (
        <div class="telephone-list">
          <ChatList model={model} sandbox={sandbox} active={column} person={person} />
        </div>
      )}
    </section>
  )
}
