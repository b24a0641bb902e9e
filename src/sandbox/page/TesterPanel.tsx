import type { SandboxState } from '../protocol.ts'
import type { Column } from './columns.ts'
import { FaultForm } from './FaultForm.tsx'
import { fullName } from './fullName.ts'
import { GroupTools } from './GroupTools.tsx'
import { usePage } from './page.ts'
import { createGroup, createPerson } from './testerForms.ts'

/** Everything a tester may do to people, groups and the connection. */
export function TesterPanel({ sandbox, active }: { sandbox: SandboxState; active: Column }) {
  const page = usePage()
  const as = active.person
  const person = sandbox.personas.find((persona) => persona.id === as)
  if (!person) return null
  const setLanguage = async () => {
    const values = await page.ask({
      title: `Bahasa ${person.firstName}`,
      fields: [
        { name: 'language', label: 'Kode bahasa', value: person.languageCode ?? 'id', hint: 'id, en, jv, …' },
      ],
      confirm: 'Simpan',
    })
    if (values) await page.act(as, { do: 'set-language', as, languageCode: values.language ?? '' })
  }

  return (
    <div class="tester">
      <section>
        <h3>Batas Telegram</h3>
        <label class="switch">
          <input
            type="checkbox"
            checked={sandbox.limits}
            onChange={(event) => void page.act(as, { do: 'set-limits', limits: event.currentTarget.checked })}
          />
          Terapkan batas kiriman (30/detik, 1/detik per obrolan)
        </label>
      </section>
      <section>
        <h3>
          {fullName(person)} <small>{person.languageCode ?? 'tanpa bahasa'}</small>
        </h3>
        <div class="tools">
          {person.blocksBot ? (
            <Tool label="Buka blokir bot" act={() => page.act(as, { do: 'unblock-bot', as })} />
          ) : (
            <Tool label="Blokir bot" act={() => page.act(as, { do: 'block-bot', as })} />
          )}
          <Tool label="Nonaktifkan akun" act={() => page.act(as, { do: 'deactivate', as })} />
          <Tool label="Ganti bahasa…" act={setLanguage} />
          <Tool label="Orang baru…" act={() => createPerson(page, as)} />
          <Tool label="Grup baru…" act={() => createGroup(page, sandbox, as)} />
        </div>
      </section>
      <GroupTools sandbox={sandbox} active={active} />
      <section>
        <h3>Kiriman ke bot</h3>
        <div class="tools">
          <Tool
            label="Kirim ulang update terakhir"
            act={() => page.act(as, { do: 'redeliver-last-update' })}
          />
        </div>
      </section>
      <FaultForm person={as} />
    </div>
  )
}

function Tool({ label, act }: { label: string; act(): Promise<unknown> }) {
  return (
    <button type="button" class="quiet" onClick={() => void act()}>
      {label}
    </button>
  )
}
