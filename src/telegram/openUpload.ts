import { openAsBlob } from 'node:fs'
import type { OwnFile } from '../message/messageFile.ts'

/** A file on its way to Telegram. A blob that stands for a file on the disk is read as it is sent. */
export interface Upload {
  name: string
  blob: Blob
}

/**
 * A file of ours, ready to be sent as often as it takes.
 * @throws the fault of the disk, when the file is not there
 */
export async function openUpload({ name, content }: OwnFile): Promise<Upload> {
  const blob = content instanceof Uint8Array ? new Blob([content]) : await openAsBlob(content.path)
  return { name, blob }
}
