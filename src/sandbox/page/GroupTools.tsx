import type { SandboxState } from '../protocol.ts'
import { isMember } from './chatsOf.ts'
import type { Column } from './columns.ts'
import { fullName } from './fullName.ts'
import { usePage } from './page.ts'

const statuses = [
  { value: 'administrator', label: 'Pengurus' },
  { value: 'member', label: 'Anggota' },
  { value: 'left', label: 'Keluar' },
  { value: 'kicked', label: 'Dikeluarkan' },
] as const

const kinds = { private: '', group: 'grup', supergroup: 'supergrup', channel: 'kanal' }

/** For the group that is open: members and their status, topics, migration. Nothing in a private chat. */
export function GroupTools({ sandbox, active }: { sandbox: SandboxState; active: Column }) {
  const page = usePage()
  const chat = sandbox.chats.find((known) => known.id === active.chat)
  if (!chat || chat.kind === 'private') return null
  const as = active.person
  const createTopic = async () => {
    const values = await page.ask({
      title: 'Topik baru',
      fields: [{ name: 'name', label: 'Nama', isRequired: true }],
      confirm: 'Buat',
    })
    if (values?.name) await page.act(as, { do: 'create-topic', as, chat: chat.id, name: values.name })
  }
  const { thread } = active

  return (
    <section>
      <h3>
        {chat.title} <small>{kinds[chat.kind]}</small>
      </h3>
      <ul class="members" aria-label="Anggota">
        {sandbox.personas.map((persona) => {
          const status = chat.members.find((member) => member.person === persona.id)?.status ?? 'left'
          return (
            <li key={persona.id}>
              <span>{persona.isBot ? `${fullName(persona)} (bot)` : fullName(persona)}</span>
              {status === 'creator' ? (
                <small>Pembuat</small>
              ) : (
                <select
                  aria-label={`Status ${fullName(persona)}`}
                  value={status}
                  onChange={(event) => {
                    const chosen = statuses.find(({ value }) => value === event.currentTarget.value)
                    if (!chosen) return
                    void page.act(as, {
                      do: 'set-status',
                      as,
                      chat: chat.id,
                      person: persona.id,
                      status: chosen.value,
                    })
                  }}
                >
                  {statuses.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              )}
            </li>
          )
        })}
      </ul>
      <div class="tools">
        {isMember(chat, as) ? (
          <button
            type="button"
            class="quiet"
            onClick={() => void page.act(as, { do: 'leave', as, chat: chat.id })}
          >
            Keluar dari grup
          </button>
        ) : (
          <button
            type="button"
            class="quiet"
            onClick={() => void page.act(as, { do: 'join', as, chat: chat.id })}
          >
            Gabung
          </button>
        )}
        {chat.isForum && (
          <button type="button" class="quiet" onClick={() => void createTopic()}>
            Topik baru…
          </button>
        )}
        {chat.isForum && thread !== undefined && thread > 1 && (
          <button
            type="button"
            class="quiet"
            onClick={() => void page.act(as, { do: 'close-topic', as, chat: chat.id, thread })}
          >
            Tutup topik ini
          </button>
        )}
        {chat.kind === 'group' && (
          <button
            type="button"
            class="quiet"
            onClick={() => void page.act(as, { do: 'migrate', as, chat: chat.id })}
          >
            Jadikan supergrup
          </button>
        )}
      </div>
    </section>
  )
}
