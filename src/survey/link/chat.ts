import { Composer } from 'telegraf'
import type { Clock } from '../../clock.ts'
import type { Message } from '../../message/message.ts'
import type { Pictures } from '../../picture/pictures.ts'
import type { SuluhContext } from '../../telegram/context.ts'
import type { LongTurns } from '../../telegram/longTurns.ts'
import { onPress } from '../../telegram/onPress.ts'
import type { Units } from '../../unit/service.ts'
import type { Unit } from '../../unit/unit.ts'
import type { SurveyCard, SurveyLife } from '../life/service.ts'
import { chooseLinkMessage, linkMessage, posterOf } from './messages.ts'
import { surveyLink } from './surveyLink.ts'

/** Sheets in one file, at most: a regency has some hundred units. */
const MOST_POSTERS = 500

/** Links, QR codes and posters of a survey, for admins. */
export function surveyLinkChat(parts: {
  life: SurveyLife
  units: Units
  pictures: Pictures
  turns: LongTurns
  clock: Clock
  bot: string
  isAdmin: (person: number) => boolean
}): Composer<SuluhContext> {
  const { life, units, pictures, turns, clock, bot, isAdmin } = parts
  const chat = new Composer<SuluhContext>()

  /** Does something with a survey that people can come to. */
  const withCard =
    (code: string, act: (ctx: SuluhContext, card: SurveyCard) => Promise<unknown>) =>
    async (ctx: SuluhContext) => {
      if (!isAdmin(ctx.person))
        return ctx.respond({ say: [{ html: ctx.speak.html('results.forAdmins', { id: ctx.person }) }] })
      const card = await life.card(code)
      if (!card) return ctx.respond({ edit: { html: ctx.speak.html('life.gone') } })
      if (!card.newest) return ctx.respond({ toast: ctx.speak.plain('link.unpublished'), alert: true })
      return act(ctx, card)
    }

  async function give(ctx: SuluhContext, card: SurveyCard, unit: Unit | undefined) {
    const link = surveyLink(bot, card.info.code, unit?.code)
    if (!link) return ctx.respond({ toast: ctx.speak.plain('link.tooLong'), alert: true })
    return turns.begin(ctx, async () => {
      const poster = posterOf(ctx.speak, card.title, unit, link, card.info.isNamed)
      const [picture, sheet] = await Promise.all([
        pictures.qrCode(link),
        pictures.posters([poster], card.title, clock.now()),
      ])
      await ctx.respond({
        say: [
          linkMessage(ctx.speak, unit?.name ?? card.title, link, picture),
          posterFile(ctx, card, unit?.code, sheet),
        ],
      })
    })
  }

  async function giveAll(ctx: SuluhContext, card: SurveyCard) {
    const all = (await units.all()).slice(0, MOST_POSTERS)
    const posters = all.flatMap((unit) => {
      const link = surveyLink(bot, card.info.code, unit.code)
      return link ? [posterOf(ctx.speak, card.title, unit, link, card.info.isNamed)] : []
    })
    if (posters.length === 0) return ctx.respond({ toast: ctx.speak.plain('link.tooLong'), alert: true })
    return turns.begin(ctx, async () => {
      const sheet = await pictures.posters(posters, card.title, clock.now())
      await ctx.respond({ say: [posterFile(ctx, card, undefined, sheet)] })
    })
  }

  chat.use(
    onPress({
      'survey-links': (ctx, { survey, page }) =>
        withCard(survey, async (_, card) => {
          if (!card.info.isPerUnit) return give(ctx, card, undefined)
          const here = { code: survey, title: card.title }
          return ctx.respond({ edit: chooseLinkMessage(ctx.speak, here, await units.all(), page) })
        })(ctx),
      'survey-link': (ctx, press) =>
        withCard(press.survey, async (_, card) => {
          const unit = await units.byId(press.unit)
          return unit
            ? give(ctx, card, unit)
            : ctx.respond({ toast: ctx.speak.plain('unit.gone'), alert: true })
        })(ctx),
      'survey-posters': (ctx, { survey }) => withCard(survey, (_, card) => giveAll(ctx, card))(ctx),
    }),
  )

  return chat
}

function posterFile(
  ctx: SuluhContext,
  { info }: SurveyCard,
  unit: string | undefined,
  content: Uint8Array,
): Message {
  const name = `poster-${[info.code, unit].filter(Boolean).join('-')}.pdf`
  return { html: ctx.speak.html('link.poster'), file: { kind: 'document', name, content } }
}
