import type { Logger } from 'pino'
import { type Middleware, type MiddlewareFn, Telegraf } from 'telegraf'
import type { UserFromGetMe } from 'telegraf/types'
import { unpackPress } from '../message/press.ts'
import type { People } from '../person/service.ts'
import { LANGUAGES, languageOf, type Texts } from '../texts.ts'
import { boundary } from './boundary.ts'
import type { SuluhContext } from './context.ts'
import { inOrder } from './inOrder.ts'
import { NotStored } from './notStored.ts'
import { readReceived } from './readReceived.ts'
import { responder } from './respond.ts'
import type { Sender } from './sender.ts'

/** Telegraf gives up on an update after this; ours end much earlier, or wait for Telegram itself. */
const HANDLER_TIMEOUT_MS = 150_000

type InTurn = (person: number, work: () => Promise<void>) => Promise<void>

/**
 * The bot: every update passes in the order of its person through the features, each of which takes what
 * is its own; the last one has an answer for everything else.
 */
export function suluhBot(parts: {
  token: string
  apiRoot: string
  me: UserFromGetMe
  sender: Sender
  people: People
  texts: Texts
  log: Logger
  features: Middleware<SuluhContext>[]
  /** One turn of a person at a time in all instances; on one machine the order here is enough. */
  inTurn?: InTurn
  /** Whether a fault will be over when the update is brought again. */
  isPassing?: (fault: unknown) => boolean
}): Telegraf<SuluhContext> {
  const { token, apiRoot, me, sender, people, texts, log, features, inTurn, isPassing } = parts
  const bot = new Telegraf<SuluhContext>(token, {
    telegram: { apiRoot, webhookReply: false },
    handlerTimeout: HANDLER_TIMEOUT_MS,
  })
  bot.botInfo = me
  const prepare: MiddlewareFn<SuluhContext> = async (ctx, next) => {
    ctx.person = ctx.from?.id ?? 0
    ctx.personName = ctx.from?.first_name ?? ''
    ctx.respond = responder(sender, ctx)
    // Until it is known which one: the database may fail before that, and even that has to be said.
    ctx.speak = texts(LANGUAGES[0])
    if (ctx.callbackQuery && 'data' in ctx.callbackQuery) {
      const press = unpackPress(ctx.callbackQuery.data)
      if (press) ctx.press = press
    }
    const received = ctx.message && ctx.chat?.type === 'private' ? readReceived(ctx.message) : undefined
    if (received) ctx.received = received
    await next()
  }
  const onDropped = (person: number) =>
    log.warn({ waiting: true }, `updates of one person dropped (${String(person).length} digits)`)
  const speakTheirLanguage: MiddlewareFn<SuluhContext> = async (ctx, next) => {
    const chosen = await people.chosenLanguage(ctx.person)
    const speak = texts(languageOf(chosen))
    ctx.speak = chosen === undefined ? speak : { ...speak, reads: chosen }
    await next()
    // A press that nobody answered would turn its little wheel for a quarter of a minute.
    if (ctx.callbackQuery) await ctx.respond({})
  }
  // In one call: of many, Telegraf would nest each in the next, and an update pass through all of them twice.
  bot.use(
    prepare,
    inOrder(onDropped),
    ...(inTurn ? [inAllInstances(inTurn)] : []),
    boundary(log, isPassing),
    speakTheirLanguage,
    ...features,
  )
  // The boundary keeps everything; what still gets here is a defect of the boundary itself.
  bot.catch((fault) => {
    if (fault instanceof NotStored) throw fault
    log.error({ fault: String(fault) }, 'an update escaped the boundary')
  })
  return bot
}

const inAllInstances =
  (inTurn: InTurn): MiddlewareFn<SuluhContext> =>
  (ctx, next) =>
    inTurn(ctx.person || (ctx.chat?.id ?? 0), next)
