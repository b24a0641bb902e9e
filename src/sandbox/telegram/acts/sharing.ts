import type { Act } from '../../protocol.ts'
import { fileKinds } from '../methods/inputFile.ts'
import { type StoredFile, wireFile } from '../state/files.ts'
import { imageSize } from '../state/imageSize.ts'
import { detectEntities } from '../text/detectEntities.ts'
import type { MessageContent } from '../wire.ts'
import type { World } from '../world.ts'
import { Impossible } from './impossible.ts'
import { speak } from './speak.ts'

type Of<Do extends Act['do']> = Extract<Act, { do: Do }>

/** A picture, as Telegram's apps send it: without its name. */
export function sendPhoto(world: World, act: Of<'send-photo'>): number {
  const uploaded = uploadedFile(world, act.file)
  const size = imageSize(uploaded.bytes) ?? { width: 800, height: 600 }
  const { name, mimeType } = uploaded.ref
  const { folder } = fileKinds.photo
  const photo = world.files.add({ name, mimeType, bytes: uploaded.bytes, folder, ...size })
  return speak(world, act, { photo: [wireFile(photo, true)], ...captionOf(act) }).message_id
}

export function sendDocument(world: World, act: Of<'send-document'>): number {
  const document = wireFile(uploadedFile(world, act.file))
  return speak(world, act, { document, ...captionOf(act) }).message_id
}

/** A voice message of so many seconds; it is silent, but as big as a real one. */
export function sendVoice(world: World, act: Of<'send-voice'>): number {
  const duration = Math.max(1, Math.round(act.seconds))
  const voice = world.files.add({
    name: 'suara.ogg',
    mimeType: 'audio/ogg',
    bytes: Buffer.alloc(duration * 2000),
    folder: fileKinds.voice.folder,
    duration,
  })
  const { file_name: _, ...file } = wireFile(voice)
  return speak(world, act, { voice: file }).message_id
}

export function sendSticker(world: World, act: Of<'send-sticker'>): number {
  const picture = world.files.add({
    name: 'stiker.webp',
    mimeType: 'image/webp',
    bytes: Buffer.from(act.emoji),
    folder: fileKinds.sticker.folder,
    width: 512,
    height: 512,
  })
  return speak(world, act, { sticker: { ...wireFile(picture, true), emoji: act.emoji } }).message_id
}

export function sendLocation(world: World, act: Of<'send-location'>): number {
  const { latitude, longitude } = act
  return speak(world, act, { location: { latitude, longitude } }).message_id
}

/** A phone number; `person` tells whose account it is, as when the contact button was pressed. */
export function sendContact(world: World, act: Of<'send-contact'>): number {
  const { phone, firstName, person } = act
  return speak(world, act, {
    contact: {
      phone_number: phone,
      first_name: firstName,
      ...(person !== undefined && { user_id: person }),
    },
  }).message_id
}

function uploadedFile(world: World, fileId: string): StoredFile {
  const file = world.files.byId(fileId)
  if (!file) throw new Impossible('Berkas ini sudah tidak ada; unggah sekali lagi')
  return file
}

function captionOf({ caption }: { caption?: string }): MessageContent {
  const text = caption?.trim()
  if (!text) return {}
  if ([...text].length > 1024) throw new Impossible('Keterangan paling panjang 1024 huruf')
  const entities = detectEntities(text)
  return { caption: text, ...(entities.length > 0 && { caption_entities: entities }) }
}
