import { useEffect, useRef, useState } from 'preact/hooks'

export interface MenuItem {
  label: string
  act(): void
}

/** A button that opens a short list of things to do; closes on Escape, a choice, or a tap elsewhere. */
export function Menu(props: { label: string; face: string; items: MenuItem[]; opensUp?: boolean }) {
  const { label, face, items, opensUp = false } = props
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isOpen) return
    root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    const close = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', close)
    return () => document.removeEventListener('pointerdown', close)
  }, [isOpen])

  return (
    <div
      class={`menu${opensUp ? ' opens-up' : ''}`}
      ref={root}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false)
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moveFocus(event, root.current)
      }}
    >
      <button
        type="button"
        class="icon"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {face}
      </button>
      {isOpen && <MenuItems label={label} items={items} close={() => setOpen(false)} />}
    </div>
  )
}

/** The open list by itself, for menus that have no button. */
export function MenuItems({ label, items, close }: { label: string; items: MenuItem[]; close(): void }) {
  return (
    <div class="menu-items" role="menu" aria-label={label}>
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          onClick={() => {
            close()
            item.act()
          }}
        >
          {item.label}
        </button>
      ))}
    </div>
  )
}

function moveFocus(event: KeyboardEvent, root: HTMLElement | null): void {
  const items = [...(root?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
  const at = items.indexOf(document.activeElement as HTMLElement)
  const step = event.key === 'ArrowDown' ? 1 : -1
  items.at((at + step) % items.length)?.focus()
  event.preventDefault()
}
