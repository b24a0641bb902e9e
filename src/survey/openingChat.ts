import { Composer } from 'telegraf'
import { html, joinHtml } from '../message/html.ts'
import type { Message } from '../message/message.ts'
import type { People } from '../person/service.ts'
import type { SuluhContext } from '../telegram/context.ts'
import { onPress } from '../telegram/onPress.ts'
import { LANGUAGES, type Language, languageOf, type Texts } from '../texts.ts'
import { foundUnitsMessage, unitListMessage } from '../unit/messages.ts'
import type { Units } from '../unit/service.ts'
import { actorOf } from './actorOf.ts'
import { chooseSurveyMessage, surveyButtons } from './chooseSurveyMessage.ts'
import { invitedUnitsMessage } from './invitedUnitsMessage.ts'
import { openingReply } from './openingReply.ts'
import type { Visit } from './passes.ts'
import type { Surveys } from './service.ts'
import { stoppedMessage } from './stoppedMessage.ts'
import type { TurnShower } from './turnShower.ts'
import { readPayload, surveyCode, surveyOfCode } from './visitCode.ts'

/** The survey that every unit holds, and the one a unit's own link leads to. */
const SATISFACTION = 'skm'

/** Coming to a survey: `/start`, deep links, the list of units and the search in it, consent. */
export function openingChat(parts: {
  surveys: Surveys
  units: Units
  people: People
  texts: Texts
  shower: TurnShower
  /** The code of the survey that a broadcast invites to. */
  invitedTo?: (broadcast: number) => Promise<string | undefined>
}): Composer<SuluhContext> {
  const { surveys, units, people, texts, shower, invitedTo = async () => undefined } = parts
  const chat = new Composer<SuluhContext>()

  async function open(ctx: SuluhContext, visit: Visit, invitedBy?: number) {
    const visitor = { name: ctx.personName, offer: otherLanguage(ctx), survey: surveyCode(visit), invitedBy }
    const opening = await surveys.open(ctx.person, visit)
    if (opening.type === 'needs-unit' && invitedBy !== undefined)
      return ctx.respond({ say: [invitedUnitsMessage(ctx.speak, invitedBy, await units.all(), 0)] })
    if (opening.type === 'needs-unit') return ctx.respond({ say: [await unitList(ctx, 0)] })
    return ctx.respond(openingReply(ctx.speak, visitor, opening))
  }

  /** What a button or a link leads to; nothing when its unit is not there (any more). */
  async function visitOf(survey: Visit['survey'], unitId: number): Promise<Visit | undefined> {
    if (unitId === 0) return { survey }
    const unit = await units.byId(unitId)
    return unit && { survey, unit }
  }

  /** The units to choose from, and below them the surveys that are about no unit. */
  async function unitList(ctx: SuluhContext, page: number): Promise<Message> {
    const { html: words, buttons = [] } = unitListMessage(ctx.speak, await units.all(), page)
    return {
      html: words,
      buttons: [...buttons, ...surveyButtons(ctx.speak, await surveys.offered(false), 0)],
    }
  }

  async function openLink(ctx: SuluhContext, payload: string) {
    // The code of a unit alone is what the first release printed, whatever it looks like.
    const printed = await units.byCode(payload)
    if (printed) return open(ctx, { survey: SATISFACTION, unit: printed })
    const link = readPayload(payload)
    const unit = link?.unit === undefined ? undefined : await units.byCode(link.unit)
    if (link && (unit || link.unit === undefined)) return open(ctx, { survey: link.survey, unit })
    const list = await unitList(ctx, 0)
    const text = joinHtml([ctx.speak.html('unit.unknownCode'), list.html], '\n\n')
    return ctx.respond({ say: [{ ...list, html: text }] })
  }

  async function agree(ctx: SuluhContext, visit: Visit | undefined, isNamed: boolean, invitedBy?: number) {
    if (!visit) return ctx.respond({ toast: ctx.speak.plain('unit.gone'), alert: true })
    const turn = await surveys.begin(actorOf(ctx), visit, isNamed, invitedBy)
    if (turn.type === 'other-terms') {
      await ctx.respond({ edit: { html: ctx.speak.html('greeting.otherTerms') } })
      return open(ctx, visit, invitedBy)
    }
    const title = visit.unit && html`<b>${visit.unit.name}</b>`
    await ctx.respond({ edit: { html: joinHtml([title, ctx.speak.html('greeting.agreed')], '\n\n') } })
    return shower.showOnce(ctx, turn)
  }

  async function decline(ctx: SuluhContext, visit: Visit | undefined) {
    const opening = visit && (await surveys.open(ctx.person, visit))
    // Another greeting may have been agreed to: to say then that nothing is stored would be untrue.
    if (opening?.type === 'unfinished') return ctx.respond({ edit: stoppedMessage(ctx.speak, opening.pass) })
    if (visit && opening?.type === 'already') return open(ctx, visit)
    return ctx.respond({ edit: { html: ctx.speak.html('greeting.declined') } })
  }

  async function greetIn(ctx: SuluhContext, visit: Visit | undefined, code: string) {
    const language = languageOf(code)
    await people.chooseLanguage(ctx.person, language)
    ctx.speak = texts(language)
    await ctx.respond({ edit: { html: ctx.speak.html('language.chosen') } })
    if (visit) await open(ctx, visit)
  }

  chat.command(/^start$/i, async (ctx) => {
    const payload = ctx.payload.trim()
    if (payload !== '') return openLink(ctx, payload)
    const unfinished = await surveys.unfinished(ctx.person)
    if (unfinished) {
      const { info, isTrial, draft, unit } = unfinished
      return open(ctx, { survey: isTrial ? { trial: draft.version } : info.code, unit })
    }
    return ctx.respond({ say: [await unitList(ctx, 0)] })
  })

  chat.use(
    onPress({
      'find-unit': async (ctx, { page }) => ctx.respond({ edit: await unitList(ctx, page) }),
      'open-unit': async (ctx, press) => {
        const unit = await units.byId(press.unit)
        if (!unit) return ctx.respond({ toast: ctx.speak.plain('unit.gone'), alert: true })
        const offered = await surveys.offered(true)
        const [only] = offered
        if (offered.length > 1) return ctx.respond({ say: [chooseSurveyMessage(ctx.speak, offered, unit)] })
        return open(ctx, { survey: only?.code ?? SATISFACTION, unit })
      },
      visit: async (ctx, press) => {
        const visit = await visitOf(surveyOfCode(press.survey), press.unit)
        return visit ? open(ctx, visit) : ctx.respond({ toast: ctx.speak.plain('unit.gone'), alert: true })
      },
      join: async (ctx, { survey, unit }) => agree(ctx, await visitOf(surveyOfCode(survey), unit), false),
      'join-named': async (ctx, { survey, unit }) =>
        agree(ctx, await visitOf(surveyOfCode(survey), unit), true),
      invited: async (ctx, { broadcast, unit }) => {
        const survey = await invitedTo(broadcast)
        const visit = survey === undefined ? undefined : await visitOf(survey, unit)
        if (visit) return open(ctx, visit, broadcast)
        return ctx.respond({ say: [{ html: ctx.speak.html('invited.gone') }] })
      },
      'invited-units': async (ctx, { broadcast, page }) =>
        ctx.respond({ edit: invitedUnitsMessage(ctx.speak, broadcast, await units.all(), page) }),
      'join-invited': async (ctx, { survey, unit, broadcast, named }) =>
        agree(ctx, await visitOf(survey, unit), named === 1, broadcast),
      'not-interested': async (ctx) =>
        ctx.respond({
          edit: {
            html: ctx.speak.html('invited.declined'),
            buttons: [[{ text: ctx.speak.plain('invitation.stop'), press: { do: 'invite-not' } }]],
          },
        }),
      leave: async (ctx, { survey, unit }) => decline(ctx, await visitOf(surveyOfCode(survey), unit)),
      'greet-in': async (ctx, { survey, unit, language }) =>
        greetIn(ctx, await visitOf(surveyOfCode(survey), unit), language),
      // Buttons of the first release, which knew one survey.
      agree: async (ctx, { unit }) => agree(ctx, await visitOf(SATISFACTION, unit), false),
      decline: async (ctx, { unit }) => decline(ctx, await visitOf(SATISFACTION, unit)),
      greet: async (ctx, { unit, language }) => greetIn(ctx, await visitOf(SATISFACTION, unit), language),
      restart: async (ctx, { draft }) => {
        const turn = await surveys.restart(actorOf(ctx), draft)
        if (turn) {
          const isRestarted = turn.type !== 'closed'
          if (isRestarted) await ctx.respond({ edit: { html: ctx.speak.html('draft.restarted') } })
          return shower.show(ctx, turn)
        }
        // This press was carried out before, perhaps by a process that died before it could say so.
        const begun = await surveys.unfinished(ctx.person)
        return begun
          ? shower.showOnce(ctx, await surveys.resume(actorOf(ctx), begun.draft.id))
          : shower.show(ctx, { type: 'gone' })
      },
    }),
  )

  return chat
}

/**
 * The language to offer beside the greeting: the other one, to those whose phone is not set to Indonesian.
 * Many Indonesians have it in English, so this offers and does not decide.
 */
function otherLanguage({ from, speak }: SuluhContext): Language | undefined {
  if (speak.language !== LANGUAGES[0]) return LANGUAGES[0]
  return from?.language_code?.startsWith('en') ? 'en' : undefined
}

/** Typing without a survey to answer: part of a unit's name. */
export function unitSearchChat(units: Units): Composer<SuluhContext> {
  const chat = new Composer<SuluhContext>()
  chat.on('text', async (ctx, next) => {
    if (ctx.message.text.startsWith('/')) return next()
    const text = ctx.message.text.trim()
    return ctx.respond({ say: [foundUnitsMessage(ctx.speak, text, await units.search(text))] })
  })
  return chat
}
