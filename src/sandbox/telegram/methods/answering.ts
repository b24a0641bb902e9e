import type { Method } from '../call.ts'
import { flagOf, textOf } from '../parameters.ts'
import { badRequest } from '../refusal.ts'
import { tellChat } from '../state/chatView.ts'
import { writableChat } from '../state/findChat.ts'

const longestToast = 200
const shownActionMs = 5000

const chatActions = new Set([
  'cancel',
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
])

/** Methods that tell a person the bot has noticed. */
export const answering = {
  answerCallbackQuery(world, { parameters }) {
    const id = textOf(parameters, 'callback_query_id') ?? ''
    const text = textOf(parameters, 'text') ?? ''
    const url = textOf(parameters, 'url')
    if (text.length > longestToast && [...text].length > longestToast) throw badRequest('MESSAGE_TOO_LONG')
    const answer = { ...(text && { text }), alert: flagOf(parameters, 'show_alert'), ...(url && { url }) }
    const person = world.callbacks.answer(id, answer)
    if (person === undefined) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid')
    }
    world.events.tell({ type: 'callback-answered', callback: id, person, ...answer })
    return true
  },

  sendChatAction(world, { parameters }) {
    const action = textOf(parameters, 'action')?.toLowerCase() ?? ''
    if (!chatActions.has(action)) throw badRequest('wrong parameter action in request')
    const chat = writableChat(world, parameters)
    if (action === 'cancel') delete chat.action
    else chat.action = { action, until: new Date(world.clock.now().getTime() + shownActionMs) }
    tellChat(world, chat)
    return true
  },
} satisfies Record<string, Method>
