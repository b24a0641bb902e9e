import type { Act } from '../../act.ts'
import { changeMessage, findMessage } from '../state/messages.ts'
import { countVotes } from '../state/polls.ts'
import { tellBot } from '../state/tellBot.ts'
import type { World } from '../world.ts'
import { actor, chatFor } from './actor.ts'
import { Impossible } from './impossible.ts'

/** Votes in a poll, or takes the vote back with no option at all. */
export function vote(world: World, act: Extract<Act, { do: 'vote' }>): void {
  const person = actor(world, act.as)
  const chat = chatFor(world, person, act.chat)
  const stored = findMessage(chat, act.message)
  const poll = world.polls.get(stored?.message.poll?.id ?? '')
  if (!stored || !poll) throw new Impossible('Jajak pendapat ini sudah tidak ada')
  const options = [...new Set(act.options)].sort((a, b) => a - b)
  const before = poll.votes.get(act.as) ?? []
  if (poll.wire.is_closed) throw new Impossible('Jajak pendapat ini sudah ditutup')
  if (options.some((index) => !poll.wire.options[index])) throw new Impossible('Pilihan ini tidak ada')
  if (options.length > 1 && !poll.wire.allows_multiple_answers) {
    throw new Impossible('Hanya satu pilihan yang boleh')
  }
  if (before.length > 0 && poll.wire.type === 'quiz') throw new Impossible('Jawaban kuis tidak dapat diubah')
  if (options.length > 0) poll.votes.set(act.as, options)
  else poll.votes.delete(act.as)
  poll.wire = countVotes(poll)
  changeMessage(world, chat, stored, { ...stored.message, poll: poll.wire })
  if (!poll.isBots) return
  const { id } = poll.wire
  tellBot(world, 'poll', poll.wire, `poll:${id}`)
  if (poll.wire.is_anonymous) return
  tellBot(world, 'poll_answer', { poll_id: id, user: person.user, option_ids: options }, `user:${act.as}`)
}
