import type { Logger } from 'pino'
import { Composer } from 'telegraf'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { joinHtml } from '../message/html.ts'
import type { Message } from '../message/message.ts'
import { adminsOnly } from '../telegram/adminsOnly.ts'
import type { AwaitedWords } from '../telegram/awaitedWords.ts'
import type { SuluhContext } from '../telegram/context.ts'
import type { LongTurns } from '../telegram/longTurns.ts'
import { onPress } from '../telegram/onPress.ts'
import type { Speak } from '../texts.ts'
import { audienceMessage } from './audienceMessages.ts'
import type { Broadcast } from './broadcast.ts'
import type { BroadcastCards } from './cards.ts'
import { fingerprint } from './fingerprint.ts'
import { invitationMessage } from './invitationMessage.ts'
import { previewMessage } from './previewMessage.ts'
import { readStart } from './readStart.ts'
import { scheduleMessage } from './scheduleMessage.ts'
import type { Sending } from './sending.ts'
import { sendingProblemText } from './sendingProblemText.ts'
import type { Broadcasts } from './service.ts'
import { withDraft } from './withDraft.ts'

const MINUTE_MS = 60_000

/** From the preview to the sending: now, at a moment, or not at all; and the word of a second admin. */
export function sendingChat(parts: {
  broadcasts: Broadcasts
  cards: Pick<BroadcastCards, 'card'>
  awaited: AwaitedWords
  turns: LongTurns
  /** The texts in the language of somebody else. */
  speakTo: (person: number) => Promise<Speak>
  isAdmin: (person: number) => boolean
  clock: Clock
  timeZone: string
  log: Logger
}): Composer<SuluhContext> {
  const { broadcasts, cards, awaited, turns, speakTo, isAdmin, clock, timeZone, log } = parts
  const chat = new Composer<SuluhContext>()
  const ofDraft = withDraft(broadcasts, isAdmin)

  /** Does something with what this admin has written, if it still is as it was when they looked at it. */
  const ofSeen = (ctx: SuluhContext, id: number, seen: string, act: (draft: Broadcast) => Promise<unknown>) =>
    ofDraft(ctx, id, async (draft) => {
      if (seen === fingerprint(draft)) return act(draft)
      const words = ctx.speak.html('broadcast.changedSince')
      return ctx.respond({ say: [{ html: words }] })
    })

  async function preview(ctx: SuluhContext, draft: Broadcast) {
    const found = await broadcasts.preview(draft)
    const { first } = found.count
    const say: Message[] = []
    if (found.invitedTo && first !== undefined && !found.problem) {
      const example = invitationMessage(await speakTo(first), draft, found.invitedTo)
      say.push({ html: ctx.speak.html('broadcast.exampleFollows') }, example)
    }
    say.push(previewMessage(ctx.speak, found, timeZone))
    // What was chosen stays above, without its buttons.
    const { html } = audienceMessage(ctx.speak, found)
    return ctx.respond({ edit: { html }, say })
  }

  /** Sends, and shows what came of it where the preview was. */
  async function send(ctx: SuluhContext, id: number, startsAt?: Date): Promise<Sending> {
    const card = ctx.callbackQuery?.message?.message_id
    const sending = await broadcasts.send(ctx.person, id, {
      ...(startsAt && { startsAt }),
      ...(card !== undefined && { card }),
    })
    if (sending.type === 'not_now') {
      await ctx.respond({ toast: ctx.speak.plain('broadcast.notNow'), alert: true })
    } else if (sending.type === 'refused') {
      await ctx.respond({ say: [{ html: sendingProblemText(ctx.speak, sending.why) }] })
    } else {
      log.info({ broadcast: id, state: sending.type }, 'an admin sends a broadcast')
      const message = await cards.card(ctx.speak, sending.broadcast)
      if (ctx.callbackQuery) await ctx.respond({ edit: message })
      else {
        const [said] = await ctx.respond({ say: [message] })
        if (said !== undefined) await broadcasts.showIn(sending.broadcast, said)
      }
    }
    return sending
  }

  const awaitMoment = awaited.question(
    'broadcast-start',
    z.object({ broadcast: z.int(), seen: z.string() }),
    async (ctx, typed, { broadcast, seen }) => {
      if (!isAdmin(ctx.person)) return 'taken'
      const startsAt = readStart(typed, clock.now(), timeZone)
      if (!startsAt) {
        await ctx.respond({ say: [{ html: ctx.speak.html('broadcast.badMoment') }] })
        return 'again'
      }
      let isAgain = false
      await ofSeen(ctx, broadcast, seen, async () => {
        isAgain = (await send(ctx, broadcast, startsAt)).type === 'refused'
      })
      return isAgain ? 'again' : 'taken'
    },
  )

  async function decide(ctx: SuluhContext, id: number, isApproved: boolean) {
    const decided = await broadcasts.decide(ctx.person, id, isApproved)
    if (!decided) return ctx.respond({ toast: ctx.speak.plain('broadcast.notYours'), alert: true })
    log.info({ broadcast: id, isApproved }, 'a second admin has decided on a broadcast')
    const card = await cards.card(ctx.speak, decided)
    const words = ctx.speak.html(isApproved ? 'broadcast.youApproved' : 'broadcast.youRefused')
    return ctx.respond({ edit: { ...card, html: joinHtml([words, card.html], '\n\n') } })
  }

  chat.use(
    onPress({
      'broadcast-preview': (ctx, { broadcast }) =>
        ofDraft(ctx, broadcast, (draft) => turns.begin(ctx, () => preview(ctx, draft))),
      'broadcast-send': async (ctx, press) => {
        const { broadcast: id, step } = press
        if (step === 'send') return ofSeen(ctx, id, press.seen, () => turns.begin(ctx, () => send(ctx, id)))
        if (step === 'ask-when')
          return ofSeen(ctx, id, press.seen, async (draft) => {
            await awaitMoment(ctx.person, { broadcast: id, seen: press.seen })
            return ctx.respond({ edit: scheduleMessage(ctx.speak, draft, clock.now(), timeZone) })
          })
        if (step === 'look')
          return ofSeen(ctx, id, press.seen, async (draft) =>
            ctx.respond({ edit: previewMessage(ctx.speak, await broadcasts.preview(draft), timeZone) }),
          )
        if (step === 'discard')
          return ofDraft(ctx, id, async () => {
            await broadcasts.discard(ctx.person, id)
            return ctx.respond({ edit: { html: ctx.speak.html('broadcast.discarded') } })
          })
        if (step === 'approve' || step === 'refuse')
          return adminsOnly(isAdmin)(() => decide(ctx, id, step === 'approve'))(ctx)
        return ctx.respond({ toast: ctx.speak.plain('broadcast.notNow'), alert: true })
      },
      'broadcast-at': (ctx, { broadcast, minute, seen }) =>
        ofSeen(ctx, broadcast, seen, () =>
          turns.begin(ctx, () => send(ctx, broadcast, new Date(Math.min(minute * MINUTE_MS, LAST_MOMENT)))),
        ),
    }),
  )

  return chat
}

/** Beyond this no Date is one; a forged button must not make an invalid one. */
const LAST_MOMENT = 8_000_000_000_000_000
