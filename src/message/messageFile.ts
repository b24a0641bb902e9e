/** A file that goes with a message: one of ours, or one that Telegram has already. */
export type MessageFile = OwnFile | KnownFile

/** A file that is uploaded. */
export interface OwnFile {
  /** A photo is shown in the chat; one that Telegram cannot take for a photo goes as a document. */
  kind: 'photo' | 'document'
  /** What people see, and save it as. */
  name: string
  /** The bytes, or where they are on our disk: then they are streamed and never held whole. */
  content: Uint8Array | { path: string }
  /** A name for just these bytes, such as their hash: they are uploaded once and then sent by Telegram's id. */
  key?: string
}

/** A file by the id that Telegram gave it for this bot, e.g. when somebody sent it. */
export interface KnownFile {
  kind: 'photo' | 'document' | 'audio' | 'video' | 'voice'
  fileId: string
}

/** Bytes that Telegram takes of one photo; a bigger one goes as a document. */
export const BIGGEST_PHOTO = 10 * 1024 * 1024

/** Bytes that Telegram takes of one file; nothing bigger can be sent. */
export const BIGGEST_UPLOAD = 50 * 1024 * 1024
