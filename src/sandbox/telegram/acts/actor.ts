import { type Chat, isIn } from '../state/chats.ts'
import type { Person } from '../state/people.ts'
import type { World } from '../world.ts'
import { Impossible } from './impossible.ts'

/** The person who acts. @throws Impossible for an unknown or deactivated one, and for the bot */
export function actor(world: World, id: number): Person {
  const person = world.people.get(id)
  if (!person || person.persona.isBot) throw new Impossible(`Tidak ada orang dengan id ${id}`)
  if (person.persona.isDeactivated) throw new Impossible('Akun ini sudah dihapus')
  return person
}

/**
 * The chat somebody acts in, as far as their app lets them.
 * @throws Impossible before START, after blocking, and outside their groups
 */
export function chatFor(world: World, person: Person, id: number): Chat {
  const chat = world.chats.get(id)
  if (id === person.persona.id) {
    if (person.persona.blocksBot) throw new Impossible('Bot diblokir; buka blokirnya dahulu')
    if (!chat) throw new Impossible('Tekan MULAI dahulu')
    return chat
  }
  if (!chat || chat.kind === 'private') throw new Impossible('Percakapan tidak ditemukan')
  if (!isIn(chat.members.get(person.persona.id))) throw new Impossible('Bukan anggota grup ini')
  if (chat.migratedTo !== undefined) throw new Impossible('Grup ini sudah menjadi supergrup')
  return chat
}
