import { Composer, type MiddlewareFn } from 'telegraf'
import type { SuluhContext } from './context.ts'

/** Groups: only commands meant for us get a word; talk among people is theirs. Private chats go on. */
export function privateOnly(): MiddlewareFn<SuluhContext> {
  return (ctx, next) => {
    if (ctx.chat?.type === 'private') return next()
    if (ctx.callbackQuery) return ctx.respond({ toast: ctx.speak.plain('fallback.oldButton') })
    const text = ctx.message && 'text' in ctx.message ? ctx.message.text : ''
    if (ctx.from?.is_bot || !text.startsWith('/') || !ctx.me) return undefined
    const isOurs = text.split(/\s/)[0]?.toLowerCase().endsWith(`@${ctx.me.toLowerCase()}`)
    return isOurs ? ctx.respond({ say: [{ html: ctx.speak.html('fallback.privateOnly') }] }) : undefined
  }
}

/** The last in line: nobody ever hears silence. */
export function fallback(): Composer<SuluhContext> {
  const chat = new Composer<SuluhContext>()
  chat.on('callback_query', (ctx) =>
    ctx.respond({ toast: ctx.speak.plain('fallback.oldButton'), alert: true }),
  )
  chat.on('edited_message', (ctx) => {
    // A shared live location changes with every step; nobody meant that as an answer.
    const isWritten = 'text' in ctx.editedMessage || 'caption' in ctx.editedMessage
    return isWritten ? ctx.respond({ say: [{ html: ctx.speak.html('fallback.editedMessage') }] }) : undefined
  })
  chat.on('message', (ctx) => {
    const isCommand = 'text' in ctx.message && ctx.message.text.startsWith('/')
    const key = isCommand ? 'fallback.unknownCommand' : 'fallback.hello'
    return ctx.respond({ say: [{ html: ctx.speak.html(key) }] })
  })
  return chat
}
