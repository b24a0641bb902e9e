import { LRUCache } from 'lru-cache'
import type { Message } from '../message/message.ts'
import type { OwnFile } from '../message/messageFile.ts'

/** Files whose ids are remembered. */
const MOST_FILES = 500

/** Remembers under which ids Telegram knows the files with a key, so that each is uploaded once. */
export function sentFiles() {
  const ids = new LRUCache<string, string>({ max: MOST_FILES })

  return {
    /** The message with its file by id, when Telegram has it; else the same message. */
    known(message: Message): Message {
      const name = nameOf(message)
      const fileId = name && ids.get(name)
      if (!fileId) return message
      return { ...message, file: { kind: (message.file as OwnFile).kind, fileId } }
    },

    /** @param sent what Telegram answered to the message */
    remember(message: Message, sent: unknown): void {
      const name = nameOf(message)
      const fileId = name && fileIdIn(sent, (message.file as OwnFile).kind)
      if (fileId) ids.set(name, fileId)
    },

    forget(message: Message): void {
      const name = nameOf(message)
      if (name) ids.delete(name)
    },
  }
}

function nameOf({ file }: Message): string | undefined {
  return typeof file === 'object' && 'key' in file ? `${file.kind} ${file.key}` : undefined
}

interface SentMessage {
  photo?: { file_id: string }[]
  document?: { file_id: string }
}

function fileIdIn(sent: unknown, kind: OwnFile['kind']): string | undefined {
  const { photo, document } = (sent ?? {}) as SentMessage
  return kind === 'photo' ? photo?.at(-1)?.file_id : document?.file_id
}
