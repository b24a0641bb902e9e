import type { SuluhContext } from '../telegram/context.ts'
import { type Deed, mayDo, type Rights } from './rights.ts'
import type { RightsOf } from './rightsService.ts'

/** Does something when this person may do it, now; tells others that it is not theirs to do. */
export async function ifAllowed(
  rights: RightsOf,
  ctx: SuluhContext,
  deed: Deed,
  act: () => Promise<unknown>,
): Promise<unknown> {
  const own = await rights.of(ctx.person)
  return mayDo(own, deed) ? act() : refuse(ctx, own)
}

/** Those who have a right, but not this one, hear it in passing; others hear how to become an admin. */
export function refuse(ctx: SuluhContext, { isFirst, isPersonnel, units }: Rights): Promise<unknown> {
  const hasSome = isFirst || isPersonnel || units.size > 0
  return hasSome && ctx.callbackQuery
    ? ctx.respond({ toast: ctx.speak.plain('role.notAllowed'), alert: true })
    : ctx.respond({ say: [{ html: ctx.speak.html('results.forAdmins', { id: ctx.person }) }] })
}
