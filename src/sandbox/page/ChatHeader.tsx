import { useEffect, useState } from 'preact/hooks'
import type { ChatView, Persona, SandboxState } from '../protocol.ts'
import { Avatar } from './Avatar.tsx'
import { isMember, topicsOf } from './chatsOf.ts'
import { type Column, withChat, withDeepLink } from './columns.ts'
import { payloadPattern } from './deepLink.ts'
import { Menu } from './Menu.tsx'
import { type Page, usePage } from './page.ts'

interface ChatHeaderProps {
  sandbox: SandboxState
  column: Column
  person: Persona
  chat: ChatView
  readAt: number
}

/** Who this chat is with, what the bot is doing just now, and what can be done with the chat. */
export function ChatHeader({ sandbox, column, person, chat, readAt }: ChatHeaderProps) {
  const page = usePage()
  const isPrivate = chat.kind === 'private'
  const topic = topicsOf(chat).find((known) => known.id === (column.thread ?? 1))
  const title = isPrivate ? sandbox.bot.name : chat.title
  const doing = useAction(chat, sandbox.now, readAt)
  const members = chat.members.filter((member) => isMember(chat, member.person)).length
  const about = isPrivate ? 'bot' : topic ? chat.title : `${members} anggota`

  return (
    <header class="chat-header">
      <button
        type="button"
        class="icon back"
        aria-label="Kembali ke daftar"
        onClick={() => page.changeColumns((columns) => withChat(columns, column.key))}
      >
        ←
      </button>
      <Avatar id={isPrivate ? sandbox.bot.id : chat.id} name={title} />
      <div class="chat-title">
        <h2>{topic ? `# ${topic.name}` : title}</h2>
        <small aria-live="polite" class={doing ? 'is-doing' : ''}>
          {doing ?? about}
        </small>
      </div>
      <Menu label="Menu obrolan" face="⋮" items={itemsFor(page, column, person, chat)} />
    </header>
  )
}

const actionWords: Record<string, string> = {
  typing: 'sedang mengetik…',
  upload_photo: 'sedang mengirim foto…',
  upload_document: 'sedang mengirim berkas…',
  record_voice: 'sedang merekam suara…',
  find_location: 'sedang mencari lokasi…',
  choose_sticker: 'sedang memilih stiker…',
}

/** The bot's chat action in words, until its time is over by the sandbox clock. */
function useAction(chat: ChatView, now: string, readAt: number): string | undefined {
  const [, redraw] = useState(0)
  const { action } = chat
  const left = action ? Date.parse(action.until) - (Date.parse(now) + performance.now() - readAt) : 0
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(() => redraw((count) => count + 1), left)
    return () => clearTimeout(timer)
  })
  if (!action || left <= 0) return undefined
  return actionWords[action.action] ?? 'sedang mengirim…'
}

function itemsFor(page: Page, column: Column, person: Persona, chat: ChatView) {
  const as = person.id
  if (chat.kind !== 'private') {
    return isMember(chat, as)
      ? [{ label: 'Keluar dari grup', act: () => void page.act(as, { do: 'leave', as, chat: chat.id }) }]
      : [{ label: 'Gabung', act: () => void page.act(as, { do: 'join', as, chat: chat.id }) }]
  }
  const openDeepLink = async () => {
    const values = await page.ask({
      title: 'Buka tautan dengan kode',
      text: 'Sama seperti menekan tautan t.me/…?start=kode.',
      fields: [
        {
          name: 'payload',
          label: 'Kode',
          pattern: payloadPattern,
          hint: 'Huruf, angka, _ dan -; paling banyak 64',
        },
      ],
      confirm: 'Buka',
    })
    if (values) page.changeColumns((c) => withDeepLink(c, column.key, as, values.payload ?? ''))
  }
  return [
    { label: 'Buka tautan ?start=…', act: () => void openDeepLink() },
    person.blocksBot
      ? { label: 'Buka blokir bot', act: () => void page.act(as, { do: 'unblock-bot', as }) }
      : { label: 'Blokir bot', act: () => void page.act(as, { do: 'block-bot', as }) },
  ]
}
