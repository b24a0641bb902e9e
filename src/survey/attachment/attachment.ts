import { randomBytes } from 'node:crypto'
import type { ReceivedFile } from '../../message/received.ts'
import type { FileKind } from '../answer/reading.ts'

/** A photo or file that was given as an answer, as the answer and the database know it. */
export interface Attachment {
  /** Random, with an extension for whoever reads an export: what the answer holds. */
  name: string
  /** Where Telegram keeps it. */
  fileId: string
  mimeType: string | null
  /** Bytes, when Telegram knows. */
  size: number | null
}

const KINDS: Partial<Record<ReceivedFile['type'], FileKind>> = {
  photo: 'image',
  voice: 'audio',
  audio: 'audio',
  video: 'video',
  video_note: 'video',
  animation: 'video',
}

const EXTENSIONS = new Map([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/webp', 'webp'],
  ['audio/ogg', 'ogg'],
  ['audio/mpeg', 'mp3'],
  ['audio/mp4', 'm4a'],
  ['video/mp4', 'mp4'],
  ['application/pdf', 'pdf'],
])
const USUAL: Record<FileKind, string> = { image: 'jpg', audio: 'ogg', video: 'mp4', file: 'bin' }

/** What a type of content looks like. The sender's program says what it is, so it may be anything. */
const MIME_TYPE = /^[a-z0-9][\w.+-]{0,62}\/[a-z0-9][\w.+-]{0,100}$/i

/** What kind of answer a received file can be; nothing for stickers. A document is what its type says. */
export function kindOfFile({ type, mimeType = '' }: ReceivedFile): FileKind | undefined {
  if (type !== 'document') return KINDS[type]
  const family = mimeType.split('/')[0]
  return family === 'image' || family === 'audio' || family === 'video' ? family : 'file'
}

/** A received file under the name that it is going to be kept. What its sender called it is not kept. */
export function attachmentOf({ fileId, mimeType = '', size }: ReceivedFile, kind: FileKind): Attachment {
  return {
    name: `${randomBytes(12).toString('hex')}.${EXTENSIONS.get(mimeType) ?? USUAL[kind]}`,
    fileId,
    mimeType: MIME_TYPE.test(mimeType) ? mimeType : null,
    size: Number.isSafeInteger(size) ? (size ?? null) : null,
  }
}

/** What the file is called in the folder of files, apart from its extension, which follows from its content. */
export const fileIdOf = (name: string): string => name.replace(/\..*$/, '')
