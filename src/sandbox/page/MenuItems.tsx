import { useEffect, useRef } from 'preact/hooks'

export interface MenuItem {
  label: string
  act(): void
}

/** An open menu: arrows move in it, and Escape, a choice, or a tap outside its parent closes it. */
export function MenuItems({ label, items, close }: { label: string; items: MenuItem[]; close(): void }) {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const parent = root.current?.parentElement
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !parent?.contains(event.target)) close()
    }
    document.addEventListener('pointerdown', closeOutside)
    return () => document.removeEventListener('pointerdown', closeOutside)
  }, [close])
  useEffect(() => {
    root.current?.querySelector('button')?.focus()
    root.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  return (
    <div
      class="menu-items"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      ref={root}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moveFocus(event, root.current)
      }}
    >
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
  const buttons = [...(root?.querySelectorAll('button') ?? [])]
  const { activeElement } = document
  const at = activeElement instanceof HTMLButtonElement ? buttons.indexOf(activeElement) : -1
  const step = event.key === 'ArrowDown' ? 1 : -1
  buttons.at((at + step) % buttons.length)?.focus()
  event.preventDefault()
}
