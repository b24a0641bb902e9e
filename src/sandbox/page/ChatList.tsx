import type { ChatView, Persona, SandboxState } from '../protocol.ts'
import { Avatar } from './Avatar.tsx'
import { chatsOf, groupsWithout, messagesIn, readKey, topicsOf, unreadCount } from './chatsOf.ts'
import { type Column, withChat } from './columns.ts'
import { describeMessage } from './describeMessage.ts'
import { usePage } from './page.ts'
import type { PageModel } from './pageModel.ts'
import { showHourOrDay } from './showTime.ts'
import { Unread } from './Unread.tsx'

/** One person's chats: the bot, their groups, a forum's topics under it, and groups they could join. */
export function ChatList(props: {
  model: PageModel
  sandbox: SandboxState
  active: Column
  person: Persona
}) {
  const { model, sandbox, active, person } = props
  const page = usePage()
  const open = (chat: ChatView, thread?: number) =>
    page.changeColumns((columns) => withChat(columns, active.key, chat.id, thread))

  return (
    <>
      <h2>Obrolan {person.firstName}</h2>
      <ul class="chats" aria-label={`Obrolan ${person.firstName}`}>
        {chatsOf(sandbox, person.id).map((chat) => {
          const title = chat.kind === 'private' ? sandbox.bot.name : chat.title
          const isOpen = chat.id === active.chat
          return (
            <li key={chat.id}>
              <Entry
                chat={chat}
                title={title}
                thread={undefined}
                isOpen={isOpen && !chat.isForum}
                model={model}
                sandbox={sandbox}
                person={person.id}
                open={() => open(chat, chat.isForum ? 1 : undefined)}
              />
              {chat.isForum && (
                <ul class="topics" aria-label={`Topik ${chat.title}`}>
                  {topicsOf(chat).map((topic) => (
                    <li key={topic.id}>
                      <button
                        type="button"
                        class="entry is-topic"
                        aria-current={isOpen && (active.thread ?? 1) === topic.id}
                        onClick={() => open(chat, topic.id)}
                      >
                        <span class="topic-mark" aria-hidden="true">
                          {topic.isClosed ? '🔒' : '#'}
                        </span>
                        <span class="entry-words">{topic.name}</span>
                        <Unread count={unread(chat, topic.id, person.id, model)} />
                      </button>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
        {groupsWithout(sandbox, person.id).map((chat) => (
          <li key={chat.id} class="is-outside">
            <span class="entry">
              <Avatar id={chat.id} name={chat.title} />
              <span class="entry-words">
                <b>{chat.title}</b>
                <small>Bukan anggota</small>
              </span>
            </span>
            <button
              type="button"
              class="quiet"
              onClick={() => void page.act(person.id, { do: 'join', as: person.id, chat: chat.id })}
            >
              Gabung
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

interface EntryProps {
  chat: ChatView
  title: string
  thread: number | undefined
  isOpen: boolean
  model: PageModel
  sandbox: SandboxState
  person: number
  open(): void
}

function Entry({ chat, title, thread, isOpen, model, sandbox, person, open }: EntryProps) {
  const last = chat.messages.at(-1)
  return (
    <button type="button" class="entry" aria-label={title} aria-current={isOpen} onClick={open}>
      <Avatar id={chat.kind === 'private' ? sandbox.bot.id : chat.id} name={title} />
      <span class="entry-words">
        <b>{title}</b>
        <small>{last ? describeMessage(last) : chat.kind === 'private' ? 'bot' : 'Belum ada pesan'}</small>
      </span>
      <span class="entry-side">
        {last && <small>{showHourOrDay(last.at, sandbox.now)}</small>}
        {!chat.isForum && <Unread count={unread(chat, thread, person, model)} />}
      </span>
    </button>
  )
}

function unread(chat: ChatView, thread: number | undefined, person: number, { read }: PageModel): number {
  return unreadCount(messagesIn(chat, thread), person, read[readKey(person, chat.id, thread)] ?? 0)
}
