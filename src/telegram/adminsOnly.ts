import type { SuluhContext } from './context.ts'

/** Does something when an admin asks for it; others hear how to become one. Rights are asked for at every act. */
export const adminsOnly =
  (isAdmin: (person: number) => boolean) =>
  (act: (ctx: SuluhContext) => Promise<unknown>) =>
  (ctx: SuluhContext): Promise<unknown> =>
    isAdmin(ctx.person)
      ? act(ctx)
      : ctx.respond({ say: [{ html: ctx.speak.html('results.forAdmins', { id: ctx.person }) }] })
