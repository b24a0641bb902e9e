import { Composer } from 'telegraf'
import type { Clock } from '../../clock.ts'
import type { Message } from '../../message/message.ts'
import type { Pictures } from '../../picture/pictures.ts'
import type { Poster } from '../../picture/poster.ts'
import { adminsOnly } from '../../telegram/adminsOnly.ts'
import type { SuluhContext } from '../../telegram/context.ts'
import type { LongTurns } from '../../telegram/longTurns.ts'
import { onPress } from '../../telegram/onPress.ts'
import { LANGUAGES, type Texts } from '../../texts.ts'
import type { Units } from '../../unit/service.ts'
import type { Unit } from '../../unit/unit.ts'
import type { SurveyCard, SurveyLife } from '../life/service.ts'
import { chooseLinkMessage, linkMessage, linkProblem, posterOf, unlinkedMessages } from './messages.ts'
import { surveyLink } from './surveyLink.ts'

/** Sheets in one file, at most: a regency has some hundred units, and each takes 20 to 30 ms of drawing. */
const MOST_POSTERS = 500

/** Links, QR codes and posters of a survey, for admins. */
export function surveyLinkChat(parts: {
  life: SurveyLife
  units: Units
  pictures: Pictures
  turns: LongTurns
  texts: Texts
  clock: Clock
  bot: string
  isAdmin: (person: number) => boolean
}): Composer<SuluhContext> {
  const { life, units, pictures, turns, texts, clock, bot, isAdmin } = parts
  const chat = new Composer<SuluhContext>()
  const forAdmins = adminsOnly(isAdmin)
  // Posters are read by those who walk past, whatever language the admin reads.
  const onPaper = texts(LANGUAGES[0])
  const drawing = new Set<number>()

  /** Does something with a survey that people can come to. */
  const withCard = (code: string, act: (ctx: SuluhContext, card: SurveyCard) => Promise<unknown>) =>
    forAdmins(async (ctx) => {
      const card = await life.card(code)
      if (!card) return ctx.respond({ edit: { html: ctx.speak.html('life.gone') } })
      if (!card.newest) return ctx.respond({ toast: ctx.speak.plain('link.unpublished'), alert: true })
      return act(ctx, card)
    })

  async function give(ctx: SuluhContext, { info, title }: SurveyCard, unit: Unit | undefined) {
    const made = surveyLink(bot, info.code, unit?.code)
    if ('problem' in made)
      return ctx.respond({ toast: linkProblem(ctx.speak, made, unit?.code ?? info.code), alert: true })
    const poster = posterOf(onPaper, title, unit, made.link, info.isNamed)
    return draw(ctx, async () => {
      const [picture, sheet] = await Promise.all([
        pictures.qrCode(made.link),
        pictures.posters([poster], title, clock.now()),
      ])
      return [
        linkMessage(ctx.speak, unit?.name ?? title, made.link, picture),
        posterFile(ctx, [info.code, unit?.code], sheet),
      ]
    })
  }

  async function giveAll(ctx: SuluhContext, { info, title }: SurveyCard) {
    const all = await units.all()
    const posters: Poster[] = []
    const unlinked: Unit[] = []
    for (const unit of all) {
      const made = surveyLink(bot, info.code, unit.code)
      if ('link' in made && posters.length < MOST_POSTERS)
        posters.push(posterOf(onPaper, title, unit, made.link, info.isNamed))
      else unlinked.push(unit)
    }
    const rest = unlinkedMessages(ctx.speak, unlinked)
    if (posters.length === 0)
      return ctx.respond({ say: rest.length > 0 ? rest : [{ html: ctx.speak.html('unit.empty') }] })
    return draw(ctx, async () => {
      const sheet = await pictures.posters(posters, title, clock.now())
      return [posterFile(ctx, [info.code], sheet), ...rest]
    })
  }

  /** Draws aside and says what came of it; an admin waits for one drawing at a time. */
  async function draw(ctx: SuluhContext, work: () => Promise<Message[]>) {
    if (drawing.has(ctx.person)) return ctx.respond({ toast: ctx.speak.plain('link.busy') })
    drawing.add(ctx.person)
    return turns.begin(ctx, async () => {
      try {
        await ctx.respond({ toast: ctx.speak.plain('link.drawing') })
        await ctx.respond({ say: await work() })
      } finally {
        drawing.delete(ctx.person)
      }
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
          if (!card.info.isPerUnit) return give(ctx, card, undefined)
          const unit = await units.byId(press.unit)
          return unit
            ? give(ctx, card, unit)
            : ctx.respond({ toast: ctx.speak.plain('unit.gone'), alert: true })
        })(ctx),
      'survey-posters': (ctx, { survey }) =>
        withCard(survey, (_, card) =>
          card.info.isPerUnit ? giveAll(ctx, card) : give(ctx, card, undefined),
        )(ctx),
    }),
  )

  return chat
}

function posterFile(ctx: SuluhContext, codes: (string | undefined)[], content: Uint8Array): Message {
  const name = `poster-${codes.filter(Boolean).join('-')}.pdf`
  return { html: ctx.speak.html('link.poster'), file: { kind: 'document', name, content } }
}
