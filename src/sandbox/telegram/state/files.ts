import { randomBytes } from 'node:crypto'
import type { FileRef } from '../../protocol.ts'
import type { WireFile } from '../wire.ts'

const keptBytes = 256 * 1024 * 1024

export interface StoredFile {
  ref: FileRef
  bytes: Buffer
  uniqueId: string
  /** Where the bot downloads it: `/file/bot<token>/<path>`. */
  path: string
  /** A photo in all its sizes, this one among them. */
  sizes?: StoredFile[]
}

export interface NewFile {
  name: string
  mimeType: string
  bytes: Buffer
  /** The folder of its path, e.g. `photos`. */
  folder: string
  width?: number
  height?: number
  seconds?: number
}

/** Bytes that were sent or uploaded, in memory; the oldest go when there are too many. */
export interface FileShelf {
  add(file: NewFile): StoredFile
  byId(fileId: string): StoredFile | undefined
  byPath(path: string): StoredFile | undefined
}

export function createFileShelf(): FileShelf {
  const files = new Map<string, StoredFile>()
  const paths = new Map<string, StoredFile>()
  let held = 0
  let count = 0

  function makeRoom() {
    for (const [id, file] of files) {
      if (held <= keptBytes) return
      held -= file.bytes.length
      files.delete(id)
      paths.delete(file.path)
    }
  }

  return {
    add({ name, mimeType, bytes, folder, width, height, seconds }) {
      const extension = name.match(/\.[A-Za-z0-9]{1,8}$/)?.[0] ?? ''
      const fileId = `BQAC${randomBytes(24).toString('base64url')}`
      const size = bytes.length
      const ref: FileRef = {
        fileId,
        name,
        mimeType,
        size,
        ...(width && height && { width, height }),
        ...(seconds !== undefined && { seconds }),
      }
      const file: StoredFile = {
        ref,
        bytes,
        uniqueId: `AgAD${randomBytes(8).toString('base64url')}`,
        path: `${folder}/file_${count++}${extension}`,
      }
      files.set(fileId, file)
      paths.set(file.path, file)
      held += size
      makeRoom()
      return file
    },
    byId: (fileId) => files.get(fileId),
    byPath: (path) => paths.get(path),
  }
}

/** The Bot API's description of a file; for pictures without name and type, as Telegram does it. */
export function wireFile({ ref, uniqueId }: StoredFile, isPicture = false): WireFile {
  return {
    file_id: ref.fileId,
    file_unique_id: uniqueId,
    file_size: ref.size,
    ...(!isPicture && { file_name: ref.name, mime_type: ref.mimeType }),
    ...(ref.width && ref.height && { width: ref.width, height: ref.height }),
    ...(ref.seconds !== undefined && { duration: ref.seconds }),
  }
}
