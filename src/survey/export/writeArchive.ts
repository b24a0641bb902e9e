import { PassThrough, type Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** A file on its way into an archive. */
export interface ArchivedFile {
  name: string
  /** Writes the content and ends `out`. */
  write(out: Writable): Promise<void>
}

/** Nobody needs to know when a file was made, and the same content makes the same bytes. */
const MADE = new Date(Date.UTC(2000, 0, 1))

/** Much faster than the strongest compression, and hardly larger. */
const COMPRESSION = 3

/**
 * Writes files into a zip archive, one after the other as they come, and ends `out`.
 * @throws what the writing of a file throws, and what keeps `out` from being written; `out` is destroyed then
 */
export async function writeArchive(files: readonly ArchivedFile[], out: Writable): Promise<void> {
  const archive = new ZipFile()
  const bytes = archive.outputStream as Readable
  // The archive tells its faults aside from its stream, where a pipeline would not hear of them.
  archive.on('error', (fault: Error) => bytes.destroy(fault))
  for (const { name, write } of files)
    archive.addReadStreamLazy(name, { mtime: MADE, compressionLevel: COMPRESSION }, (give) => {
      const content = new PassThrough()
      give(null, content)
      write(content).catch((fault: Error) => bytes.destroy(fault))
    })
  archive.end()
  await pipeline(bytes, out)
}
