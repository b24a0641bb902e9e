import { someNip } from '../staff/someNip.ts'
import type { Citizen } from './citizen.ts'
import type { House } from './house.ts'

/** Arif of Disdukcapil, with a number of his own. */
export const ARIF = { nip: someNip(0), name: 'Arif Rahman', unit: 'dukcapil', phone: '6281234567890' }
/** Dewi of a puskesmas, whose number nobody knows. */
export const DEWI = { nip: someNip(1), name: 'Dewi Lestari', unit: 'pkm-muara-tebo', phone: null }

/** Puts people into the roster without a spreadsheet; gives their ids. */
export async function employs(
  { database }: House,
  ...people: { nip: string; name: string; unit: string; phone: string | null }[]
): Promise<number[]> {
  const ids: number[] = []
  for (const { nip, name, unit, phone } of people) {
    const { id: unitId } = await database.client.unit.findUniqueOrThrow({ where: { code: unit } })
    const data = { nip, name, unitId, phone, employment: 'pns' }
    ids.push((await database.client.employee.create({ data })).id)
  }
  return ids
}

/** Presses the phone's button that shares a number: one's own, unless another's is sent. */
export const sharesPhone = (citizen: Citizen, phone: string, person: number | null = citizen.id) =>
  citizen.does({
    do: 'send-contact',
    as: citizen.id,
    chat: citizen.id,
    phone: `+${phone}`,
    firstName: 'Kontak',
    ...(person !== null && { person }),
  })

/** What a link in the newest message that has one says after `start=`. */
export function payloadHeard(citizen: Citizen): string {
  const [, payload] =
    citizen
      .screen()
      .join('\n')
      .match(/.*start=([\w-]+)/s) ?? []
  if (!payload) throw new Error('no link was heard')
  return payload
}

/** Somebody who has begun a chat with the bot. */
export async function arrives(
  house: House,
  name: string,
  as: 'citizen' | 'admin' = 'citizen',
): Promise<Citizen> {
  const somebody = await house[as](name)
  await somebody.opens()
  await somebody.hears('Selamat datang')
  return somebody
}
