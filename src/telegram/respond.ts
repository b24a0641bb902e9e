import type { SuluhContext } from './context.ts'
import type { Sender } from './sender.ts'

/**
 * How a turn ends in the chat: the pressed button stops waiting, the old message changes and the new ones come,
 * all at once, since none of them needs the others.
 */
export function responder(sender: Sender, ctx: SuluhContext): SuluhContext['respond'] {
  const press = ctx.callbackQuery
  let isPressAnswered = false

  return async (reply, edits) => {
    const chat = ctx.chat?.id
    if (chat === undefined) return []
    const pressed = press?.message?.message_id
    const target = edits ?? pressed
    const { edit, say = [], toast, alert } = reply

    const [, ids] = await Promise.all([
      answerPress(),
      (async () => {
        const said: number[] = []
        for (const message of say) {
          const id = await sender.say(chat, message)
          if (id !== undefined) said.push(id)
        }
        return said
      })(),
      (async () => {
        if (!edit || target === undefined) return
        const isDone = await sender.edit(chat, target, edit)
        // Whoever deleted the message that should have changed must still see what comes next.
        if (!isDone && say.length === 0) await sender.say(chat, edit)
      })(),
    ])
    return ids

    async function answerPress() {
      if (!press || isPressAnswered) return
      isPressAnswered = true
      await sender.answerPress(press.id, toast, alert)
    }
  }
}
