import type { Logger } from 'pino'
import { Composer } from 'telegraf'
import { joinHtml } from '../../message/html.ts'
import { adminsOnly } from '../../telegram/adminsOnly.ts'
import type { SuluhContext } from '../../telegram/context.ts'
import { onPress } from '../../telegram/onPress.ts'
import type { Units } from '../../unit/service.ts'
import { actorOf } from '../actorOf.ts'
import type { Surveys } from '../service.ts'
import type { TurnShower } from '../turnShower.ts'
import { changesText } from './changesText.ts'
import { confirmMessage, isConfirmedStep } from './confirmMessage.ts'
import { isLifeStep } from './lifeStep.ts'
import type { SurveyCard, SurveyLife } from './service.ts'
import { surveyCardMessage } from './surveyCardMessage.ts'
import { surveyListMessage } from './surveyListMessage.ts'

/**
 * `/survei`: the list, the card of a survey, and every step of its life. The right is asked for at the command and at
 * every button.
 */
export function surveyLifeChat(parts: {
  life: SurveyLife
  surveys: Surveys
  units: Units
  shower: TurnShower
  isAdmin: (person: number) => boolean
  log: Logger
}): Composer<SuluhContext> {
  const { life, surveys, units, shower, isAdmin, log } = parts
  const chat = new Composer<SuluhContext>()
  const forAdmins = adminsOnly(isAdmin)

  const notNow = (ctx: SuluhContext) => ({ toast: ctx.speak.plain('life.notNow'), alert: true })

  async function cardOf(ctx: SuluhContext, code: string) {
    const card = await life.card(code)
    return card ? surveyCardMessage(ctx.speak, card) : { html: ctx.speak.html('life.gone') }
  }

  /** Does something with a survey that is there. */
  const withCard = (
    ctx: SuluhContext,
    code: string,
    act: (card: SurveyCard) => Promise<unknown>,
  ): Promise<unknown> =>
    forAdmins(async () => {
      const card = await life.card(code)
      return card ? act(card) : ctx.respond({ edit: { html: ctx.speak.html('life.gone') } })
    })(ctx)

  /** The card stays where it is: it is what the author comes back to. */
  async function tryOut(ctx: SuluhContext, version: number) {
    const info = await life.tried(version)
    const unit = info?.isPerUnit ? (await units.all())[0] : undefined
    const turn = info && (await surveys.begin(actorOf(ctx), { survey: { trial: version }, unit }))
    if (!turn || !('pass' in turn))
      return ctx.respond({ toast: ctx.speak.plain('life.goneTrial'), alert: true })
    return shower.show(ctx, turn)
  }

  async function publish(ctx: SuluhContext, { info, title }: SurveyCard, trial: number) {
    const outcome = await life.publish(info.code, trial)
    // Another admin was quicker, or the button is an old one: what there is now tells.
    if (!outcome) return ctx.respond({ ...notNow(ctx), edit: await cardOf(ctx, info.code) })
    const { number, changes } = outcome
    log.info({ survey: info.code, version: number }, 'an admin published a survey')
    const words = [
      ctx.speak.html('life.published', { title, number }),
      info.status !== 'trial' && info.status !== 'open' && ctx.speak.html('life.stillClosed'),
      changes.length > 0 && changesText(ctx.speak, changes),
    ]
    return ctx.respond({ edit: { html: joinHtml(words, '\n\n') }, say: [await cardOf(ctx, info.code)] })
  }

  async function step(ctx: SuluhContext, card: SurveyCard, name: string) {
    const { code } = card.info
    const asked = name.replace(/^ask-/, '')
    if (asked !== name) {
      const isMissing =
        ((asked === 'publish' || asked === 'discard') && !card.trial) ||
        (asked === 'publish' && card.changes?.length === 0)
      if (!isConfirmedStep(asked) || isMissing) return ctx.respond(notNow(ctx))
      return ctx.respond({ edit: confirmMessage(ctx.speak, card, asked) })
    }
    if (name === 'discard') {
      await life.discardTrial(code)
      log.info({ survey: code }, 'an admin threw a trial away')
      return ctx.respond({ edit: { html: ctx.speak.html('life.discarded') } })
    }
    if (!isLifeStep(name) || !(await life.take(code, name))) return ctx.respond(notNow(ctx))
    log.info({ survey: code, step: name }, 'an admin changed the state of a survey')
    return ctx.respond({ edit: await cardOf(ctx, code) })
  }

  chat.command(
    /^survei$/i,
    forAdmins(async (ctx) => ctx.respond({ say: [surveyListMessage(ctx.speak, await life.list(0))] })),
  )

  chat.use(
    onPress({
      'list-surveys': (ctx, { page }) =>
        forAdmins(async () => ctx.respond({ edit: surveyListMessage(ctx.speak, await life.list(page)) }))(
          ctx,
        ),
      'list-archive': (ctx, { page }) =>
        forAdmins(async () =>
          ctx.respond({ edit: surveyListMessage(ctx.speak, await life.list(page, true)) }),
        )(ctx),
      survey: (ctx, { survey }) =>
        withCard(ctx, survey, async (card) => ctx.respond({ edit: surveyCardMessage(ctx.speak, card) })),
      'try-survey': (ctx, { version }) => forAdmins(async () => tryOut(ctx, version))(ctx),
      'publish-survey': (ctx, { survey, version }) =>
        withCard(ctx, survey, (card) => publish(ctx, card, version)),
      'survey-step': (ctx, press) => withCard(ctx, press.survey, (card) => step(ctx, card, press.step)),
    }),
  )

  return chat
}
