import type { SandboxState } from '../protocol.ts'
import { peopleOf } from './chatsOf.ts'
import { fullName } from './fullName.ts'
import type { Page } from './page.ts'

/** Asks for a new person's particulars and creates them. */
export async function createPerson(page: Page, as: number): Promise<void> {
  const values = await page.ask({
    title: 'Orang baru',
    fields: [
      { name: 'firstName', label: 'Nama depan', isRequired: true },
      { name: 'lastName', label: 'Nama belakang' },
      { name: 'username', label: 'Username', pattern: '[A-Za-z][A-Za-z0-9_]{3,31}' },
      { name: 'languageCode', label: 'Kode bahasa', value: 'id' },
      { name: 'phone', label: 'Telepon' },
      { name: 'about', label: 'Keterangan', hint: 'Misalnya: Warga, Rimbo Bujang' },
    ],
    confirm: 'Buat',
  })
  if (!values) return
  const { firstName = '', ...others } = values
  const filledIn = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== ''))
  await page.act(as, { do: 'create-person', firstName, ...filledIn })
}

/** Asks for a new group's name, kind and members and creates it. */
export async function createGroup(page: Page, sandbox: SandboxState, as: number): Promise<void> {
  const others = sandbox.personas.filter((persona) => persona.id !== as)
  const values = await page.ask({
    title: 'Grup baru',
    fields: [
      { name: 'title', label: 'Nama', isRequired: true },
      {
        name: 'kind',
        label: 'Jenis',
        kind: 'select',
        value: 'supergroup',
        options: [
          { value: 'group', label: 'Grup biasa' },
          { value: 'supergroup', label: 'Supergrup' },
          { value: 'forum', label: 'Forum dengan topik' },
        ],
      },
      ...others.map((persona) => ({
        name: `member-${persona.id}`,
        label: persona.isBot ? `${fullName(persona)} (bot)` : fullName(persona),
        kind: 'checkbox' as const,
        value: 'yes',
      })),
    ],
    confirm: 'Buat',
  })
  if (!values) return
  const members = others.filter(({ id }) => values[`member-${id}`] === 'yes').map(({ id }) => id)
  await page.act(as, {
    do: 'create-group',
    as,
    title: values.title ?? '',
    kind: values.kind === 'group' ? 'group' : 'supergroup',
    isForum: values.kind === 'forum',
    members: peopleOf(sandbox).some(({ id }) => id === as) ? [as, ...members] : members,
  })
}
