import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { Limits } from './limits.ts'
import { parseXml, type XmlReader } from './parseXml.ts'
import { Unreadable } from './unreadable.ts'

/** The parts of a document that is a ZIP archive (OPC), named without a leading slash, in any case. */
export interface Package {
  has(part: string): boolean
  /** Reads a part of XML whose outermost element has this name; a part that is not there is damage. */
  read(part: string, root: string, reader: XmlReader): Promise<void>
}

/**
 * Opens an archive. Parts are unpacked as they are read, and never beyond the size they declare; the declared
 * sizes of what is read stay together below the limit.
 * @throws Unreadable
 */
export async function openPackage(bytes: Buffer, limits: Limits): Promise<Package> {
  const archive = await orDamaged(fromBufferPromise(bytes))
  if (archive.entryCount > limits.parts) throw new Unreadable({ code: 'too_many_parts', most: limits.parts })
  const entries = await orDamaged(entriesOf(archive))
  let unpacked = 0

  return {
    has: (part) => entries.has(part.toLowerCase()),
    async read(part, root, reader) {
      const entry = entries.get(part.toLowerCase())
      if (!entry) throw new Unreadable({ code: 'damaged' })
      if (entry.isEncrypted()) throw new Unreadable({ code: 'password' })
      unpacked += entry.uncompressedSize
      if (unpacked > limits.unpackedBytes) {
        const megabytes = Math.floor(limits.unpackedBytes / 1024 / 1024)
        throw new Unreadable({ code: 'unpacks_too_large', megabytes })
      }
      const content = await orDamaged(archive.openReadStreamPromise(entry))
      await parseXml(content, root, reader)
    },
  }
}

async function entriesOf(archive: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  for await (const entry of archive.eachEntry()) {
    const name = entry.fileName.toLowerCase()
    // Two parts of one name: which of them is meant, each reader decides differently.
    if (entries.has(name)) throw new Unreadable({ code: 'damaged' })
    entries.set(name, entry)
  }
  return entries
}

/** What the archive reader finds wrong is wrong with the file. */
async function orDamaged<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch {
    throw new Unreadable({ code: 'damaged' })
  }
}
