import { Writable } from 'node:stream'
import type { SheetToWrite } from './sheetToXml.ts'
import { writeWorkbook } from './writeWorkbook.ts'

/** A small workbook as bytes. */
export async function workbookBytes(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const chunks: Buffer[] = []
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  await writeWorkbook(sheets, out)
  return Buffer.concat(chunks)
}
