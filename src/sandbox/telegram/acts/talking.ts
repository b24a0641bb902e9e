import type { Act } from '../../act.ts'
import { leads, newPrivateChat } from '../state/chats.ts'
import { tellChat } from '../state/chatView.ts'
import { deliverMessage } from '../state/deliverMessage.ts'
import { changeMessage, findMessage, removeMessage } from '../state/messages.ts'
import { tellPersona } from '../state/tellPersona.ts'
import { detectEntities } from '../text/detectEntities.ts'
import type { MessageContent } from '../wire.ts'
import type { World } from '../world.ts'
import { actor, chatFor } from './actor.ts'
import { setBlocked } from './blocking.ts'
import { Impossible } from './impossible.ts'
import { speak } from './speak.ts'

type Of<Do extends Act['do']> = Extract<Act, { do: Do }>

const longestMessage = 4096

/** Presses START: opens the chat, ends a block, and sends `/start` with the code of the link. */
export function start(world: World, { as, payload = '' }: Of<'start'>): number {
  const person = actor(world, as)
  if (!/^[\w-]{0,64}$/.test(payload)) {
    throw new Impossible('Kode tautan hanya boleh huruf, angka, _ dan -, paling banyak 64')
  }
  if (!world.chats.has(as)) {
    const chat = newPrivateChat(person)
    world.chats.set(as, chat)
    tellChat(world, chat)
  }
  if (person.persona.blocksBot) setBlocked(world, person, false)
  if (!person.persona.startedBot) {
    person.persona.startedBot = true
    tellPersona(world, person)
  }
  return say(world, { do: 'say', as, chat: as, text: payload ? `/start ${payload}` : '/start' })
}

/** Says something; what is too long for one message becomes several, as in Telegram's apps. */
export function say(world: World, act: Of<'say'>): number {
  const text = act.text.trim()
  if (text === '') throw new Impossible('Pesan kosong tidak dapat dikirim')
  let last = 0
  for (const part of partsOf(text)) last = speak(world, act, contentOf(part)).message_id
  return last
}

/** Changes a message of one's own. */
export function edit(world: World, act: Of<'edit'>): void {
  const chat = chatFor(world, actor(world, act.as), act.chat)
  const stored = findMessage(chat, act.message)
  if (stored?.message.from.id !== act.as || stored.message.text === undefined) {
    throw new Impossible('Hanya pesan teks sendiri yang dapat diubah')
  }
  const text = act.text.trim()
  if (text === '') throw new Impossible('Pesan kosong tidak dapat dikirim')
  const { entities: _, ...rest } = stored.message
  const edit_date = Math.floor(world.clock.now().getTime() / 1000)
  const message = { ...rest, ...contentOf(text), edit_date }
  changeMessage(world, chat, stored, message)
  deliverMessage(world, chat, message, 'edited_message')
}

/** Deletes a message for everybody; Telegram does not tell the bot. */
export function remove(world: World, act: Of<'delete'>): void {
  const chat = chatFor(world, actor(world, act.as), act.chat)
  const stored = findMessage(chat, act.message)
  if (!stored) throw new Impossible('Pesan ini sudah tidak ada')
  const isAllowed =
    chat.kind === 'private' || stored.message.from.id === act.as || leads(chat.members.get(act.as))
  if (!isAllowed) throw new Impossible('Hanya pesan sendiri yang dapat dihapus')
  removeMessage(world, chat, stored)
}

function contentOf(text: string): MessageContent {
  const entities = detectEntities(text)
  return entities.length > 0 ? { text, entities } : { text }
}

function partsOf(text: string): string[] {
  if (text.length <= longestMessage) return [text]
  const characters = [...text]
  const parts: string[] = []
  for (let from = 0; from < characters.length; from += longestMessage) {
    parts.push(characters.slice(from, from + longestMessage).join(''))
  }
  return parts
}
