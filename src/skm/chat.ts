import { Composer } from 'telegraf'
import { isPeriod } from '../survey/period.ts'
import type { IndexOfSurvey } from '../survey/results/chat.ts'
import { adminsOnly } from '../telegram/adminsOnly.ts'
import type { SuluhContext } from '../telegram/context.ts'
import { onPress } from '../telegram/onPress.ts'
import { indexButton, overviewMessage, periodsMessage, resultMessage } from './messages.ts'
import { SKM } from './questionnaire.ts'
import type { Skm } from './service.ts'

/** The satisfaction index for admins, unit by unit. The right is asked for at every button. */
export function skmChat(skm: Skm, isAdmin: (person: number) => boolean): Composer<SuluhContext> {
  const chat = new Composer<SuluhContext>()
  const forAdmins = adminsOnly(isAdmin)

  const showUnits = (page: number, period?: string) =>
    forAdmins(async (ctx) =>
      ctx.respond({ edit: overviewMessage(ctx.speak, await skm.overview(period), page) }),
    )

  const showIndex = (unit: number, back: number, period?: string) =>
    forAdmins(async (ctx) => {
      const result = await skm.result(unit, period)
      if (!result) return ctx.respond({ toast: ctx.speak.plain('unit.gone'), alert: true })
      return ctx.respond({ edit: resultMessage(ctx.speak, result, back) })
    })

  chat.use(
    onPress({
      // Buttons of the first release, which knew the present period only.
      'list-results': (ctx, { page }) => showUnits(page)(ctx),
      'show-results': (ctx, { unit, back }) => showIndex(unit, back)(ctx),

      'index-units': (ctx, { page, period }) => showUnits(page, named(period))(ctx),
      index: (ctx, { unit, period, back }) => showIndex(unit, back, named(period))(ctx),
      'index-periods': (ctx) =>
        forAdmins(async () => ctx.respond({ edit: periodsMessage(ctx.speak, await skm.periods()) }))(ctx),
    }),
  )

  return chat
}

/** What names no period stands for the present one. */
const named = (period: string) => (isPeriod(period) ? period : undefined)

/** The page of the index as the first of the satisfaction survey's results. */
export const indexOfSkm = (skm: Skm): IndexOfSurvey => ({
  survey: SKM,
  button: indexButton,
  overview: async (speak) => overviewMessage(speak, await skm.overview(), 0),
})
