import type { Act } from '../../act.ts'
import { openTopic, setTopicClosed } from '../state/topics.ts'
import type { World } from '../world.ts'
import { actor, chatFor } from './actor.ts'
import { Impossible } from './impossible.ts'

type Of<Do extends Act['do']> = Extract<Act, { do: Do }>

/** Opens a topic in a forum; gives its id. */
export function createTopic(world: World, { as, chat: id, name }: Of<'create-topic'>): number {
  const person = actor(world, as)
  const chat = chatFor(world, person, id)
  if (!chat.isForum) throw new Impossible('Grup ini tidak memakai topik')
  if (name.trim() === '') throw new Impossible('Nama topik tidak boleh kosong')
  return openTopic(world, chat, person.user, name).id
}

/** Closes or reopens a topic. */
export function closeTopic(
  world: World,
  { as, chat: id, thread }: Of<'close-topic'> | Of<'reopen-topic'>,
  isClosed: boolean,
): void {
  const person = actor(world, as)
  const chat = chatFor(world, person, id)
  const topic = chat.topics.get(thread)
  if (!topic) throw new Impossible('Topik ini tidak ada')
  if (topic.isClosed === isClosed)
    throw new Impossible(isClosed ? 'Topik ini sudah ditutup' : 'Topik ini terbuka')
  setTopicClosed(world, chat, person.user, topic, isClosed)
}
