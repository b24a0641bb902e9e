import type { SuluhContext } from '../telegram/context.ts'
import type { Actor } from './drafts.ts'

/** Who acts by this update. */
export const actorOf = (ctx: SuluhContext): Actor => ({ person: ctx.person, update: ctx.update.update_id })
