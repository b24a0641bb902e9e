import type { SandboxEvent } from '../protocol.ts'
import { applyEvent } from './applyEvent.ts'
import type { PageModel } from './pageModel.ts'
import { complaintsForgotten, pressEnded } from './pressBook.ts'

const keptOldKeyboards = 3

/** The page after one event: the sandbox's part, the taps that ended, and the keyboards that went away. */
export function receiveEvent(model: PageModel, event: SandboxEvent, at: number): PageModel {
  if (!model.sandbox) return model
  const next = { ...withOldKeyboard(model, event), sandbox: applyEvent(model.sandbox, event) }
  switch (event.type) {
    case 'callback-answered':
      return { ...next, presses: pressEnded(next.presses, event.callback, false) }
    case 'callback-expired':
      return { ...next, presses: pressEnded(next.presses, event.callback, true) }
    case 'clock':
      return { ...next, clockReadAt: at }
    default:
      return next
  }
}

function withOldKeyboard(model: PageModel, event: SandboxEvent): PageModel {
  if (event.type !== 'message-changed') return model
  const { chat, id, inlineKeyboard } = event.message
  const before = model.sandbox?.chats
    .find((known) => known.id === chat)
    ?.messages.findLast((known) => known.id === id)?.inlineKeyboard
  if (!before || JSON.stringify(before) === JSON.stringify(inlineKeyboard)) return model
  const key = `${chat}:${id}`
  const kept = [before, ...(model.oldKeyboards[key] ?? [])].slice(0, keptOldKeyboards)
  return {
    ...model,
    oldKeyboards: { ...model.oldKeyboards, [key]: kept },
    presses: complaintsForgotten(model.presses, chat, id),
  }
}
