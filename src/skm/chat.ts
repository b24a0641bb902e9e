import { Composer } from 'telegraf'
import type { SuluhContext } from '../telegram/context.ts'
import { onPress } from '../telegram/onPress.ts'
import { overviewMessage, resultMessage } from './messages.ts'
import type { Skm } from './service.ts'

/** `/hasil`: the satisfaction index for admins. The right is asked for at the command and at every button. */
export function skmChat(skm: Skm, isAdmin: (person: number) => boolean): Composer<SuluhContext> {
  const chat = new Composer<SuluhContext>()

  const forAdmins = (act: (ctx: SuluhContext) => Promise<unknown>) => (ctx: SuluhContext) =>
    isAdmin(ctx.person)
      ? act(ctx)
      : ctx.respond({ say: [{ html: ctx.speak.html('results.forAdmins', { id: ctx.person }) }] })

  chat.command(
    /^hasil$/i,
    forAdmins(async (ctx) => ctx.respond({ say: [overviewMessage(ctx.speak, await skm.overview(), 0)] })),
  )

  chat.use(
    onPress({
      'list-results': (ctx, { page }) =>
        forAdmins(async () => ctx.respond({ edit: overviewMessage(ctx.speak, await skm.overview(), page) }))(
          ctx,
        ),
      'show-results': (ctx, { unit, back }) =>
        forAdmins(async () => {
          const result = await skm.result(unit)
          if (!result) return ctx.respond({ toast: ctx.speak.plain('unit.gone'), alert: true })
          return ctx.respond({ edit: resultMessage(ctx.speak, result, back) })
        })(ctx),
    }),
  )

  return chat
}
