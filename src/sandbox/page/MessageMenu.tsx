import { MenuItems } from './MenuItems.tsx'
import type { MessageRowProps } from './MessageRow.tsx'
import { usePage } from './page.ts'

interface MessageMenuProps extends MessageRowProps {
  isOpen: boolean
  setOpen(isOpen: boolean): void
  showOldKeyboard: (() => void) | undefined
}

/** What can be done with one message; opened by its "⋯", a right click or a long press. */
export function MessageMenu(props: MessageMenuProps) {
  const { message, person, isOpen, setOpen, showOldKeyboard, intend } = props
  const page = usePage()
  const { id, chat, text } = message
  const isOwn = message.from === person
  const remove = () => void page.act(person, { do: 'delete', as: person, chat, message: id })

  const items = [
    { label: 'Balas', act: () => intend({ kind: 'reply', message }) },
    ...(text ? [{ label: 'Salin teks', act: () => void navigator.clipboard.writeText(text) }] : []),
    ...(isOwn && text ? [{ label: 'Ubah', act: () => intend({ kind: 'edit', message }) }] : []),
    ...(isOwn ? [{ label: 'Hapus', act: remove }] : []),
    ...(showOldKeyboard ? [{ label: 'Tombol lama', act: showOldKeyboard }] : []),
  ]

  return (
    <div class={`message-menu${isOpen ? ' is-open' : ''}`}>
      <button
        type="button"
        class="icon message-more"
        aria-label="Menu pesan"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        ⋯
      </button>
      {isOpen && <MenuItems label="Menu pesan" items={items} close={() => setOpen(false)} />}
    </div>
  )
}
