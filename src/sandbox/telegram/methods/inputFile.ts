import type { Call, Upload } from '../call.ts'
import { badRequest, Refusal } from '../refusal.ts'
import type { StoredFile } from '../state/files.ts'
import { imageSize } from '../state/imageSize.ts'
import { keepPhoto } from '../state/keepPhoto.ts'
import type { World } from '../world.ts'

const megabyte = 1024 * 1024
const biggestPhoto = 10 * megabyte
const biggestFile = 50 * megabyte

/** Kinds of files, with the folder Telegram puts them into and the name its errors use. */
export const fileKinds = {
  photo: { folder: 'photos', title: 'Photo' },
  document: { folder: 'documents', title: 'Document' },
  voice: { folder: 'voice', title: 'VoiceNote' },
  audio: { folder: 'music', title: 'Audio' },
  video: { folder: 'videos', title: 'Video' },
  video_note: { folder: 'video_notes', title: 'VideoNote' },
  sticker: { folder: 'stickers', title: 'Sticker' },
} as const

export type FileKind = keyof typeof fileKinds

/**
 * The file a call sends: uploaded with it, or known by its id from before.
 * @param given the value of the parameter: an id, or `attach://name` of an uploaded part
 * @throws Refusal in Telegram's words
 */
export function inputFile(world: World, call: Call, kind: FileKind, given: unknown): StoredFile {
  const upload = uploadFor(call, kind, given)
  if (upload) return keep(world, kind, upload)
  if (typeof given !== 'string' || given === '') throw badRequest(`there is no ${kind} in the request`)
  const known = world.files.byId(given)
  if (!known) {
    if (/^https?:/i.test(given)) call.warn('the local Telegram does not fetch files from the internet')
    throw badRequest('wrong file identifier/HTTP URL specified')
  }
  if (!known.path.startsWith(fileKinds[kind].folder)) {
    const was = Object.values(fileKinds).find(({ folder }) => known.path.startsWith(folder))
    throw badRequest(`can't use file of type ${was?.title ?? 'File'} as ${fileKinds[kind].title}`)
  }
  return known
}

function uploadFor({ files }: Call, kind: FileKind, given: unknown): Upload | undefined {
  if (typeof given === 'string' && given.startsWith('attach://')) {
    const upload = files.get(given.slice('attach://'.length))
    if (!upload) throw badRequest(`can't find attached file "${given.slice('attach://'.length)}"`)
    return upload
  }
  return given === undefined || given === '' ? files.get(kind) : undefined
}

function keep(world: World, kind: FileKind, { name, mimeType, bytes }: Upload): StoredFile {
  if (bytes.length === 0) throw badRequest('file must be non-empty')
  if (bytes.length > biggestFile) throw new Refusal(413, 'Request Entity Too Large')
  const { folder } = fileKinds[kind]
  if (kind !== 'photo') return world.files.add({ name, mimeType, bytes, folder })
  if (bytes.length > biggestPhoto) throw badRequest('file is too big')
  const size = imageSize(bytes)
  if (!size) throw badRequest('IMAGE_PROCESS_FAILED')
  const { width, height } = size
  const isSquare = Math.max(width, height) <= 20 * Math.min(width, height)
  if (width + height > 10_000 || !isSquare) throw badRequest('PHOTO_INVALID_DIMENSIONS')
  return keepPhoto(world.files, { name, mimeType: photoType(bytes), bytes, ...size })
}

function photoType(bytes: Buffer): string {
  return bytes[0] === 0x89 ? 'image/png' : 'image/jpeg'
}
