import { clearTimeout, setTimeout } from 'node:timers'
import type { Message, Reply } from '../message/message.ts'
import type { SuluhContext } from './context.ts'
import { canBecome, type Holding } from './editingCall.ts'
import { readReceived } from './readReceived.ts'
import { isRefusal } from './refusal.ts'
import type { Sender } from './sender.ts'

/**
 * How long after it came an update waits for its own replies. What it did is stored by then; when Telegram is slow or
 * tells us to wait, the replies go on by themselves and everybody else's updates are not held up, not even by fifty
 * of one person in a row.
 */
const PATIENCE_MS = 2_000

/**
 * How a turn ends in the chat: the pressed button stops waiting, the old message changes and the new ones come,
 * all at once, since none of them needs the others.
 */
export function responder(sender: Sender, ctx: SuluhContext): SuluhContext['respond'] {
  const press = ctx.callbackQuery
  const patienceEnds = performance.now() + PATIENCE_MS
  let isPressAnswered = false

  async function answerPress({ toast, alert }: Reply): Promise<void> {
    if (!press || isPressAnswered) return
    isPressAnswered = true
    await sender.answerPress(press.id, toast, alert)
  }

  return async (reply, edits) => {
    const chat = ctx.chat?.id
    // A press on what was shared into another chat names none; its wheel turns all the same.
    if (chat === undefined) {
      await patiently([answerPress(reply)], patienceEnds)
      return []
    }
    const target = edits ?? press?.message?.message_id
    const said: number[] = []

    const say = async (messages: Message[]): Promise<void> => {
      for (const message of messages) {
        const id = await sender.say(chat, message, topicOf(ctx)).catch(unlessExtra(message))
        if (id !== undefined) said.push(id)
      }
    }
    const sayAndEdit = async ({ edit, say: messages = [] }: Reply): Promise<void> => {
      if (!edit || target === undefined) return say(messages)
      const holds = holdingOf(ctx, target)
      const isInPlace = canBecome(holds, edit)
      const saying = say(isInPlace ? messages : [edit, ...messages])
      const [isDone] = await Promise.all([sender.edit(chat, target, edit, holds), saying])
      // Whoever deleted the message that should have changed must still see what comes next.
      if (isInPlace && !isDone && messages.length === 0) await say([edit])
    }
    await patiently([answerPress(reply), sayAndEdit(reply)], patienceEnds)
    return said
  }
}

/** What the message holds that shall change. Of any other than the pressed one, nothing is known. */
function holdingOf({ callbackQuery }: SuluhContext, target: number): Holding {
  const message = callbackQuery?.message
  // One that is too old for Telegram to show has the date 0.
  if (message?.message_id !== target || message.date === 0) return 'unknown'
  if ('text' in message) return 'text'
  return readReceived(message) ? 'file' : 'unknown'
}

/** The sender has logged it. @throws what concerns more than a file that is only an extra */
const unlessExtra = (message: Message) => (fault: unknown) => {
  const isOfFile = isRefusal(fault, 'unknown-file') || isRefusal(fault, 'too-big') || isMissing(fault)
  if (message.isExtra && isOfFile) return undefined
  throw fault
}

const isMissing = (fault: unknown) => fault instanceof Error && 'code' in fault && fault.code === 'ENOENT'

/** The forum topic that a message came from. A reply in General carries a thread id that is no topic. */
function topicOf({ message }: SuluhContext): number | undefined {
  return message?.is_topic_message ? message.message_thread_id : undefined
}

/** Waits for all, but not for ever. A fault within that time is the caller's; a later one is the sender's to log. */
async function patiently(work: Promise<void>[], until: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, until - performance.now()))
  })
  await Promise.race([Promise.all(work), enough])
  clearTimeout(timer)
}
