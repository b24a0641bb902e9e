import type { Call, Method } from '../call.ts'
import { readReplyMarkup } from '../keyboards/replyMarkup.ts'
import { flagOf, integerOf, isObject, structureOf, textOf } from '../parameters.ts'
import { badRequest } from '../refusal.ts'
import { writableChat } from '../state/findChat.ts'
import { changeMessage, findMessage } from '../state/messages.ts'
import { tellBot } from '../state/tellBot.ts'
import type { WirePoll } from '../wire.ts'
import { sendContent } from './sendContent.ts'

const longestQuestion = 300
const longestOption = 100
const mostOptions = 12
const longestExplanation = 200

/** Methods for polls. */
export const polls = {
  sendPoll(world, call) {
    const poll = readPoll(call, `${5_200_000_000_000_000_000n + BigInt(world.polls.size + 1)}`)
    const message = sendContent(world, call, { poll })
    const place = { chat: message.chat.id, message: message.message_id }
    world.polls.set(poll.id, { wire: poll, ...place, isBots: true, votes: new Map() })
    return message
  },

  stopPoll(world, { parameters, warn }) {
    const chat = writableChat(world, parameters)
    const stored = findMessage(chat, integerOf(parameters, 'message_id'))
    if (!stored) throw badRequest('message with poll to stop not found')
    const poll = world.polls.get(stored.message.poll?.id ?? '')
    if (!poll) throw badRequest('message is not a poll')
    if (stored.message.from.id !== world.bot.user.id) throw badRequest("poll can't be stopped")
    if (poll.wire.is_closed) throw badRequest('poll has already been closed')
    const { inline } = readReplyMarkup(parameters, chat.kind === 'private', warn)
    poll.wire = { ...poll.wire, is_closed: true }
    const { reply_markup: _, ...message } = stored.message
    changeMessage(world, chat, stored, {
      ...message,
      poll: poll.wire,
      ...(inline && { reply_markup: inline }),
    })
    tellBot(world, 'poll', poll.wire, `poll:${poll.wire.id}`)
    return poll.wire
  },
} satisfies Record<string, Method>

function readPoll({ parameters }: Call, id: string): WirePoll {
  const question = (textOf(parameters, 'question') ?? '').trim()
  if (question === '') throw badRequest('poll question must be non-empty')
  if ([...question].length > longestQuestion)
    throw badRequest(`poll question length must not exceed ${longestQuestion}`)
  const options = readOptions(structureOf(parameters, 'options', "can't parse options JSON object"))
  const type = textOf(parameters, 'type') === 'quiz' ? 'quiz' : 'regular'
  const isAnonymous = parameters.is_anonymous === undefined || flagOf(parameters, 'is_anonymous')
  const correct = correctOption(parameters.correct_option_id ?? firstOf(parameters.correct_option_ids))
  const explanation = textOf(parameters, 'explanation') ?? ''
  if ([...explanation].length > longestExplanation) throw badRequest('MESSAGE_TOO_LONG')
  if (type === 'quiz' && options[correct] === undefined) throw badRequest('wrong correct option ID specified')
  const period = integerOf(parameters, 'open_period')
  if (period !== undefined && (period < 5 || period > 2_628_000))
    throw badRequest("can't use specified open_period")
  return {
    id,
    question,
    options: options.map((text) => ({ text, voter_count: 0 })),
    total_voter_count: 0,
    is_closed: flagOf(parameters, 'is_closed'),
    is_anonymous: isAnonymous,
    type,
    allows_multiple_answers: flagOf(parameters, 'allows_multiple_answers'),
    ...(type === 'quiz' && { correct_option_id: correct }),
    ...(explanation && { explanation }),
    ...(period !== undefined && { open_period: period }),
  }
}

function readOptions(given: unknown): string[] {
  if (!Array.isArray(given)) throw badRequest("can't parse options JSON object")
  if (given.length < 1) throw badRequest('poll must have at least one answer option')
  if (given.length > mostOptions) throw badRequest(`poll can't have more than ${mostOptions} options`)
  return given.map((option: unknown) => {
    const text = isObject(option) ? option.text : option
    if (typeof text !== 'string') throw badRequest("can't parse InputPollOption: expected String or Object")
    if (text.trim() === '') throw badRequest('poll options must be non-empty')
    if ([...text].length > longestOption)
      throw badRequest(`poll options length must not exceed ${longestOption}`)
    return text.trim()
  })
}

function correctOption(given: unknown): number {
  return given === undefined ? -1 : Number(given)
}

function firstOf(given: unknown): unknown {
  return Array.isArray(given) ? given[0] : undefined
}
