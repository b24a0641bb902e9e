import type { SuluhContext } from '../telegram/context.ts'
import type { Deed } from './rights.ts'
import type { RightsOf } from './rightsService.ts'

/** Does something when this person may do it, now; tells others that it is not theirs to do. */
export async function ifAllowed(
  rights: RightsOf,
  ctx: SuluhContext,
  deed: Deed,
  act: () => Promise<unknown>,
): Promise<unknown> {
  if (await rights.may(ctx.person, deed)) return act()
  if (ctx.callbackQuery) return ctx.respond({ toast: ctx.speak.plain('role.notAllowed'), alert: true })
  return ctx.respond({ say: [{ html: ctx.speak.html('results.forAdmins', { id: ctx.person }) }] })
}
