import type { Persona } from '../protocol.ts'
import type { Page } from './page.ts'
import { places } from './places.ts'
import type { Sending } from './sendFiles.ts'

const inventedPhone = '+6281200000000'
/** Metres: how well a phone under the open sky knows where it is. */
const phoneAccuracy = 15

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

/**
 * Asks where the person is and sends it as a location. Tells whether it was sent.
 * @param how `measured` by the phone, which knows how well, or `picked` on the map
 */
export async function askLocation(
  page: Page,
  sending: Sending,
  how: 'measured' | 'picked',
): Promise<boolean> {
  const [first] = places
  const values = await page.ask({
    title: 'Bagikan lokasi?',
    text: 'Pilih tempat, atau ketik koordinatnya.',
    fields: [
      {
        name: 'place',
        label: 'Tempat',
        kind: 'select',
        value: first?.name ?? '',
        options: places.map(({ name, latitude, longitude }) => ({
          value: name,
          label: name,
          fills: { latitude: String(latitude), longitude: String(longitude) },
        })),
      },
      degreeField('latitude', 'Lintang', first?.latitude, 90),
      degreeField('longitude', 'Bujur', first?.longitude, 180),
    ],
    confirm: 'Bagikan',
  })
  if (!values) return false
  return page.act(sending.as, {
    do: 'send-location',
    ...sending,
    latitude: Number(values.latitude),
    longitude: Number(values.longitude),
    ...(how === 'measured' && { accuracy: phoneAccuracy }),
  })
}

function degreeField(name: string, label: string, value: number | undefined, most: number) {
  return { name, label, kind: 'number' as const, value: String(value), isRequired: true, least: -most, most }
}
