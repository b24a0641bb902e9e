import type { SandboxState } from '../protocol.ts'
import type { Column } from './columns.ts'
import { Journal } from './Journal.tsx'
import { usePage } from './page.ts'
import { TesterPanel } from './TesterPanel.tsx'

export interface DrawerProps {
  sandbox: SandboxState
  active: Column
  tab: 'journal' | 'tester'
}

/** The panel at the right for the curious and for testers. */
export function Drawer({ sandbox, active, tab }: DrawerProps) {
  const page = usePage()
  return (
    <aside class="drawer" aria-label={tab === 'journal' ? 'Jurnal' : 'Untuk penguji'}>
      <header>
        <h2>{tab === 'journal' ? 'Jurnal' : 'Untuk penguji'}</h2>
        <button
          type="button"
          class="icon"
          aria-label="Tutup panel"
          onClick={() => page.change(() => ({ drawer: undefined }))}
        >
          ✕
        </button>
      </header>
      {tab === 'journal' ? (
        <Journal entries={sandbox.journal} />
      ) : (
        <TesterPanel sandbox={sandbox} active={active} />
      )}
    </aside>
  )
}
