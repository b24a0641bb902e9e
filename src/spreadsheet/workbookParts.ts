import { posix } from 'node:path'
import { cleanText } from './cleanText.ts'
import type { Package } from './openPackage.ts'
import { Unreadable } from './unreadable.ts'

/** Where the parts of a workbook lie in its package. */
export interface WorkbookParts {
  sheets: { name: string; part: string }[]
  strings?: string
  styles?: string
  /** Days are counted from 1904 on, as Excel for Macintosh did, not from 1900. */
  since1904: boolean
}

/** Reads what a workbook is made of; sheets that hold a chart only are left out. */
export async function workbookParts(parts: Package): Promise<WorkbookParts> {
  const workbook = await workbookPart(parts)
  const related = await relationships(parts, workbook)
  const sheets: WorkbookParts['sheets'] = []
  let since1904 = false
  await parts.read(workbook, 'workbook', {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const id = Object.keys(attributes).find((key) => key.endsWith(':id'))
      const sheet = related.find((relationship) => relationship.id === attributes[id ?? ''])
      if (!sheet) throw new Unreadable({ code: 'damaged' })
      if (sheet.type === 'worksheet')
        sheets.push({ name: cleanText(attributes.name ?? ''), part: sheet.part })
    },
  })
  const partOf = (type: string) => related.find((other) => other.type === type && parts.has(other.part))?.part
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')]
  return { sheets, since1904, ...(strings && { strings }), ...(styles && { styles }) }
}

/** Where the workbook lies; what kind of document the archive is, when it holds none. */
async function workbookPart(parts: Package): Promise<string> {
  const named = parts.has('_rels/.rels')
    ? (await relationships(parts, '')).find(({ type }) => type === 'officeDocument')?.part
    : undefined
  const part = named ?? 'xl/workbook.xml'
  if (parts.has('mimetype')) throw new Unreadable({ code: 'open_document' })
  if (part.endsWith('.bin')) throw new Unreadable({ code: 'binary_workbook' })
  if (/^(?:word|ppt|visio)\//.test(part) || parts.has('word/document.xml'))
    throw new Unreadable({ code: 'document' })
  if (!parts.has(part)) throw new Unreadable({ code: 'archive' })
  return part
}

interface Relationship {
  id: string
  /** The last word of its type, which Strict OOXML shares with the other kind. */
  type: string
  part: string
}

async function relationships(parts: Package, part: string): Promise<Relationship[]> {
  const { dir, base } = posix.parse(part)
  const found: Relationship[] = []
  await parts.read(posix.join(dir, '_rels', `${base}.rels`), 'Relationships', {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(dir, Target)
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part: target })
    },
  })
  return found
}
