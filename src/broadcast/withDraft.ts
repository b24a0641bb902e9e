import { adminsOnly } from '../telegram/adminsOnly.ts'
import type { SuluhContext } from '../telegram/context.ts'
import type { Broadcast } from './broadcast.ts'
import type { Broadcasts } from './service.ts'

/** Does something with what this admin is writing; others, and whoever comes too late, are told so. */
export const withDraft =
  (broadcasts: Pick<Broadcasts, 'draft'>, isAdmin: (person: number) => boolean) =>
  (ctx: SuluhContext, id: number, act: (draft: Broadcast) => Promise<unknown>): Promise<unknown> =>
    adminsOnly(isAdmin)(async () => {
      const draft = await broadcasts.draft(ctx.person, id)
      if (draft) return act(draft)
      const words = ctx.speak.plain('broadcast.notNow')
      return ctx.callbackQuery
        ? ctx.respond({ toast: words, alert: true })
        : ctx.respond({ say: [{ html: ctx.speak.html('broadcast.gone') }] })
    })(ctx)
