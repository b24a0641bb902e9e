import type { Logger } from 'pino'
import { Composer } from 'telegraf'
import type { Message } from '../message/message.ts'
import { adminsOnly } from '../telegram/adminsOnly.ts'
import type { SuluhContext } from '../telegram/context.ts'
import type { LongTurns } from '../telegram/longTurns.ts'
import { onPress } from '../telegram/onPress.ts'
import type { Broadcast } from './broadcast.ts'
import type { BroadcastCards } from './cards.ts'
import { DETAILS_FORMATS, type detailsFile } from './details.ts'
import { listMessage } from './listMessage.ts'
import type { Broadcasts } from './service.ts'

/** `/siaran`: the broadcasts, how each goes, and holding, ending and downloading them. */
export function broadcastChat(parts: {
  broadcasts: Broadcasts
  cards: BroadcastCards
  turns: LongTurns
  details: ReturnType<typeof detailsFile>
  isAdmin: (person: number) => boolean
  timeZone: string
  log: Logger
}): Composer<SuluhContext> {
  const { broadcasts, cards, turns, details, isAdmin, timeZone, log } = parts
  const chat = new Composer<SuluhContext>()
  const forAdmins = adminsOnly(isAdmin)
  const notNow = (ctx: SuluhContext) => ({ toast: ctx.speak.plain('broadcast.notNow'), alert: true })

  /** Does something with what was sent, or is to be sent; what is still being written is its author's alone. */
  const withSent = (ctx: SuluhContext, id: number, act: (broadcast: Broadcast) => Promise<unknown>) =>
    forAdmins(async () => {
      const broadcast = await broadcasts.find(id)
      return broadcast && broadcast.state !== 'draft' ? act(broadcast) : ctx.respond(notNow(ctx))
    })(ctx)

  /** Where the author looks at it last, there it is kept up to date. */
  async function show(ctx: SuluhContext, broadcast: Broadcast) {
    const pressed = ctx.callbackQuery?.message?.message_id
    if (broadcast.author === ctx.person && pressed !== undefined && pressed !== broadcast.cardMessage)
      await broadcasts.showIn(broadcast, pressed)
    return ctx.respond({ edit: await cards.card(ctx.speak, broadcast) })
  }

  async function step(ctx: SuluhContext, broadcast: Broadcast, name: string) {
    const { id } = broadcast
    if (name === 'ask-stop') return ctx.respond({ edit: stopMessage(ctx, id) })
    const isDone =
      name === 'pause'
        ? await broadcasts.pause(id)
        : name === 'resume'
          ? await broadcasts.resume(id)
          : name === 'stop' && (await broadcasts.stop(id))
    if (isDone) log.info({ broadcast: id, step: name }, 'an admin changed the state of a broadcast')
    const now = (await broadcasts.find(id)) ?? broadcast
    const edit = await cards.card(ctx.speak, now)
    return ctx.respond(isDone ? { edit } : { ...notNow(ctx), edit })
  }

  const stopMessage = (ctx: SuluhContext, broadcast: number): Message => ({
    html: ctx.speak.html('broadcast.askStop'),
    buttons: [
      [
        {
          text: ctx.speak.plain('broadcast.reallyStop'),
          press: { do: 'broadcast-step', broadcast, step: 'stop' },
        },
      ],
      [{ text: ctx.speak.plain('life.back'), press: { do: 'broadcast', broadcast } }],
    ],
  })

  async function download(ctx: SuluhContext, broadcast: Broadcast, asked: string) {
    const format = DETAILS_FORMATS.find((known) => known === asked)
    if (!format) return ctx.respond(notNow(ctx))
    const name = `siaran-${broadcast.id}-${broadcast.content.survey}.${format}`
    const content = await details(ctx.speak, broadcast, format)
    const html = ctx.speak.html('broadcast.detailsReady')
    return ctx.respond({ say: [{ html, file: { kind: 'document', name, content } }] })
  }

  chat.command(
    /^siaran$/i,
    forAdmins(async (ctx) =>
      ctx.respond({ say: [listMessage(ctx.speak, await broadcasts.list(0), timeZone)] }),
    ),
  )

  chat.use(
    onPress({
      'list-broadcasts': (ctx, { page }) =>
        forAdmins(async () =>
          ctx.respond({ edit: listMessage(ctx.speak, await broadcasts.list(page), timeZone) }),
        )(ctx),
      broadcast: (ctx, press) => withSent(ctx, press.broadcast, (broadcast) => show(ctx, broadcast)),
      'broadcast-step': (ctx, press) =>
        withSent(ctx, press.broadcast, (broadcast) => step(ctx, broadcast, press.step)),
      'broadcast-details': (ctx, press) =>
        withSent(ctx, press.broadcast, (broadcast) =>
          turns.begin(ctx, () => download(ctx, broadcast, press.format)),
        ),
    }),
  )

  return chat
}
