import { type CellObject, read, type WorkBook } from '@e965/xlsx'
import type { Cell } from './cell.ts'
import { columnLetters } from './cellAddress.ts'
import { numberCell, textCell } from './cellOf.ts'
import { cleanText } from './cleanText.ts'
import { dateFormat } from './dateFormat.ts'
import type { Limits } from './limits.ts'
import type { Sheet } from './sheet.ts'
import { sheetsWithin } from './sheetsWithin.ts'
import { Unreadable } from './unreadable.ts'

/** What the library numbers, as Excel shows it. */
const ERRORS = new Map([
  [0, '#NULL!'],
  [7, '#DIV/0!'],
  [15, '#VALUE!'],
  [23, '#REF!'],
  [29, '#NAME?'],
  [36, '#NUM!'],
  [42, '#N/A'],
])

/**
 * Reads a compound file: a workbook of Excel 5.0 to 2003 (.xls), or what else is kept in such a file.
 * @throws Unreadable
 */
export function readXls(bytes: Buffer, limits: Limits): Sheet[] {
  const workbook = parse(bytes)
  if (workbook.SheetNames.length === 0) throw new Unreadable({ code: 'no_sheets' })
  const since1904 = workbook.Workbook?.WBProps?.date1904 === true
  const { sheets, startSheet } = sheetsWithin(limits)
  for (const name of workbook.SheetNames) {
    const given = workbook.Sheets[name]
    const sheet = startSheet(cleanText(name))
    // Rows and cells that are not there are holes, which forEach passes over.
    given?.['!data']?.forEach((row, index) => {
      row.forEach((cell, column) => {
        sheet.put(index + 1, column, cellOf(cell, since1904))
      })
    })
    for (const { s, e } of given?.['!merges'] ?? [])
      sheet.merge(`${columnLetters(s.c)}${s.r + 1}:${columnLetters(e.c)}${e.r + 1}`)
  }
  return sheets
}

function parse(bytes: Buffer): WorkBook {
  // Bytes are looked for: looking for UTF-16, Node never ends where a buffer begins at an odd address.
  const has = (stream: string) => bytes.includes(Buffer.from(`${stream}\0`, 'utf16le'))
  if (!has('Workbook') && !has('Book')) {
    if (has('EncryptedPackage')) throw new Unreadable({ code: 'password' })
    throw new Unreadable({ code: has('WordDocument') || has('PowerPoint Document') ? 'document' : 'damaged' })
  }
  try {
    return read(bytes, { type: 'buffer', dense: true, cellNF: true, cellText: false, cellFormula: false })
  } catch (fault) {
    throw new Unreadable({ code: /password|encrypt/i.test(String(fault)) ? 'password' : 'damaged' })
  }
}

function cellOf({ t, v, z }: CellObject, since1904: boolean): Cell {
  switch (t) {
    case 'n':
      return numberCell(Number(v), dateFormat(String(z ?? 'General')), since1904)
    case 's':
      return textCell(cleanText(String(v)))
    case 'b':
      return v === true
    case 'e':
      return { error: ERRORS.get(Number(v)) ?? '#N/A' }
    default:
      return null
  }
}
