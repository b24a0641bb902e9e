import { LRUCache } from 'lru-cache'
import { Composer } from 'telegraf'
import type { Received } from '../message/received.ts'
import type { SuluhContext } from '../telegram/context.ts'
import { onPress } from '../telegram/onPress.ts'
import { readView } from './answer/pickerView.ts'
import type { Input } from './answer/reading.ts'
import { attachmentOf, kindOfFile } from './attachment/attachment.ts'
import type { Actor } from './drafts.ts'
import { placeOf } from './interview/place.ts'
import { asksForPlace, withPlaceKeyboard } from './placeKeyboard.ts'
import { questionMessage } from './questionMessage.ts'
import { reviewMessage } from './reviewMessage.ts'
import type { Surveys } from './service.ts'
import { stoppedMessage } from './stoppedMessage.ts'
import type { Turn } from './turn.ts'
import { lastOf, turnReply } from './turnReply.ts'

/** People whose last question is remembered, so that it can show what was typed in answer to it. */
const MOST_ASKED = 5_000

/** Who acts by this update. */
export const actorOf = (ctx: SuluhContext): Actor => ({ person: ctx.person, update: ctx.update.update_id })

/** What stands before somebody: the message that asks, the question, and whether the phone's keyboard shares a place. */
interface Asked {
  message: number | undefined
  what: string
  hasKeyboard: boolean
}

export type TurnShower = ReturnType<typeof turnShower>

/** Shows people what came of their acts, and remembers which message asks them now. */
export function turnShower() {
  // Lost at a restart, and then a typed answer leaves its question as it was: no more than that.
  const asked = new LRUCache<number, Asked>({ max: MOST_ASKED })

  /** Which question of which draft a turn ends with. */
  const standsAt = (turn: Turn) =>
    'interview' in turn && 'ask' in turn.interview ? `${turn.pass.draft.id} ${turn.interview.ask.path}` : ''

  return {
    async show(ctx: SuluhContext, turn: Turn, place: 'here' | 'below' = 'below'): Promise<void> {
      const before = asked.get(ctx.person)
      const hadKeyboard = before?.hasKeyboard === true
      const reply = withPlaceKeyboard(ctx.speak, turnReply(ctx.speak, turn, place), turn, hadKeyboard)
      if (turn.type === 'gone' && ctx.callbackQuery) {
        const [words] = reply.say ?? []
        reply.say = []
        // A late press on a survey that is over needs no new message below the thanks. After a restart nobody knows
        // whether there were any: then the message itself says that it is over.
        if (words && !before) reply.edit = words
      }
      const ids = await ctx.respond(reply, ctx.callbackQuery ? undefined : before?.message)
      // When Telegram holds a question up, nobody knows yet which message it will be; it is not the one before.
      const edited = reply.edit && !reply.say?.length ? ctx.callbackQuery?.message?.message_id : undefined
      if (turn.type === 'problem') return
      const hasKeyboard = asksForPlace(turn)
      // The keyboard came with a message of its own, after the question.
      const message = ids.at(hasKeyboard && !hadKeyboard ? -2 : -1) ?? edited
      if (reply.say?.length || message !== undefined)
        asked.set(ctx.person, { message, what: standsAt(turn), hasKeyboard })
    },

    /** The same, unless the person has this very question before them: then they tapped twice. */
    async showOnce(ctx: SuluhContext, turn: Turn): Promise<void> {
      const isShown = standsAt(turn) !== '' && asked.get(ctx.person)?.what === standsAt(turn)
      if (isShown) await ctx.respond({})
      else await this.show(ctx, turn)
    },
  }
}

/** Asks the present question once more, e.g. in another language; nothing without a survey under way. */
export async function askAgain(surveys: Surveys, { show }: TurnShower, ctx: SuluhContext): Promise<void> {
  const pass = await surveys.unfinished(ctx.person)
  if (pass) await show(ctx, await surveys.resume(actorOf(ctx), pass.draft.id))
}

/** Answering a survey: buttons, typing, going back, the review, and leaving. */
export function surveyChat(surveys: Surveys, { show }: TurnShower): Composer<SuluhContext> {
  const chat = new Composer<SuluhContext>()
  const isRest = restsOfLongTexts()

  chat.use(
    onPress({
      answer: async (ctx, { draft, question, choice }) =>
        show(
          ctx,
          await surveys.answerButton(actorOf(ctx), { draft, question }, { type: 'choice', index: choice }),
        ),
      finish: async (ctx, press) =>
        show(ctx, await surveys.answerButton(actorOf(ctx), press, { type: 'finish' })),
      skip: async (ctx, press) =>
        show(ctx, await surveys.answerButton(actorOf(ctx), press, { type: 'skip' })),
      keep: async (ctx, press) =>
        show(ctx, await surveys.answerButton(actorOf(ctx), press, { type: 'keep' })),
      more: async (ctx, { draft, question, more }) =>
        show(
          ctx,
          await surveys.answerButton(actorOf(ctx), { draft, question }, { type: 'more', isMore: more === 1 }),
        ),
      remove: async (ctx, press) =>
        show(ctx, await surveys.answerButton(actorOf(ctx), press, { type: 'remove' })),
      undo: async (ctx, press) =>
        show(ctx, await surveys.answerButton(actorOf(ctx), press, { type: 'undo' })),
      back: async (ctx, { draft, question }) =>
        show(ctx, await surveys.back(actorOf(ctx), draft, question), 'here'),
      change: async (ctx, { draft, question }) =>
        show(ctx, await surveys.change(actorOf(ctx), draft, question), 'here'),
      continue: async (ctx, { draft }) => {
        const turn = await surveys.resume(actorOf(ctx), draft)
        const isGone = turn.type === 'gone'
        await ctx.respond({ edit: { html: ctx.speak.html(isGone ? 'draft.gone' : 'draft.continuing') } })
        if (!isGone) await show(ctx, turn)
      },
      submit: async (ctx, { draft }) => show(ctx, await surveys.submit(actorOf(ctx), draft), 'here'),
      discard: async (ctx, { draft }) => {
        const isDone = await surveys.discard(actorOf(ctx), draft)
        await ctx.respond({ edit: { html: ctx.speak.html(isDone ? 'draft.discarded' : 'draft.gone') } })
      },
      day: async (ctx, { draft, question, day }) =>
        show(
          ctx,
          await surveys.answerButton(actorOf(ctx), { draft, question }, { type: 'day', day: isoDay(day) }),
        ),
      clock: async (ctx, { draft, question, minutes }) =>
        show(ctx, await surveys.answerButton(actorOf(ctx), { draft, question }, { type: 'time', minutes })),
      pick: async (ctx, { draft, question, view }) => {
        const turn = await surveys.resume(actorOf(ctx), draft)
        if (turn.type !== 'at' || !('ask' in turn.interview) || placeOf(turn.interview.ask) !== question)
          return show(ctx, turn)
        const message = questionMessage(ctx.speak, turn.pass, turn.interview, { view: readView(view) })
        return ctx.respond({ edit: lastOf(message) })
      },
      nothing: async (ctx) => ctx.respond({}),
      choices: async (ctx, { draft, question, page }) => {
        const turn = await surveys.resume(actorOf(ctx), draft)
        if (turn.type !== 'at' || !('ask' in turn.interview) || placeOf(turn.interview.ask) !== question)
          return show(ctx, turn)
        return ctx.respond({ edit: lastOf(questionMessage(ctx.speak, turn.pass, turn.interview, { page })) })
      },
      review: async (ctx, { draft, page }) => {
        const turn = await surveys.resume(actorOf(ctx), draft)
        if (turn.type !== 'at' || 'ask' in turn.interview) return show(ctx, turn)
        return ctx.respond({ edit: lastOf(reviewMessage(ctx.speak, turn.pass, page)) })
      },
    }),
  )

  chat.command(/^batal$/i, async (ctx) => {
    const pass = await surveys.unfinished(ctx.person)
    if (!pass) return ctx.respond({ say: [{ html: ctx.speak.html('draft.nothing') }] })
    return ctx.respond({ say: [stoppedMessage(ctx.speak, pass)] })
  })

  chat.on('message', async (ctx, next) => {
    const input = inputOf(ctx.message, ctx.received)
    if (!input) return next()
    if (input.type === 'text' && isRest(ctx.person, input.text, ctx.message.date)) return undefined
    const turn = await surveys.answerMessage(actorOf(ctx), input)
    return turn.type === 'gone' ? next() : show(ctx, turn)
  })

  return chat
}

/** `20261123` as `2026-11-23`; whether it is a day is for the answer to say. */
const isoDay = (day: string) => day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')

/** Telegram's apps cut what is longer into several messages. */
const LONGEST_MESSAGE = 4096
/** Seconds between the parts of one text, as Telegram dates them. */
const APART = 2

/**
 * Recognises what follows a text that was too long for one message. The first part was answered as too long for any
 * question; its rest must not be taken for an answer by itself.
 */
function restsOfLongTexts() {
  const cutAt = new LRUCache<number, number>({ max: MOST_ASKED })
  return (person: number, text: string, date: number): boolean => {
    const before = cutAt.get(person)
    const isRest = before !== undefined && date - before <= APART
    if (text.length >= LONGEST_MESSAGE) cutAt.set(person, date)
    else cutAt.delete(person)
    return isRest
  }
}

/** Kinds of messages that tell of the chat itself and answer nothing. */
const SERVICE = [
  'pinned_message',
  'message_auto_delete_timer_changed',
  'migrate_to_chat_id',
  'forum_topic_created',
  'new_chat_members',
  'left_chat_member',
]

/** A message as an answer; nothing for commands and for what Telegram itself reports. */
function inputOf(message: object & { text?: string }, received: Received | undefined): Input | undefined {
  if (SERVICE.some((kind) => kind in message)) return undefined
  if (received?.type === 'location') return received
  if (received && received.type !== 'contact') {
    const kind = kindOfFile(received)
    return kind ? { type: 'file', kind, attachment: attachmentOf(received, kind) } : { type: 'other' }
  }
  if (message.text === undefined) return { type: 'other' }
  return message.text.startsWith('/') ? undefined : { type: 'text', text: message.text }
}
