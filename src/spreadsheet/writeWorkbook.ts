import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { distinctSheetNames } from './distinctSheetNames.ts'
import { type SheetToWrite, sheetToXml } from './sheetToXml.ts'
import { workbookFrame } from './workbookFrame.ts'

/** Nobody needs to know when a file was made, and the same rows make the same bytes. */
const MADE = new Date(Date.UTC(2000, 0, 1))

/** Much faster than the strongest compression, and hardly larger. */
const COMPRESSION = 3

/**
 * Writes a workbook (.xlsx) of these sheets, in their order, and ends `out`. Rows are asked for as they can be
 * written, so that neither they nor the file are ever in memory.
 * @throws what the source of the rows throws, RangeError for more rows or columns than a sheet holds, and what
 *   keeps `out` from being written; `out` is destroyed then
 */
export async function writeWorkbook(sheets: readonly SheetToWrite[], out: Writable): Promise<void> {
  const archive = new ZipFile()
  const options = { mtime: MADE, compressionLevel: COMPRESSION }
  const bytes = archive.outputStream as Readable
  // Neither the archive nor what it holds tells its faults to the pipeline below by itself.
  const giveUp = (fault: Error) => bytes.destroy(fault)
  archive.on('error', giveUp)
  const frame = workbookFrame(distinctSheetNames(sheets.map(({ name }) => name)))
  for (const { part, content } of frame.parts) archive.addBuffer(Buffer.from(content), part, options)
  const begun: Readable[] = []
  for (const [index, sheet] of sheets.entries())
    archive.addReadStreamLazy(frame.sheetParts[index] ?? '', options, (give) => {
      const content = Readable.from(sheetToXml(sheet))
      content.on('error', giveUp)
      begun.push(content)
      give(null, content)
    })
  archive.end()
  try {
    await pipeline(bytes, out)
  } finally {
    // Rows that nobody asks for any more may hold a cursor open.
    for (const content of begun) content.destroy()
  }
}
