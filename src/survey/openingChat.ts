import { Composer } from 'telegraf'
import { html, joinHtml } from '../message/html.ts'
import type { People } from '../person/service.ts'
import type { SuluhContext } from '../telegram/context.ts'
import { onPress } from '../telegram/onPress.ts'
import { LANGUAGES, type Language, languageOf, type Texts } from '../texts.ts'
import { foundUnitsMessage, unitListMessage } from '../unit/messages.ts'
import type { Units } from '../unit/service.ts'
import type { Unit } from '../unit/unit.ts'
import { actorOf, type TurnShower } from './chat.ts'
import { openingReply } from './openingReply.ts'
import type { Surveys } from './service.ts'
import { stoppedMessage } from './stoppedMessage.ts'

/** Coming to a survey: `/start`, deep links, the list of units and the search in it, consent. */
export function openingChat(parts: {
  surveys: Surveys
  units: Units
  people: People
  texts: Texts
  shower: TurnShower
}): Composer<SuluhContext> {
  const { surveys, units, people, texts, shower } = parts
  const chat = new Composer<SuluhContext>()

  async function open(ctx: SuluhContext, unit: Unit) {
    const visitor = { name: ctx.personName, offer: otherLanguage(ctx) }
    return ctx.respond(openingReply(ctx.speak, visitor, await surveys.open(ctx.person, unit)))
  }

  chat.command(/^start$/i, async (ctx) => {
    const code = ctx.payload.trim()
    if (code !== '') {
      const unit = await units.byCode(code)
      if (unit) return open(ctx, unit)
      const list = unitListMessage(ctx.speak, await units.all(), 0)
      const text = joinHtml([ctx.speak.html('unit.unknownCode'), list.html], '\n\n')
      return ctx.respond({ say: [{ ...list, html: text }] })
    }
    const unfinished = await surveys.unfinished(ctx.person)
    if (unfinished) return open(ctx, unfinished.unit)
    return ctx.respond({ say: [unitListMessage(ctx.speak, await units.all(), 0)] })
  })

  chat.use(
    onPress({
      'find-unit': async (ctx, { page }) =>
        ctx.respond({ edit: unitListMessage(ctx.speak, await units.all(), page) }),
      'open-unit': async (ctx, press) => {
        const unit = await units.byId(press.unit)
        return unit ? open(ctx, unit) : ctx.respond({ toast: ctx.speak.plain('unit.gone'), alert: true })
      },
      greet: async (ctx, press) => {
        const language = languageOf(press.language)
        await people.chooseLanguage(ctx.person, language)
        ctx.speak = texts(language)
        await ctx.respond({ edit: { html: ctx.speak.html('language.chosen') } })
        const unit = await units.byId(press.unit)
        if (unit) await open(ctx, unit)
      },
      agree: async (ctx, press) => {
        const unit = await units.byId(press.unit)
        if (!unit) return ctx.respond({ toast: ctx.speak.plain('unit.gone'), alert: true })
        const turn = await surveys.begin(actorOf(ctx), unit)
        await ctx.respond({
          edit: { html: joinHtml([unitTitle(unit), ctx.speak.html('greeting.agreed')], '\n\n') },
        })
        return shower.showOnce(ctx, turn)
      },
      decline: async (ctx, press) => {
        const unit = await units.byId(press.unit)
        const opening = unit && (await surveys.open(ctx.person, unit))
        // Another greeting may have been agreed to: to say then that nothing is stored would be untrue.
        if (opening?.type === 'unfinished')
          return ctx.respond({ edit: stoppedMessage(ctx.speak, opening.pass) })
        if (unit && opening?.type === 'already') return open(ctx, unit)
        return ctx.respond({ edit: { html: ctx.speak.html('greeting.declined') } })
      },
      restart: async (ctx, { draft }) => {
        const turn = await surveys.restart(actorOf(ctx), draft)
        if (turn) {
          await ctx.respond({ edit: { html: ctx.speak.html('draft.restarted') } })
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

const unitTitle = ({ name }: Unit) => html`<b>${name}</b>`
