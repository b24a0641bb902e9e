import { columnOfLetters } from './cellAddress.ts'
import { cellOf, type Workbook } from './cellOf.ts'
import type { XmlReader } from './parseXml.ts'
import type { SheetBuilder } from './sheetsWithin.ts'
import { Unreadable } from './unreadable.ts'

/** Excel's own limits. */
const [LAST_ROW, LAST_COLUMN] = [1_048_576, 16_383]

/** Reads the XML of a sheet into a builder. Cells that are only coloured or framed hold nothing. */
export function sheetXml(workbook: Workbook, sheet: SheetBuilder): XmlReader {
  let [row, column] = [0, -1]
  let type = 'n'
  let style = 0
  let value: string | undefined
  let isFormula = false
  let isValue = false
  let isPhonetic = false

  function startCell({ r, t, s }: Readonly<Record<string, string>>): void {
    if (r === undefined) column += 1
    else {
      const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(r) ?? []
      row = Number(digits)
      column = columnOfLetters(letters)
    }
    // A number that is none fails here too.
    if (!(Number.isInteger(row) && row >= 1 && row <= LAST_ROW && column >= 0 && column <= LAST_COLUMN))
      throw new Unreadable({ code: 'damaged' })
    type = t ?? 'n'
    style = Number(s ?? 0)
    value = undefined
    isFormula = false
  }

  return {
    open(name, attributes) {
      switch (name) {
        case 'c':
          return startCell(attributes)
        case 'v':
        case 't':
          isValue = !isPhonetic
          if (isValue) value ??= ''
          return
        case 'f':
          isFormula = true
          return
        case 'row':
          row = attributes.r === undefined ? row + 1 : Number(attributes.r)
          column = -1
          return
        case 'rPh':
          isPhonetic = true
          return
        case 'mergeCell':
          if (/^[A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7}$/.test(attributes.ref ?? ''))
            sheet.merge(attributes.ref ?? '')
      }
    },
    text(piece) {
      if (!isValue || value === undefined) return
      value += piece
      // Too long a text ends the reading here, before more of it comes.
      if (value.length > workbook.longestText) sheet.put(row, column, value)
    },
    close(name) {
      if (name === 'c') sheet.put(row, column, cellOf(workbook, type, style, value, isFormula))
      else if (name === 'v' || name === 't') isValue = false
      else if (name === 'rPh') isPhonetic = false
    },
  }
}
