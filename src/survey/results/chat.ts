import { Composer } from 'telegraf'
import type { Button, Message } from '../../message/message.ts'
import type { Pictures } from '../../picture/pictures.ts'
import { adminsOnly } from '../../telegram/adminsOnly.ts'
import type { SuluhContext } from '../../telegram/context.ts'
import type { LongTurns } from '../../telegram/longTurns.ts'
import { onPress } from '../../telegram/onPress.ts'
import type { Speak } from '../../texts.ts'
import type { Units } from '../../unit/service.ts'
import { periodsMessage, surveysMessage, unitsMessage } from './choosingMessages.ts'
import { exportsMessage } from './exportsMessage.ts'
import { openView } from './openView.ts'
import { overviewMessage } from './overviewMessage.ts'
import { questionChat } from './questionChat.ts'
import type { Results } from './service.ts'
import { stopsMessage } from './stopsMessage.ts'
import type { View } from './view.ts'

/** A survey that has an index of its own, whose page comes first. */
export interface IndexOfSurvey {
  survey: string
  button(speak: Speak): Button
  overview(speak: Speak): Promise<Message>
}

/** What the chats about results work with. */
export interface ResultsChatParts {
  results: Results
  units: Units
  pictures: Pick<Pictures, 'barChart'>
  turns: LongTurns
  isAdmin(person: number): boolean
  onFault(fault: unknown): void
}

/** Does something with what a button asks to look at, for admins only. */
export type Looking = (
  selected: { survey: number; unit: number; period: string },
  look: (ctx: SuluhContext, view: View) => Promise<unknown>,
) => (ctx: SuluhContext) => Promise<unknown>

/**
 * `/hasil`: results for admins. The right is asked for at the command and at every button, and whatever must be
 * counted is counted aside.
 */
export function resultsChat(parts: ResultsChatParts, index: IndexOfSurvey): Composer<SuluhContext> {
  const { results, units, turns, isAdmin } = parts
  const chat = new Composer<SuluhContext>()

  const forAdmins = (act: (ctx: SuluhContext) => Promise<unknown>) =>
    adminsOnly(isAdmin)((ctx) => turns.begin(ctx, () => act(ctx)))

  const looking: Looking = (selected, look) =>
    forAdmins(async (ctx) => {
      const view = await openView(results, units, selected)
      if (!view) return ctx.respond({ toast: ctx.speak.plain('figures.gone'), alert: true })
      return look(ctx, view)
    })

  chat.command(
    /^hasil$/i,
    forAdmins(async (ctx) => {
      const surveys = await results.surveys()
      const isOne = surveys.every(({ info }) => info.code === index.survey) && surveys.length > 0
      const message = isOne ? await index.overview(ctx.speak) : await surveysList(ctx.speak, 0)
      return ctx.respond({ say: [message] })
    }),
  )

  async function surveysList(speak: Speak, page: number): Promise<Message> {
    const { survey, button } = index
    return surveysMessage(speak, await results.surveys(), page, { survey, button: button(speak) })
  }

  chat.use(
    onPress({
      'result-surveys': (ctx, { page }) =>
        forAdmins(async () => ctx.respond({ edit: await surveysList(ctx.speak, page) }))(ctx),

      'result-units': (ctx, { page, ...selected }) =>
        looking({ ...selected, unit: 0 }, async (_, view) => {
          const counts = await results.countByUnit(view.info, view.period)
          const listed = (await units.all()).map((unit) => ({ unit, n: counts.get(unit.id) ?? 0 }))
          const total = [...counts.values()].reduce((sum, n) => sum + n, 0)
          return ctx.respond({ edit: unitsMessage(ctx.speak, view, listed, total, page) })
        })(ctx),

      'result-periods': (ctx, { page, ...selected }) =>
        looking({ ...selected, period: 'all' }, async (_, view) =>
          ctx.respond({ edit: periodsMessage(ctx.speak, view, await results.periods(view), page) }),
        )(ctx),

      result: (ctx, selected) =>
        looking(selected, async (_, view) => {
          const figures = await results.figures(view)
          const periods = await results.periods({ info: view.info })
          const total = periods.reduce((sum, { n }) => sum + n, 0)
          return ctx.respond({ edit: overviewMessage(ctx.speak, view, figures, total) })
        })(ctx),

      'result-stops': (ctx, { page, ...selected }) =>
        looking(selected, async (_, view) => {
          const [open, { n }] = [await results.openStops(view), await results.figures(view)]
          return ctx.respond({ edit: stopsMessage(ctx.speak, view, open, n, page) })
        })(ctx),

      'result-exports': (ctx, selected) =>
        looking(selected, async (_, view) =>
          ctx.respond({ edit: exportsMessage(ctx.speak, view, (await results.figures(view)).n) }),
        )(ctx),
    }),
    questionChat(parts, looking),
  )

  return chat
}
