import { Composer } from 'telegraf'
import { z } from 'zod'
import { adminsOnly } from '../../telegram/adminsOnly.ts'
import type { AwaitedWords } from '../../telegram/awaitedWords.ts'
import type { SuluhContext } from '../../telegram/context.ts'
import { onPress } from '../../telegram/onPress.ts'
import { readNumber } from '../answer/readNumber.ts'
import type { Survey } from '../definition/survey.ts'
import type { SurveyCard, SurveyLife } from '../life/service.ts'
import { limitable, quotaOptionsMessage, quotaQuestionsMessage, quotasMessage } from './messages.ts'
import { quotaId } from './quotaId.ts'

/** Answers that can be limited in one survey; more would be no survey any more. */
const MOST_QUOTAS = 50
const LARGEST_QUOTA = 10_000_000

/** Setting how many responses with a certain answer are wanted; for admins. */
export function quotaChat(
  life: SurveyLife,
  awaited: AwaitedWords,
  isAdmin: (person: number) => boolean,
): Composer<SuluhContext> {
  const chat = new Composer<SuluhContext>()
  const forAdmins = adminsOnly(isAdmin)
  const withSurvey = (
    code: string,
    act: (ctx: SuluhContext, card: SurveyCard, survey: Survey) => Promise<unknown>,
  ) =>
    forAdmins(async (ctx) => {
      const card = await life.card(code)
      const survey = card && life.compiled(card)
      return card && survey
        ? act(ctx, card, survey)
        : ctx.respond({ edit: { html: ctx.speak.html('life.gone') } })
    })

  async function show(ctx: SuluhContext, code: string, survey: Survey) {
    const { quotas, counts } = await life.quotas(code)
    const message = quotasMessage(ctx.speak, code, survey, quotas, counts)
    return ctx.respond(ctx.callbackQuery ? { edit: message } : { say: [message] })
  }

  /** The number of responses that are wanted with an answer. */
  const limited = z.object({ survey: z.string(), path: z.string(), value: z.string() })
  const awaitNumber = awaited.question('quota-number', limited, async (ctx, typed, asked) => {
    const { survey: code, path, value } = asked
    const reading = readNumber('integer', typed)
    const most = 'value' in reading ? Number(reading.value) : 0
    const isSound = most >= 1 && most <= LARGEST_QUOTA
    await withSurvey(code, async (_, __, survey) => {
      if (!isSound) return ctx.respond({ say: [{ html: ctx.speak.html('quota.badNumber') }] })
      const wanted = { path, value, most }
      await life.changeQuotas(code, (quotas) =>
        [...quotas.filter((each) => quotaId(each) !== quotaId(wanted)), wanted].slice(-MOST_QUOTAS),
      )
      return show(ctx, code, survey)
    })(ctx)
    return isSound ? 'taken' : 'again'
  })

  chat.use(
    onPress({
      'survey-quotas': (ctx, { survey: code }) =>
        withSurvey(code, (_, __, survey) => show(ctx, code, survey))(ctx),
      'quota-question': (ctx, { survey: code, page }) =>
        withSurvey(code, (_, __, survey) =>
          ctx.respond({ edit: quotaQuestionsMessage(ctx.speak, code, survey, page) }),
        )(ctx),
      'quota-option': (ctx, { survey: code, question, page }) =>
        withSurvey(code, (_, __, survey) => {
          const row = limitable(survey).find(({ index }) => index === question)
          if (!row) return ctx.respond({ toast: ctx.speak.plain('life.notNow') })
          return ctx.respond({ edit: quotaOptionsMessage(ctx.speak, code, survey, row, page) })
        })(ctx),
      'quota-limit': (ctx, { survey: code, question, choice }) =>
        withSurvey(code, async (_, { info }, survey) => {
          const row = limitable(survey).find(({ index }) => index === question)
          const option = row?.options[choice]
          if (!row || !option) return ctx.respond({ toast: ctx.speak.plain('life.notNow'), alert: true })
          if (info.quotas.length >= MOST_QUOTAS)
            return ctx.respond({
              toast: ctx.speak.plain('quota.tooMany', { most: MOST_QUOTAS }),
              alert: true,
            })
          await awaitNumber(ctx.person, { survey: code, path: row.path, value: option.name })
          return ctx.respond({ say: [{ html: ctx.speak.html('quota.askNumber') }] })
        })(ctx),
      'quota-remove': (ctx, { survey: code, quota }) =>
        withSurvey(code, async (_, __, survey) => {
          await life.changeQuotas(code, (quotas) => quotas.filter((each) => quotaId(each) !== quota))
          return show(ctx, code, survey)
        })(ctx),
    }),
  )

  return chat
}
