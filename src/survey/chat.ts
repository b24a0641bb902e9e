import { Composer } from 'telegraf'
import { type News, NO_NEWS } from '../instance/news.ts'
import type { SuluhContext } from '../telegram/context.ts'
import { actorOf } from './actorOf.ts'
import { readInput } from './readInput.ts'
import { restsOfLongTexts } from './restsOfLongTexts.ts'
import type { Surveys } from './service.ts'
import { stoppedMessage } from './stoppedMessage.ts'
import type { TurnShower } from './turnShower.ts'

/** Asks the present question once more, e.g. in another language; nothing without a survey under way. */
export async function askAgain(surveys: Surveys, { show }: TurnShower, ctx: SuluhContext): Promise<void> {
  const pass = await surveys.unfinished(ctx.person)
  if (pass) await show(ctx, await surveys.resume(actorOf(ctx), pass.draft.id))
}

/** Answering a survey by typing and sending, and leaving it. */
export function surveyChat(
  surveys: Surveys,
  shower: TurnShower,
  news: News = NO_NEWS,
): Composer<SuluhContext> {
  const chat = new Composer<SuluhContext>()
  const isRest = restsOfLongTexts(news)

  chat.command(/^batal$/i, async (ctx) => {
    const pass = await surveys.unfinished(ctx.person)
    if (!pass) return ctx.respond({ say: [{ html: ctx.speak.html('draft.nothing') }] })
    return ctx.respond({ say: [...shower.leaving(ctx), stoppedMessage(ctx.speak, pass)] })
  })

  chat.on('message', async (ctx, next) => {
    const input = readInput(ctx.message, ctx.received)
    if (!input) return next()
    if (input.type === 'text' && (await isRest(ctx.person, input.text, ctx.message.date))) return undefined
    const turn = await surveys.answerMessage(actorOf(ctx), input)
    if (turn.type !== 'gone') return shower.show(ctx, turn)
    const say = shower.leaving(ctx)
    if (say.length > 0) await ctx.respond({ say })
    return next()
  })

  return chat
}
