import { crc32, deflateRawSync } from 'node:zlib'

export type Cell = string | number | boolean | null

/** An XLSX workbook of one sheet as Excel lays it out: shared strings, addresses, deflated parts. */
export function workbook(rows: Cell[][]): Buffer {
  const strings: string[] = []
  const sheet = rows
    .map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => cellXml(cell, r, c, strings)).join('')}</row>`)
    .join('')
  return workbookOf(`<sheetData>${sheet}</sheetData>`, strings)
}

/** A workbook whose first sheet holds this XML. */
export function workbookOf(sheet: string, strings: string[] = [], more: MoreOfWorkbook = {}): Buffer {
  return zip(partsOf(sheet, strings, more))
}

export interface MoreOfWorkbook {
  /** XML in `sst`, after the plain strings. */
  strings?: string
  /** XML in `styleSheet`. */
  styles?: string
  /** XML in `workbook`, before the sheets. */
  workbook?: string
  /** The name of the first sheet, escaped. */
  name?: string
}

export interface Part {
  name: string
  content: Buffer
  /** What the directory says of the unpacked size, where it lies. */
  declaredSize?: number
}

/** A ZIP archive of these parts. */
export function zip(parts: Part[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, declaredSize = content.length } of parts) {
    const packed = deflateRawSync(content)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(8, 4)
    about.writeUInt32LE(crc32(content), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(declaredSize, 18)
    about.writeUInt16LE(Buffer.byteLength(name), 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), about, Buffer.from(name), packed])
    bodies.push(body)
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), about, tail, Buffer.from(name))
    offset += body.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, ...directory, Buffer.from('PK\x05\x06'), end])
}

/** The same parts in the namespaces of Strict OOXML. */
export function strict(parts: Part[]): Part[] {
  return parts.map(({ name, content }) => ({
    name,
    content: Buffer.from(
      content
        .toString()
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    ),
  }))
}

export function partsOf(sheet: string, strings: string[] = [], more: MoreOfWorkbook = {}): Part[] {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packageNamespace = 'http://schemas.openxmlformats.org/package/2006'
  return [
    xml('[Content_Types].xml', `<Types xmlns="${packageNamespace}/content-types"/>`),
    xml(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${types}">${more.workbook ?? ''}<sheets><sheet name="${more.name ?? 'Data'}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    xml(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packageNamespace}/relationships">
        <Relationship Id="rId1" Type="${types}/worksheet" Target="worksheets/sheet1.xml"/>
        <Relationship Id="rId2" Type="${types}/sharedStrings" Target="sharedStrings.xml"/>
        <Relationship Id="rId3" Type="${types}/styles" Target="styles.xml"/>
      </Relationships>`,
    ),
    xml(
      'xl/sharedStrings.xml',
      `<sst xmlns="${main}">${strings.map((s) => `<si><t>${escapeXml(s)}</t></si>`).join('')}${more.strings ?? ''}</sst>`,
    ),
    xml('xl/styles.xml', `<styleSheet xmlns="${main}">${more.styles ?? ''}</styleSheet>`),
    xml('xl/worksheets/sheet1.xml', `<worksheet xmlns="${main}">${sheet}</worksheet>`),
  ]
}

function xml(name: string, content: string): Part {
  return { name, content: Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`) }
}

function cellXml(cell: Cell, row: number, column: number, strings: string[]): string {
  if (cell === null) return ''
  const address = `${String.fromCharCode(65 + column)}${row + 1}`
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${Number(cell)}</v></c>`
  if (!strings.includes(cell)) strings.push(cell)
  return `<c r="${address}" t="s"><v>${strings.indexOf(cell)}</v></c>`
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
