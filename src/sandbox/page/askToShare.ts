import type { Persona } from '../protocol.ts'
import type { Page } from './page.ts'

/** Rimbo Bujang, Tebo: somewhere a survey may well be answered from. */
const somewhere = { latitude: '-1.4506', longitude: '102.1153' }
const inventedPhone = '+6281200000000'

/** Asks whether the bot may have this person's telephone number, and sends it. Tells whether it was sent. */
export async function askContact(page: Page, person: Persona, chat: number): Promise<boolean> {
  const values = await page.ask({
    title: 'Bagikan nomor telepon?',
    text: `Nomor ${person.firstName} akan dikirim ke obrolan ini.`,
    fields: [{ name: 'phone', label: 'Nomor', value: person.phone ?? inventedPhone, isRequired: true }],
    confirm: 'Bagikan',
  })
  if (!values?.phone) return false
  const { id, firstName } = person
  return page.act(id, { do: 'send-contact', as: id, chat, phone: values.phone, firstName, person: id })
}

/** Asks for a place and sends it as a location. Tells whether it was sent. */
export async function askLocation(
  page: Page,
  person: Persona,
  chat: number,
  thread: number | undefined,
): Promise<boolean> {
  const values = await page.ask({
    title: 'Bagikan lokasi?',
    fields: [
      { name: 'latitude', label: 'Lintang', kind: 'number', value: somewhere.latitude, isRequired: true },
      { name: 'longitude', label: 'Bujur', kind: 'number', value: somewhere.longitude, isRequired: true },
    ],
    confirm: 'Bagikan',
  })
  if (!values) return false
  return page.act(person.id, {
    do: 'send-location',
    as: person.id,
    chat,
    latitude: Number(values.latitude),
    longitude: Number(values.longitude),
    ...(thread && { thread }),
  })
}
