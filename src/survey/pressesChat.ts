import type { MiddlewareFn } from 'telegraf'
import type { Message } from '../message/message.ts'
import type { SuluhContext } from '../telegram/context.ts'
import { onPress } from '../telegram/onPress.ts'
import { actorOf } from './actorOf.ts'
import { readView } from './answer/pickerView.ts'
import { itemAt, placeOf } from './interview/place.ts'
import { questionMessage } from './questionMessage.ts'
import { removeMessage } from './removeMessage.ts'
import { reviewMessage } from './reviewMessage.ts'
import type { Surveys } from './service.ts'
import { lastOf } from './turnReply.ts'
import type { TurnShower } from './turnShower.ts'

/**
 * Answering a survey by buttons, going back, and the review: most of what people ever do, so it stands as early among
 * the features as its order allows.
 * @param afterThanks what is said below the thanks for a response, unless it was a trial
 */
export function surveyPressesChat(
  surveys: Surveys,
  shower: TurnShower,
  afterThanks: (ctx: SuluhContext) => Promise<Message[]> = async () => [],
): MiddlewareFn<SuluhContext> {
  const show: TurnShower['show'] = (ctx, turn, place) => shower.show(ctx, turn, place)

  return onPress({
    answer: async (ctx, { draft, question, choice }) =>
      show(
        ctx,
        await surveys.answerButton(actorOf(ctx), { draft, question }, { type: 'choice', index: choice }),
      ),
    finish: async (ctx, press) =>
      show(ctx, await surveys.answerButton(actorOf(ctx), press, { type: 'finish' })),
    skip: async (ctx, press) => show(ctx, await surveys.answerButton(actorOf(ctx), press, { type: 'skip' })),
    keep: async (ctx, press) => show(ctx, await surveys.answerButton(actorOf(ctx), press, { type: 'keep' })),
    more: async (ctx, { draft, question, more }) =>
      show(
        ctx,
        await surveys.answerButton(actorOf(ctx), { draft, question }, { type: 'more', isMore: more === 1 }),
      ),
    'ask-remove': async (ctx, { draft, question }) => {
      const turn = await surveys.look(actorOf(ctx), draft)
      const series = turn.type === 'at' ? itemAt(turn.pass.form, question) : undefined
      if (turn.type !== 'at' || !('ask' in turn.interview) || series?.kind !== 'series')
        return show(ctx, turn)
      return ctx.respond({ edit: removeMessage(ctx.speak, turn.pass, series, turn.interview.ask) })
    },
    remove: async (ctx, { draft, question, count }) =>
      show(ctx, await surveys.removeInstance(actorOf(ctx), draft, question, count), 'here'),
    undo: async (ctx, press) => show(ctx, await surveys.answerButton(actorOf(ctx), press, { type: 'undo' })),
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
    submit: async (ctx, { draft }) => {
      const [turn, after] = await Promise.all([surveys.submit(actorOf(ctx), draft), afterThanks(ctx)])
      const isGiven = turn.type === 'submitted' && !turn.pass.isTrial
      await shower.show(ctx, turn, 'here', isGiven ? after : [])
    },
    discard: async (ctx, { draft }) => {
      const isDone = await surveys.discard(actorOf(ctx), draft)
      const edit = { html: ctx.speak.html(isDone ? 'draft.discarded' : 'draft.gone') }
      await ctx.respond({ edit, say: shower.leaving(ctx) })
    },
    day: async (ctx, { draft, question, day }) =>
      show(
        ctx,
        await surveys.answerButton(actorOf(ctx), { draft, question }, { type: 'day', day: isoDay(day) }),
      ),
    clock: async (ctx, { draft, question, minutes }) =>
      show(ctx, await surveys.answerButton(actorOf(ctx), { draft, question }, { type: 'time', minutes })),
    pick: async (ctx, { draft, question, view }) => {
      const turn = await surveys.look(actorOf(ctx), draft)
      if (turn.type !== 'at' || !('ask' in turn.interview) || placeOf(turn.interview.ask) !== question)
        return show(ctx, turn)
      const message = questionMessage(ctx.speak, turn.pass, turn.interview, { view: readView(view) })
      return ctx.respond({ edit: lastOf(message) })
    },
    nothing: async (ctx) => ctx.respond({}),
    choices: async (ctx, { draft, question, page }) => {
      const turn = await surveys.look(actorOf(ctx), draft)
      if (turn.type !== 'at' || !('ask' in turn.interview) || placeOf(turn.interview.ask) !== question)
        return show(ctx, turn)
      return ctx.respond({ edit: lastOf(questionMessage(ctx.speak, turn.pass, turn.interview, { page })) })
    },
    review: async (ctx, { draft, page }) => {
      const turn = await surveys.look(actorOf(ctx), draft)
      if (turn.type !== 'at' || 'ask' in turn.interview) return show(ctx, turn)
      return ctx.respond({ edit: lastOf(reviewMessage(ctx.speak, turn.pass, page)) })
    },
  })
}

/** `20261123` as `2026-11-23`; whether it is a day is for the answer to say. */
const isoDay = (day: string) => day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
