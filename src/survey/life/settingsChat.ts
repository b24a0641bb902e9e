import type { Logger } from 'pino'
import { Composer } from 'telegraf'
import { z } from 'zod'
import { adminsOnly } from '../../telegram/adminsOnly.ts'
import type { AwaitedWords } from '../../telegram/awaitedWords.ts'
import type { SuluhContext } from '../../telegram/context.ts'
import { onPress } from '../../telegram/onPress.ts'
import { readSetting } from './readSetting.ts'
import type { SurveyCard, SurveyLife } from './service.ts'
import { pressedSetting, settingsMessage, TYPED_SETTINGS, type TypedSetting } from './settingsMessage.ts'

/** What admins set of a survey: pressed, or typed where there are too many values for buttons. */
export function surveySettingsChat(parts: {
  life: SurveyLife
  awaited: AwaitedWords
  isAdmin: (person: number) => boolean
  log: Logger
}): Composer<SuluhContext> {
  const { life, awaited, isAdmin, log } = parts
  const chat = new Composer<SuluhContext>()
  const forAdmins = adminsOnly(isAdmin)

  const withCard = (
    ctx: SuluhContext,
    code: string,
    act: (card: SurveyCard) => Promise<unknown>,
  ): Promise<unknown> =>
    forAdmins(async () => {
      const card = await life.card(code)
      if (card) return act(card)
      const gone = { html: ctx.speak.html('life.gone') }
      return ctx.respond(ctx.callbackQuery ? { edit: gone } : { say: [gone] })
    })(ctx)

  async function set(ctx: SuluhContext, code: string, settings: Parameters<SurveyLife['set']>[1]) {
    const outcome = await life.set(code, settings)
    if (outcome === 'has_begun') return ctx.respond({ toast: ctx.speak.plain('life.hasBegun'), alert: true })
    log.info({ survey: code, settings: Object.keys(settings) }, 'an admin changed settings of a survey')
    const card = await life.card(code)
    const message = card ? settingsMessage(ctx.speak, card) : { html: ctx.speak.html('life.gone') }
    return ctx.respond(ctx.callbackQuery ? { edit: message } : { say: [message] })
  }

  const asked = z.object({ survey: z.string(), setting: z.enum(TYPED_SETTINGS) })
  const awaitSetting = awaited.question('survey-setting', asked, async (ctx, typed, { survey, setting }) => {
    let isAgain = false
    await withCard(ctx, survey, async ({ info }) => {
      const reading = readSetting(setting, typed, info, life.today())
      if ('settings' in reading) return set(ctx, survey, reading.settings)
      isAgain = true
      return ctx.respond({ say: [{ html: ctx.speak.html(reading.problem) }] })
    })
    return isAgain ? 'again' : 'taken'
  })

  async function ask(ctx: SuluhContext, survey: string, setting: TypedSetting) {
    await awaitSetting(ctx.person, { survey, setting })
    const key = setting === 'target' ? 'life.askTarget' : 'life.askDate'
    const cancel = ctx.speak.plain('life.cancel')
    return ctx.respond({
      say: [
        {
          html: ctx.speak.html(key),
          buttons: [[{ text: cancel, press: { do: 'survey-settings', survey } }]],
        },
      ],
    })
  }

  chat.use(
    onPress({
      'survey-settings': (ctx, { survey }) =>
        withCard(ctx, survey, async (card) => ctx.respond({ edit: settingsMessage(ctx.speak, card) })),
      'survey-set': (ctx, { survey, setting, value }) =>
        withCard(ctx, survey, async () => {
          const settings = pressedSetting(setting, value)
          return settings
            ? set(ctx, survey, settings)
            : ctx.respond({ toast: ctx.speak.plain('life.notNow'), alert: true })
        }),
      'survey-ask': (ctx, { survey, setting }) =>
        withCard(ctx, survey, async () => {
          const typed = TYPED_SETTINGS.find((each) => each === setting)
          return typed
            ? ask(ctx, survey, typed)
            : ctx.respond({ toast: ctx.speak.plain('life.notNow'), alert: true })
        }),
    }),
  )

  return chat
}
