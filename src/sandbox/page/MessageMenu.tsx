import { useEffect, useRef } from 'preact/hooks'
import { MenuItems } from './Menu.tsx'
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
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isOpen) return
    root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    const close = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', close)
    return () => document.removeEventListener('pointerdown', close)
  }, [isOpen, setOpen])

  const isOwn = message.from === person
  const { id, chat, text } = message
  const items = [
    { label: 'Balas', act: () => intend({ kind: 'reply', message }) },
    ...(text ? [{ label: 'Salin teks', act: () => void navigator.clipboard.writeText(text) }] : []),
    ...(isOwn && text ? [{ label: 'Ubah', act: () => intend({ kind: 'edit', message }) }] : []),
    ...(isOwn
      ? [
          {
            label: 'Hapus',
            act: () => void page.act(person, { do: 'delete', as: person, chat, message: id }),
          },
        ]
      : []),
    ...(showOldKeyboard ? [{ label: 'Tombol lama', act: showOldKeyboard }] : []),
  ]

  return (
    <div
      class={`message-menu${isOpen ? ' is-open' : ''}`}
      ref={root}
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
    >
      <button
        type="button"
        class="icon"
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
