import { clearTimeout, setTimeout } from 'node:timers'
import type { Message, Reply } from '../message/message.ts'
import type { SuluhContext } from './context.ts'
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
    const work = [
      answerPress(reply),
      sayAll(reply.say ?? [], said, (message) => sender.say(chat, message, topicOf(ctx))),
      edit(sender, chat, target, reply),
    ]
    await patiently(work, patienceEnds)
    return said
  }
}

async function sayAll(
  messages: Message[],
  said: number[],
  say: (message: Message) => Promise<number | undefined>,
): Promise<void> {
  for (const message of messages) {
    const id = await say(message)
    if (id !== undefined) said.push(id)
  }
}

/** The forum topic that a message came from. A reply in General carries a thread id that is no topic. */
function topicOf({ message }: SuluhContext): number | undefined {
  return message?.is_topic_message ? message.message_thread_id : undefined
}

async function edit(
  sender: Sender,
  chat: number,
  target: number | undefined,
  { edit, say }: Reply,
): Promise<void> {
  if (!edit || target === undefined) return
  const isDone = await sender.edit(chat, target, edit)
  // Whoever deleted the message that should have changed must still see what comes next.
  if (!isDone && !say?.length) await sender.say(chat, edit)
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
