import type { MiddlewareFn } from 'telegraf'
import type { SuluhContext } from './context.ts'

/**
 * A group that becomes a supergroup has another id from then on. Telegram tells so twice: here, in the old group, and
 * when something is sent to it (see `outbox/delivery/attempt`).
 * @param move what waits for the old group goes to the new one
 */
export function movedGroups(move: (from: number, to: number) => Promise<void>): MiddlewareFn<SuluhContext> {
  return (ctx, next) => {
    const { message, chat } = ctx
    if (!chat || !message || !('migrate_to_chat_id' in message)) return next()
    return move(chat.id, message.migrate_to_chat_id)
  }
}
