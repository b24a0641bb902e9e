import type { Act } from '../../act.ts'
import { isIn, leads, newGroup, type Status } from '../state/chats.ts'
import { tellChat } from '../state/chatView.ts'
import { setStatus } from '../state/membership.ts'
import { migrateGroup, supergroupId } from '../state/migrate.ts'
import { postService } from '../state/postService.ts'
import type { World } from '../world.ts'
import { actor, chatFor } from './actor.ts'
import { Impossible } from './impossible.ts'

type Of<Do extends Act['do']> = Extract<Act, { do: Do }>

/** Creates a group with its members; gives its id. */
export function createGroup(world: World, act: Of<'create-group'>): number {
  const creator = actor(world, act.as)
  const title = act.title.trim()
  if (title === '') throw new Impossible('Nama grup tidak boleh kosong')
  if (act.isForum && act.kind === 'group') throw new Impossible('Hanya supergrup yang dapat memakai topik')
  const members = [...new Set(act.members)].filter((member) => member !== act.as)
  const stranger = members.find((member) => !world.people.has(member))
  if (stranger !== undefined) throw new Impossible(`Tidak ada orang dengan id ${stranger}`)
  const number = ++world.lastGroup
  const id = act.kind === 'group' ? -number : supergroupId(number % 1_000_000_000)
  const chat = newGroup(id, act.kind, title, act.isForum)
  world.chats.set(id, chat)
  chat.members.set(act.as, 'creator')
  tellChat(world, chat)
  const created = act.kind === 'group' ? 'group_chat_created' : 'supergroup_chat_created'
  postService(world, chat, creator.user, { [created]: true })
  for (const member of members) setStatus(world, chat, creator.user, member, 'member')
  const added = members.flatMap((member) => world.people.get(member)?.user ?? [])
  if (added.length > 0) postService(world, chat, creator.user, { new_chat_members: added })
  return id
}

export function join(world: World, { as, chat: id }: Of<'join'>): void {
  const { user } = actor(world, as)
  const chat = world.chats.get(id)
  if (!chat || chat.kind === 'private') throw new Impossible('Grup ini tidak ada')
  const status = chat.members.get(as)
  if (status === 'kicked') throw new Impossible('Pernah dikeluarkan dari grup ini')
  if (isIn(status)) throw new Impossible('Sudah menjadi anggota')
  setStatus(world, chat, user, as, 'member')
  postService(world, chat, user, { new_chat_members: [user] })
}

export function leave(world: World, { as, chat: id }: Of<'leave'>): void {
  const person = actor(world, as)
  const chat = chatFor(world, person, id)
  if (chat.kind === 'private') throw new Impossible('Percakapan pribadi tidak dapat ditinggalkan')
  postService(world, chat, person.user, { left_chat_member: person.user })
  setStatus(world, chat, person.user, as, 'left')
}

/** Promotes, demotes, adds, removes or bans somebody, the bot included. */
export function changeStatus(world: World, act: Of<'set-status'>): void {
  const by = actor(world, act.as)
  const chat = chatFor(world, by, act.chat)
  const person = world.people.get(act.person)
  if (!person || chat.kind === 'private') throw new Impossible('Tidak ada anggota seperti itu')
  const before: Status = chat.members.get(act.person) ?? 'left'
  if (before === 'creator') throw new Impossible('Pembuat grup tetap pembuat grup')
  // Whoever sits in front of the sandbox may do it as anybody; in Telegram only those who lead the group may.
  const boss = leads(chat.members.get(act.as)) ? by : (creatorOf(world, chat.members) ?? by)
  if (isIn(before) && !isIn(act.status)) {
    postService(world, chat, boss.user, { left_chat_member: person.user })
  }
  setStatus(world, chat, boss.user, act.person, act.status)
  if (!isIn(before) && isIn(act.status)) {
    postService(world, chat, boss.user, { new_chat_members: [person.user] })
  }
}

/** Makes a supergroup of a basic group; gives the new id. */
export function migrate(world: World, { as, chat: id }: Of<'migrate'>): number {
  const person = actor(world, as)
  const chat = chatFor(world, person, id)
  if (chat.kind !== 'group') throw new Impossible('Hanya grup biasa yang dapat menjadi supergrup')
  return migrateGroup(world, chat, person.user).id
}

function creatorOf(world: World, members: Map<number, Status>) {
  for (const [person, status] of members) if (status === 'creator') return world.people.get(person)
  return undefined
}
