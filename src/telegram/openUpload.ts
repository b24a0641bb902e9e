import { openAsBlob } from 'node:fs'
import { access } from 'node:fs/promises'
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
  return { name: soundName(name), blob: await blobOf(content) }
}

async function blobOf(content: OwnFile['content']): Promise<Blob> {
  if (content instanceof Uint8Array) return new Blob([content])
  // Of a file that is not there the blob does not say which, nor why.
  await access(content.path)
  return openAsBlob(content.path)
}

/** Forms write a quote in a file's name as %22, and everybody would see that. */
const soundName = (name: string) => name.replaceAll('"', "'").replace(/[\p{Cc}/\\]/gu, '_')
