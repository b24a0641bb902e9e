import { Composer } from 'telegraf'
import type { SuluhContext } from '../../telegram/context.ts'
import { onPress } from '../../telegram/onPress.ts'
import { changeResult } from './changeResult.ts'
import type { Looking, ResultsChatParts } from './chat.ts'
import { isSplittable, isSplitting } from './crossTable.ts'
import { illustrate } from './illustrate.ts'
import { questionListMessage } from './questionListMessage.ts'
import { type Illustrated, questionResult } from './questionResult.ts'
import type { ResultQuestion } from './resultForm.ts'
import { splitMessage, splitsMessage } from './splitMessages.ts'
import { textsMessage } from './textsMessage.ts'
import type { View } from './view.ts'

/** Results question by question, and each question split, compared or read. */
export function questionChat(
  { results, pictures, onFault }: ResultsChatParts,
  looking: Looking,
): Composer<SuluhContext> {
  const chat = new Composer<SuluhContext>()

  const show = async (ctx: SuluhContext, page: Illustrated) =>
    ctx.respond({ edit: await illustrate(pictures, page, onFault) })

  /** Does something with a question, if the survey (still) has it. */
  const about =
    (id: string, look: (ctx: SuluhContext, view: View, question: ResultQuestion) => Promise<unknown>) =>
    (ctx: SuluhContext, view: View) => {
      const question = view.form.questions.find((each) => each.id === id)
      return question ? look(ctx, view, question) : gone(ctx)
    }

  const gone = (ctx: SuluhContext) => ctx.respond({ toast: ctx.speak.plain('figures.gone'), alert: true })

  /** The period with responses before the one that is looked at. */
  async function periodBefore({ info, unit, period }: View): Promise<string | undefined> {
    if (period === undefined) return undefined
    const periods = await results.periods({ info, ...(unit && { unit }) })
    return periods.find((each) => each.period < period && each.n > 0)?.period
  }

  chat.use(
    onPress({
      'result-questions': (ctx, { page, ...selected }) =>
        looking(selected, async (_, view) =>
          ctx.respond({ edit: questionListMessage(ctx.speak, view, await results.figures(view), page) }),
        )(ctx),

      'result-question': (ctx, { question: id, ...selected }) =>
        looking(
          selected,
          about(id, async (_, view) => {
            const figures = await results.figures(view)
            const place = figures.questions.findIndex(({ question }) => question.id === id)
            if (place < 0) return gone(ctx)
            const hasEarlier = (await periodBefore(view)) !== undefined
            return show(ctx, questionResult(ctx.speak, view, figures, place, hasEarlier))
          }),
        )(ctx),

      'result-texts': (ctx, { question: id, page, ...selected }) =>
        looking(
          selected,
          about(id, async (_, view, question) => {
            // Places, files and choices have pages of their own; only words are read here.
            if (question.type !== 'text' && question.type !== 'barcode') return gone(ctx)
            const texts = await results.texts(view, question, page)
            return ctx.respond({ edit: textsMessage(ctx.speak, view, question, texts) })
          }),
        )(ctx),

      'result-change': (ctx, { question: id, ...selected }) =>
        looking(
          selected,
          about(id, async (_, view) => {
            const { period } = view
            const earlier = await periodBefore(view)
            if (period === undefined || earlier === undefined) return gone(ctx)
            const then = async (of: string) => {
              const { questions, examples } = await results.figures({ ...view, period: of })
              const figures = questions.find(({ question }) => question.id === id)
              return figures && { period: of, figures, examples }
            }
            const [before, now] = [await then(earlier), await then(period)]
            return before && now ? show(ctx, changeResult(ctx.speak, view, before, now)) : gone(ctx)
          }),
        )(ctx),

      'result-splits': (ctx, { question: id, page, ...selected }) =>
        looking(
          selected,
          about(id, async (_, view, question) =>
            ctx.respond({ edit: splitsMessage(ctx.speak, view, question, page) }),
          ),
        )(ctx),

      'result-split': (ctx, { question: id, by: other, page, ...selected }) =>
        looking(
          selected,
          about(id, async (_, view, question) => {
            const by = view.form.questions.find((each) => each.id === other)
            if (!by || !isSplitting(by) || !isSplittable(question) || by.id === question.id) return gone(ctx)
            const table = await results.crossTable(view, question, by)
            return ctx.respond({ edit: splitMessage(ctx.speak, view, table, page) })
          }),
        )(ctx),
    }),
  )

  return chat
}
