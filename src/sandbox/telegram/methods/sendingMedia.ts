import type { Call, Method } from '../call.ts'
import { integerOf, isObject, numberOf, type Parameters, structureOf, textOf } from '../parameters.ts'
import { badRequest } from '../refusal.ts'
import { wireFile } from '../state/files.ts'
import { wirePhoto } from '../state/keepPhoto.ts'
import { readCaption } from '../text/formatText.ts'
import type { MessageContent } from '../wire.ts'
import type { World } from '../world.ts'
import { type FileKind, inputFile } from './inputFile.ts'
import { sendContent } from './sendContent.ts'

/** Methods that send files, places and people. */
export const sendingMedia = {
  sendPhoto: sender('photo'),
  sendDocument: sender('document'),
  sendVoice: sender('voice'),
  sendAudio: sender('audio'),
  sendVideo: sender('video'),
  sendVideoNote: sender('video_note'),
  sendSticker: sender('sticker'),

  sendMediaGroup(world, call) {
    const media = structureOf(call.parameters, 'media', "can't parse media JSON object")
    if (!Array.isArray(media)) throw badRequest("can't parse media: expected an Array")
    if (media.length < 2 || media.length > 10) throw badRequest('wrong number of media in the media group')
    const contents = media.map((item) => mediaOf(world, call, item))
    const media_group_id = `${13_000_000_000_000_000n + BigInt(world.lastMessage) * 8n}`
    return contents.map((content) => sendContent(world, call, content, { media_group_id }))
  },

  sendLocation(world, call) {
    const latitude = numberOf(call.parameters, 'latitude')
    const longitude = numberOf(call.parameters, 'longitude')
    if (latitude === undefined || longitude === undefined) throw badRequest('location coordinates are empty')
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw badRequest('wrong location specified')
    const accuracy = numberOf(call.parameters, 'horizontal_accuracy')
    const location = { latitude, longitude, ...(accuracy !== undefined && { horizontal_accuracy: accuracy }) }
    return sendContent(world, call, { location })
  },

  sendContact(world, call) {
    const phone_number = textOf(call.parameters, 'phone_number')
    const first_name = textOf(call.parameters, 'first_name')
    const last_name = textOf(call.parameters, 'last_name')
    if (!phone_number) throw badRequest('phone number is empty')
    if (!first_name) throw badRequest('first name is empty')
    return sendContent(world, call, {
      contact: { phone_number, first_name, ...(last_name && { last_name }) },
    })
  },

  getFile(world, { parameters }) {
    const file = world.files.byId(textOf(parameters, 'file_id') ?? '')
    if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable')
    if (file.bytes.length > 20 * 1024 * 1024) throw badRequest('file is too big')
    const { file_id, file_unique_id, file_size } = wireFile(file, true)
    return { file_id, file_unique_id, file_size, file_path: file.path }
  },
} satisfies Record<string, Method>

function sender(kind: FileKind): Method {
  return (world, call) =>
    sendContent(world, call, fileContent(world, call, kind, call.parameters[kind], call.parameters))
}

/** The content that an `InputMedia` stands for. @throws Refusal in Telegram's words */
export function mediaOf(world: World, call: Call, item: unknown): MessageContent {
  if (!isObject(item)) throw badRequest("can't parse InputMedia: expected an Object")
  const kind = item.type
  if (kind !== 'photo' && kind !== 'document' && kind !== 'audio' && kind !== 'video') {
    throw badRequest("can't parse InputMedia: Media to send of the type specified is not allowed")
  }
  if (typeof item.media !== 'string') throw badRequest('can\'t parse InputMedia: Can\'t find field "media"')
  return fileContent(world, call, kind, item.media, item)
}

function fileContent(
  world: World,
  call: Call,
  kind: FileKind,
  given: unknown,
  options: Parameters,
): MessageContent {
  const caption = kind === 'sticker' || kind === 'video_note' ? {} : readCaption(options, call.warn)
  const stored = inputFile(world, call, kind, given)
  const file = wireFile(stored, kind === 'photo')
  const duration = integerOf(options, 'duration') ?? file.duration ?? 0
  switch (kind) {
    case 'photo':
      return { photo: wirePhoto(stored), ...caption }
    case 'document':
      return { document: file, ...caption }
    case 'sticker':
      return { sticker: { ...file, emoji: textOf(options, 'emoji') ?? '🙂' } }
    case 'voice':
      return { voice: { ...file, duration }, ...caption }
    case 'audio':
      return { audio: { ...file, duration }, ...caption }
    case 'video':
      return { video: { ...file, duration }, ...caption }
    case 'video_note':
      return { video_note: { ...file, duration, length: integerOf(options, 'length') ?? 240 } }
  }
}
