import type { ChatView, MessageView, Persona, SandboxState } from '../protocol.ts'
import { Composer } from './Composer.tsx'
import type { Intent } from './Conversation.tsx'
import { isMember, topicsOf } from './chatsOf.ts'
import type { Column } from './columns.ts'
import { usePage } from './page.ts'
import { StartPanel } from './StartPanel.tsx'

interface ChatFootProps {
  sandbox: SandboxState
  column: Column
  person: Persona
  chat: ChatView
  messages: MessageView[]
  intent: Intent | undefined
  intend(intent: Intent | undefined): void
}

/** Below the messages: the input, or the one big button that has to be pressed before there is any. */
export function ChatFoot(props: ChatFootProps) {
  const { column, person, chat } = props
  const page = usePage()
  const as = person.id
  const topic = topicsOf(chat).find((known) => known.id === (column.thread ?? 1))

  if (person.isDeactivated) return <p class="foot-note">Akun ini sudah dinonaktifkan.</p>
  if (chat.kind === 'private' && person.blocksBot) {
    return <BigButton label="Buka blokir" act={() => void page.act(as, { do: 'unblock-bot', as })} />
  }
  if (chat.kind === 'private' && (column.payload !== undefined || !person.startedBot)) {
    return <StartPanel column={column} person={person} />
  }
  if (chat.kind !== 'private' && !isMember(chat, as)) {
    return <BigButton label="Gabung" act={() => void page.act(as, { do: 'join', as, chat: chat.id })} />
  }
  if (topic?.isClosed) {
    return (
      <BigButton
        label="Topik ditutup · Buka lagi"
        act={() => void page.act(as, { do: 'reopen-topic', as, chat: chat.id, thread: topic.id })}
      />
    )
  }
  return <Composer {...props} />
}

function BigButton({ label, act }: { label: string; act(): void }) {
  return (
    <div class="foot">
      <button type="button" class="big" onClick={act}>
        {label}
      </button>
    </div>
  )
}
