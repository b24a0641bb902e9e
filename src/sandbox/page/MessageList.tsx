import type { ChatView, MessageView, Persona, SandboxState } from '../protocol.ts'
import type { Intent } from './Conversation.tsx'
import type { Column } from './columns.ts'
import { MessageRow } from './MessageRow.tsx'
import type { PageModel } from './pageModel.ts'
import { isSameDay, showDay } from './showTime.ts'
import { useEndInView } from './useEndInView.ts'

const noPresses: never[] = []

interface MessageListProps {
  model: PageModel
  sandbox: SandboxState
  column: Column
  person: Persona
  chat: ChatView
  messages: MessageView[]
  intend(intent: Intent): void
}

/** The messages. New ones scroll into view only for a reader who is at the end. */
export function MessageList(props: MessageListProps) {
  const { model, sandbox, column, person, chat, messages, intend } = props
  const { list, isAway, onScroll } = useEndInView(messages, person.id)
  const presses = model.presses.open.filter((press) => press.person === person.id && press.chat === chat.id)
  return (
    <div class="messages-frame">
      <div class="messages" role="log" aria-label="Pesan" ref={list} onScroll={onScroll}>
        {messages.length === 0 && <EmptyChat sandbox={sandbox} chat={chat} />}
        {messages.map((message, index) => {
          const before = messages[index - 1]
          const isNewDay = !before || !isSameDay(before.at, message.at)
          const own = presses.filter((press) => press.message === message.id)
          return (
            <MessageRow
              key={message.id}
              message={message}
              day={isNewDay ? showDay(message.at) : undefined}
              isFollowing={!isNewDay && before?.from === message.from && !before.service}
              repliedTo={repliedTo(messages, message)}
              personas={sandbox.personas}
              botUsername={sandbox.bot.username}
              column={column}
              person={person.id}
              isGroup={chat.kind !== 'private'}
              presses={own.length > 0 ? own : noPresses}
              oldKeyboards={model.oldKeyboards[`${chat.id}:${message.id}`]}
              intend={intend}
            />
          )
        })}
      </div>
      {isAway && (
        <button
          type="button"
          class="to-end"
          aria-label="Ke pesan terakhir"
          onClick={() => list.current?.scrollTo({ top: list.current.scrollHeight, behavior: 'smooth' })}
        >
          ↓
        </button>
      )}
    </div>
  )
}

function EmptyChat({ sandbox, chat }: { sandbox: SandboxState; chat: ChatView }) {
  const { bot } = sandbox
  if (chat.kind !== 'private') return <p class="empty-chat">Belum ada pesan.</p>
  return (
    <div class="bot-description">
      <h3>Apa yang dapat dilakukan bot ini?</h3>
      <p>{bot.description || bot.shortDescription || 'Bot ini belum memperkenalkan diri.'}</p>
    </div>
  )
}

function repliedTo(messages: MessageView[], message: MessageView): MessageView | undefined {
  return message.replyTo === undefined ? undefined : messages.find((known) => known.id === message.replyTo)
}
