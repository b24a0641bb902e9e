import type { MiddlewareFn } from 'telegraf'
import type { Press } from '../message/press.ts'
import type { SuluhContext } from './context.ts'

type Handlers = {
  [D in Press['do']]?: (ctx: SuluhContext, press: Extract<Press, { do: D }>) => Promise<unknown>
}

type Handler = (ctx: SuluhContext, press: Press) => Promise<unknown>

/** A feature's buttons: what each kind of press does. Presses of other features go on to the next. */
export function onPress(handlers: Handlers): MiddlewareFn<SuluhContext> {
  // Every press passes here on the way to its feature, so whoever only lets it pass makes no promise of his own.
  return (ctx, next) => {
    const { press } = ctx
    const handle = press && (handlers[press.do] as Handler | undefined)
    return press && handle ? handle(ctx, press) : next()
  }
}
