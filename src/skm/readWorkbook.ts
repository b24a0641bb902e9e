import { readSheet } from 'read-excel-file/universal'
import { sheetProblem } from './sheetProblem.ts'
import { MOST_CELLS, type Table } from './table.ts'
import { unpackedParts } from './unpackedParts.ts'

/** Parts of a workbook may unpack to this many bytes together; 100 000 questionnaires need about 50 MB. */
const MOST_UNPACKED = 150 * 1024 * 1024

/**
 * Reads the first sheet of an XLSX workbook. Before the reader sees the file, it is checked that it will not
 * take all memory: neither by what it unpacks to, nor by a lone cell far out, for gaps are filled with cells.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Table> {
  const unpacked = unpackedParts(bytes, MOST_UNPACKED)
  if ('problem' in unpacked) return unpacked
  if (!unpacked.parts.has('xl/workbook.xml'))
    return { problem: 'this is an archive (ZIP) or another kind of document, not an Excel workbook (XLSX)' }
  for (const part of unpacked.parts.values()) {
    if (!part.includes('sheetData')) continue
    const problem = sheetProblem(part.toString('latin1'), MOST_CELLS)
    if (problem) return { problem }
  }
  try {
    return { rows: await readSheet(new Uint8Array(bytes).buffer) }
  } catch (fault) {
    return { problem: `this workbook cannot be read: ${(fault as Error).message}` }
  }
}
