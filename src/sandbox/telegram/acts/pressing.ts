import type { Act } from '../../act.ts'
import type { Chat } from '../state/chats.ts'
import { findMessage } from '../state/messages.ts'
import { tellBot } from '../state/tellBot.ts'
import type { World } from '../world.ts'
import { actor, chatFor } from './actor.ts'
import { expireCallbacks, lookAfterCallbacks } from './expireCallbacks.ts'
import { Impossible } from './impossible.ts'

type Of<Do extends Act['do']> = Extract<Act, { do: Do }>

/** Presses an inline button as it stands; gives the id of the callback at once. */
export function press(world: World, act: Of<'press'>): string {
  const chat = chatFor(world, actor(world, act.as), act.chat)
  const button = findMessage(chat, act.message)?.message.reply_markup?.inline_keyboard[act.row]?.[act.column]
  if (!button) throw new Impossible('Tombol ini sudah tidak ada')
  if (button.callback_data === undefined) throw new Impossible('Tombol ini tidak mengirim apa pun kepada bot')
  return send(world, act, chat, button.callback_data)
}

/** Presses a button that an old screen still shows, whether or not the message has it. */
export function pressData(world: World, act: Of<'press-data'>): string {
  const chat = chatFor(world, actor(world, act.as), act.chat)
  return send(world, act, chat, act.data)
}

function send(world: World, act: Of<'press'> | Of<'press-data'>, chat: Chat, data: string): string {
  const { user } = actor(world, act.as)
  expireCallbacks(world)
  const id = world.callbacks.open(act.as)
  const inaccessible = { chat: chat.wire, message_id: act.message, date: 0 }
  const query = {
    id,
    from: user,
    message: findMessage(chat, act.message)?.message ?? inaccessible,
    chat_instance: `${chat.id * 31}`,
    data,
  }
  tellBot(world, 'callback_query', query, `user:${act.as}`)
  if (world.events.isWatched) lookAfterCallbacks(world)
  return id
}
