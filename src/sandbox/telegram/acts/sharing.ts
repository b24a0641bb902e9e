import type { Act } from '../../act.ts'
import { fileKinds } from '../methods/inputFile.ts'
import { type StoredFile, wireFile } from '../state/files.ts'
import { imageSize } from '../state/imageSize.ts'
import { keepPhoto, wirePhoto } from '../state/keepPhoto.ts'
import { silentVoice } from '../state/silentVoice.ts'
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
  const photo = keepPhoto(world.files, { name, mimeType, bytes: uploaded.bytes, ...size })
  return speak(world, act, { photo: wirePhoto(photo), ...captionOf(act) }).message_id
}

export function sendDocument(world: World, act: Of<'send-document'>): number {
  const document = wireFile(uploadedFile(world, act.file))
  return speak(world, act, { document, ...captionOf(act) }).message_id
}

/** A song, a film, or the round film of a face. */
export function sendMedia(world: World, act: Of<'send-media'>): number {
  const { bytes, ref } = uploadedFile(world, act.file)
  const { name, mimeType } = ref
  const { folder } = fileKinds[act.kind]
  const seconds = Math.round(act.seconds ?? 0)
  const stored = world.files.add({ name, mimeType, bytes, folder, seconds, ...pixels[act.kind] })
  return speak(world, act, contentOf(act.kind, stored, act)).message_id
}

/** The local Telegram looks into no film. */
const pixels = { audio: {}, video: { width: 1280, height: 720 }, video_note: {} }

function contentOf(
  kind: Of<'send-media'>['kind'],
  stored: StoredFile,
  act: Of<'send-media'>,
): MessageContent {
  switch (kind) {
    case 'audio':
      return { audio: wireFile(stored), ...captionOf(act) }
    case 'video':
      return { video: wireFile(stored), ...captionOf(act) }
    case 'video_note':
      return { video_note: { ...wireFile(stored, true), length: 384 } }
  }
}

const longestVoice = 3600

/** A voice message of so many seconds, in which nobody speaks. */
export function sendVoice(world: World, act: Of<'send-voice'>): number {
  const seconds = Math.max(1, Math.min(Math.round(act.seconds), longestVoice))
  const voice = world.files.add({
    name: 'suara.ogg',
    mimeType: 'audio/ogg',
    bytes: silentVoice(seconds),
    folder: fileKinds.voice.folder,
    seconds,
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
  const { latitude, longitude, accuracy } = act
  const location = { latitude, longitude, ...(accuracy !== undefined && { horizontal_accuracy: accuracy }) }
  return speak(world, act, { location }).message_id
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
