import type { SandboxState } from '../protocol.ts'
import { peopleOf } from './chatsOf.ts'
import { type Column, withPerson } from './columns.ts'
import { fullName } from './fullName.ts'
import { usePage } from './page.ts'
import type { PageModel } from './pageModel.ts'
import { SandboxClock } from './SandboxClock.tsx'

/** The slim bar: whose telephone, what time it is, and the drawer for the curious. */
export function TopBar(props: { model: PageModel; sandbox: SandboxState; active: Column }) {
  const { model, sandbox, active } = props
  const page = usePage()
  const toggle = (tab: 'journal' | 'tester') =>
    page.change(({ drawer }) => ({ drawer: drawer === tab ? undefined : tab }))

  return (
    <header class="top-bar">
      <h1>
        Suluh <span>· Telegram di komputer ini</span>
      </h1>
      <label class="persona-switch">
        <span>Sebagai</span>
        <select
          value={String(active.person)}
          aria-label="Sebagai siapa"
          onChange={(event) => {
            const person = Number(event.currentTarget.value)
            page.changeColumns((columns) => withPerson(columns, active.key, person))
          }}
        >
          {peopleOf(sandbox).map((persona) => (
            <option key={persona.id} value={String(persona.id)}>
              {fullName(persona)}
            </option>
          ))}
        </select>
      </label>
      <SandboxClock
        now={sandbox.now}
        isMoved={sandbox.isMoved}
        readAt={model.clockReadAt}
        person={active.person}
      />
      <nav class="drawer-toggles" aria-label="Panel">
        <button type="button" aria-pressed={model.drawer === 'journal'} onClick={() => toggle('journal')}>
          Jurnal
        </button>
        <button type="button" aria-pressed={model.drawer === 'tester'} onClick={() => toggle('tester')}>
          Penguji
        </button>
      </nav>
    </header>
  )
}
