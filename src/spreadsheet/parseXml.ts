import type { Readable } from 'node:stream'
import { Parser } from 'htmlparser2'
import { Unreadable } from './unreadable.ts'

/** Is told of elements by their names without namespace prefix, which OOXML, Strict or not, keeps unambiguous. */
export interface XmlReader {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  /** A text may come in several pieces. */
  text?(piece: string): void
  close?(name: string): void
}

/**
 * Parses XML as it streams in, so that only a piece of it is in memory.
 * @throws Unreadable when it cannot be unpacked, is not closed, has another outermost element, or a DTD
 */
export async function parseXml(content: Readable, root: string, reader: XmlReader): Promise<void> {
  let outermost: string | undefined
  let depth = 0
  const parser = new Parser(
    {
      onopentag(qualifiedName, attributes) {
        const name = localName(qualifiedName)
        outermost ??= name
        depth += 1
        reader.open?.(name, attributes)
      },
      ontext: (piece) => reader.text?.(piece),
      onclosetag(qualifiedName) {
        depth -= 1
        reader.close?.(localName(qualifiedName))
      },
      onprocessinginstruction(name) {
        if (name.startsWith('!')) throw new Unreadable({ code: 'unsafe_xml' })
      },
    },
    { xmlMode: true },
  )
  const decoder = new TextDecoder()
  for await (const chunk of piecesOf(content)) parser.write(decoder.decode(chunk, { stream: true }))
  // The parser would close what a file that was cut off left open.
  if (outermost !== root || depth > 0) throw new Unreadable({ code: 'damaged' })
  parser.end()
}

/** The pieces of a stream; what keeps them from being unpacked is damage of the file. */
async function* piecesOf(content: Readable): AsyncGenerator<Uint8Array> {
  const pieces: AsyncIterator<Uint8Array> = content[Symbol.asyncIterator]()
  try {
    for (;;) {
      const { done, value } = await pieces.next().catch(() => {
        throw new Unreadable({ code: 'damaged' })
      })
      if (done) return
      yield value
    }
  } finally {
    content.destroy()
  }
}

function localName(qualifiedName: string): string {
  const colon = qualifiedName.indexOf(':')
  return colon < 0 ? qualifiedName : qualifiedName.slice(colon + 1)
}
