import { useState } from 'preact/hooks'
import { type MenuItem, MenuItems } from './MenuItems.tsx'

/** A button that opens a short list of things to do. */
export function Menu(props: { label: string; face: string; items: MenuItem[]; opensUp?: boolean }) {
  const { label, face, items, opensUp = false } = props
  const [isOpen, setOpen] = useState(false)
  return (
    <div class={`menu${opensUp ? ' opens-up' : ''}`}>
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
