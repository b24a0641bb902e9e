import type { MiddlewareFn } from 'telegraf'
import type { Press } from '../message/press.ts'
import type { SuluhContext } from './context.ts'

type Handlers = {
  [D in Press['do']]?: (ctx: SuluhContext, press: Extract<Press, { do: D }>) => Promise<unknown>
}

/** A feature's buttons: what each kind of press does. Presses of other features go on to the next. */
export function onPress(handlers: Handlers): MiddlewareFn<SuluhContext> {
  return async (ctx, next) => {
    const handle =
      ctx.press &&
      (handlers[ctx.press.do] as ((ctx: SuluhContext, press: Press) => Promise<unknown>) | undefined)
    if (ctx.press && handle) await handle(ctx, ctx.press)
    else await next()
  }
}
