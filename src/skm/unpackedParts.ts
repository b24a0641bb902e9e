import { inflateRawSync } from 'node:zlib'

/** Signatures and lengths of the ZIP format (PKWARE APPNOTE 4.3). */
const END = { signature: 0x06054b50, length: 22 }
const ENTRY = { signature: 0x02014b50, length: 46 }
const LOCAL = { signature: 0x04034b50, length: 30 }
const ZIP64_LOCATOR = { signature: 0x07064b50, length: 20 }
const LONGEST_COMMENT = 65_535
const [STORED, DEFLATED] = [0, 8]

const DAMAGED = 'this workbook is damaged or only partly copied'

type Unpacked = { parts: Map<string, Buffer> } | { problem: string }

/**
 * Unpacks a ZIP archive within bounds: nothing is inflated beyond the size it declares, and the declared sizes
 * together stay below `most` bytes. An archive whose parts differ from their declared sizes is refused.
 */
export function unpackedParts(given: Uint8Array, most: number): Unpacked {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const parts = new Map<string, Buffer>()
  try {
    let total = 0
    for (const entry of directoryOf(bytes)) {
      total += entry.size
      if (total > most)
        return { problem: `this workbook would unpack to more than ${Math.floor(most / 1024 / 1024)} MB` }
      const part = contentOf(bytes, entry)
      if (part.length !== entry.size || parts.has(entry.name)) return { problem: DAMAGED }
      parts.set(entry.name, part)
    }
  } catch (fault) {
    return { problem: `${DAMAGED}: ${(fault as Error).message}` }
  }
  return parts.size > 0 ? { parts } : { problem: DAMAGED }
}

interface Entry {
  name: string
  method: number
  packedSize: number
  size: number
  offset: number
}

/** What the central directory lists, in its order. */
function* directoryOf(bytes: Buffer): Generator<Entry> {
  const end = endOf(bytes)
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 8); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== ENTRY.signature) throw new Error('its list of parts breaks off')
    const nameEnd = at + ENTRY.length + bytes.readUInt16LE(at + 28)
    yield {
      name: bytes.toString('utf8', at + ENTRY.length, nameEnd),
      method: bytes.readUInt16LE(at + 10),
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    }
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
}

function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END.length - LONGEST_COMMENT)
  for (let at = bytes.length - END.length; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) !== END.signature) continue
    const locator = at - ZIP64_LOCATOR.length
    if (locator >= 0 && bytes.readUInt32LE(locator) === ZIP64_LOCATOR.signature)
      throw new Error('it is a ZIP64 archive; save it again in Excel')
    return at
  }
  throw new Error('its end is missing')
}

function contentOf(bytes: Buffer, { name, method, packedSize, size, offset }: Entry): Buffer {
  if (bytes.readUInt32LE(offset) !== LOCAL.signature)
    throw new Error(`${JSON.stringify(name)} is not where it should be`)
  const start = offset + LOCAL.length + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const packed = bytes.subarray(start, start + packedSize)
  if (method === STORED) return packed
  if (method !== DEFLATED) throw new Error(`${JSON.stringify(name)} is packed by an unknown method`)
  return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
}
