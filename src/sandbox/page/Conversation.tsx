import { useEffect, useMemo, useState } from 'preact/hooks'
import type { ChatView, MessageView, Persona, SandboxState } from '../protocol.ts'
import { ChatFoot } from './ChatFoot.tsx'
import { ChatHeader } from './ChatHeader.tsx'
import { messagesIn, readKey } from './chatsOf.ts'
import type { Column } from './columns.ts'
import { MessageList } from './MessageList.tsx'
import { Notices } from './Notices.tsx'
import { usePage } from './page.ts'
import type { PageModel } from './pageModel.ts'

/** What the next message does: answers an older one, or takes its place. */
export interface Intent {
  kind: 'reply' | 'edit'
  message: MessageView
}

interface ConversationProps {
  model: PageModel
  sandbox: SandboxState
  column: Column
  person: Persona
  chat: ChatView
}

/** One chat as one person sees it. */
export function Conversation({ model, sandbox, column, person, chat }: ConversationProps) {
  const page = usePage()
  const [intent, setIntent] = useState<Intent | undefined>()
  const { thread } = column
  const messages = useMemo(() => messagesIn(chat, thread), [chat, thread])

  const key = readKey(person.id, chat.id, thread)
  const last = messages.at(-1)?.id ?? 0
  useEffect(() => {
    page.change(({ read }) => ((read[key] ?? 0) < last ? { read: { ...read, [key]: last } } : {}))
  }, [page, key, last])

  // The bot may ask for a reply: then answering is what the next message does, until it was done or waved away.
  const { replyPanel } = chat
  const asked = replyPanel?.kind === 'force-reply' ? replyPanel.message : undefined
  const toAnswer = messages.find((message) => message.id === asked)
  useEffect(() => {
    if (!toAnswer) return
    const isAnswered = messages.some(({ from, id }) => from === person.id && id > toAnswer.id)
    if (!isAnswered) setIntent({ kind: 'reply', message: toAnswer })
  }, [toAnswer?.id])

  return (
    <div class="conversation">
      <ChatHeader sandbox={sandbox} column={column} person={person} chat={chat} readAt={model.clockReadAt} />
      <Notices notices={model.notices} person={person.id} />
      <MessageList
        model={model}
        sandbox={sandbox}
        column={column}
        person={person}
        chat={chat}
        messages={messages}
        intend={setIntent}
      />
      <ChatFoot
        sandbox={sandbox}
        column={column}
        person={person}
        chat={chat}
        messages={messages}
        intent={intent}
        intend={setIntent}
      />
    </div>
  )
}
