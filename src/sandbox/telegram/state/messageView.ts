import type { FileRef, InlineButton, MessageView, PollView } from '../../protocol.ts'
import { buttonProblems } from '../keyboards/buttonProblems.ts'
import type { InlineKeyboardMarkup, Message, WireEntity, WireFile } from '../wire.ts'
import type { World } from '../world.ts'
import type { Chat, StoredMessage } from './chats.ts'
import { describeService } from './describeService.ts'

/** A message as the chat page shows it. */
export function messageView(world: World, chat: Chat, { message, isDeleted }: StoredMessage): MessageView {
  const text = message.text ?? message.caption
  const service = describeService(message)
  const keyboard = message.reply_markup
  return {
    id: message.message_id,
    chat: chat.id,
    ...(message.message_thread_id !== undefined && { thread: message.message_thread_id }),
    from: message.from.id,
    at: new Date(message.date * 1000).toISOString(),
    ...(message.edit_date !== undefined && { editedAt: new Date(message.edit_date * 1000).toISOString() }),
    isDeleted,
    ...(text !== undefined && { text }),
    entities: (message.entities ?? message.caption_entities ?? []).map(entityView),
    ...(message.reply_to_message && { replyTo: message.reply_to_message.message_id }),
    ...(message.forward_origin && { forwardedFrom: nameOfOrigin(message.forward_origin) }),
    ...mediaView(world, message),
    ...(service && { service }),
    ...(keyboard && { inlineKeyboard: keyboardView(keyboard) }),
  }
}

function mediaView(world: World, message: Message): Partial<MessageView> {
  const photo = message.photo?.at(-1)
  const { document, audio, video, video_note, voice, sticker, location, contact, poll } = message
  return {
    ...(photo && { photo: fileView(world, photo, 'foto.jpg') }),
    ...(document && { document: fileView(world, document, 'berkas') }),
    ...(audio && { audio: fileView(world, audio, 'lagu') }),
    ...(video && { video: fileView(world, video, 'video') }),
    ...(video_note && { videoNote: fileView(world, video_note, 'video') }),
    ...(voice && { voice: fileView(world, voice, 'suara.ogg') }),
    ...(sticker && { sticker: { emoji: sticker.emoji } }),
    ...(location && { location: placeView(location) }),
    ...(contact && {
      contact: {
        phone: contact.phone_number,
        firstName: contact.first_name,
        ...(contact.user_id !== undefined && { person: contact.user_id }),
      },
    }),
    ...(poll && { poll: pollView(world, poll.id, message) }),
  }
}

function pollView(world: World, id: string, message: Message): PollView {
  const stored = world.polls.get(id)
  const poll = stored?.wire ?? message.poll
  if (!poll) throw new Error(`poll ${id} is nowhere`)
  const votes = [...(stored?.votes ?? [])]
  return {
    question: poll.question,
    options: poll.options.map((option, index) => ({
      text: option.text,
      votes: option.voter_count,
      mine: votes.filter(([, chosen]) => chosen.includes(index)).map(([person]) => person),
    })),
    isClosed: poll.is_closed,
    isAnonymous: poll.is_anonymous,
    allowsMultiple: poll.allows_multiple_answers,
    kind: poll.type,
  }
}

function placeView({ latitude, longitude, horizontal_accuracy }: NonNullable<Message['location']>) {
  const accuracy = horizontal_accuracy !== undefined && { accuracy: horizontal_accuracy }
  return { latitude, longitude, ...accuracy }
}

function fileView(world: World, file: WireFile, name: string): FileRef {
  const known = world.files.byId(file.file_id)?.ref
  return (
    known ?? {
      fileId: file.file_id,
      name: file.file_name ?? name,
      mimeType: file.mime_type ?? 'application/octet-stream',
      size: file.file_size,
    }
  )
}

function entityView({ type, offset, length, url, language }: WireEntity) {
  return { type, offset, length, ...(url && { url }), ...(language && { language }) }
}

function keyboardView({ inline_keyboard }: InlineKeyboardMarkup): InlineButton[][] {
  const count = inline_keyboard.reduce((sum, row) => sum + row.length, 0)
  return inline_keyboard.map((row) =>
    row.map((button) => ({
      text: button.text,
      ...(button.callback_data !== undefined && { callbackData: button.callback_data }),
      ...(button.url !== undefined && { url: button.url }),
      ...(button.copy_text && { copyText: button.copy_text.text }),
      ...(button.web_app && { webApp: button.web_app.url }),
      warnings: buttonProblems(row.length, count),
    })),
  )
}

function nameOfOrigin({ sender_user, chat }: NonNullable<Message['forward_origin']>): string {
  if (!sender_user) return chat?.title ?? ''
  return [sender_user.first_name, sender_user.last_name].filter(Boolean).join(' ')
}
