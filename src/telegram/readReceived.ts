import type { MaybeInaccessibleMessage as Message } from 'telegraf/types'
import type { Received, ReceivedFile } from '../message/received.ts'

/** What a message brings besides words: its largest photo, its file, place or number; nothing for other messages. */
export function readReceived(message: Message): Received | undefined {
  if ('location' in message) {
    const { latitude, longitude, horizontal_accuracy: accuracy } = message.location
    const isLive = 'live_period' in message.location
    const place = { type: 'location', latitude, longitude, isLive } as const
    return { ...place, ...(accuracy !== undefined && { accuracy }) }
  }
  if ('contact' in message) {
    const { phone_number: phone, first_name: firstName, last_name: lastName, user_id } = message.contact
    const isOwn = user_id !== undefined && user_id === message.from?.id
    return { type: 'contact', phone, firstName, ...(lastName !== undefined && { lastName }), isOwn }
  }
  return readFile(message)
}

/** An animation comes with a document that is the same file: it is looked for first. */
const FILES = ['animation', 'document', 'audio', 'voice', 'video', 'video_note', 'sticker'] as const

/** What Telegram tells of a file; each kind has some of it. */
interface TelegramFile {
  file_id: string
  file_unique_id: string
  file_size?: number
  mime_type?: string
  file_name?: string
  width?: number
  height?: number
  duration?: number
}

function readFile(message: Message): ReceivedFile | undefined {
  const { caption } = message as { caption?: string }
  const below = caption !== undefined && { caption }
  if ('photo' in message) {
    const largest = largestOf(message.photo)
    return largest && { ...factsOf('photo', largest), ...below }
  }
  const type = FILES.find((kind) => kind in message)
  if (!type) return undefined
  return { ...factsOf(type, (message as unknown as Record<typeof type, TelegramFile>)[type]), ...below }
}

function largestOf<Size extends { width: number; height: number }>(sizes: Size[]): Size | undefined {
  const [largest] = sizes.toSorted((a, b) => b.width * b.height - a.width * a.height)
  return largest
}

function factsOf(type: ReceivedFile['type'], file: TelegramFile): ReceivedFile {
  const { file_size: size, mime_type: mimeType, file_name: name, width, height, duration: seconds } = file
  return {
    type,
    fileId: file.file_id,
    uniqueId: file.file_unique_id,
    ...(size !== undefined && { size }),
    ...(mimeType !== undefined && { mimeType }),
    ...(name !== undefined && { name }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(seconds !== undefined && { seconds }),
  }
}
