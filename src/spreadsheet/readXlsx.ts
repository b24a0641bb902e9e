import type { Workbook } from './cellOf.ts'
import { dateStyles } from './dateStyles.ts'
import type { Limits } from './limits.ts'
import { openPackage } from './openPackage.ts'
import { sharedStrings } from './sharedStrings.ts'
import type { Sheet } from './sheet.ts'
import { sheetsWithin } from './sheetsWithin.ts'
import { sheetXml } from './sheetXml.ts'
import { Unreadable } from './unreadable.ts'
import { workbookParts } from './workbookParts.ts'

/**
 * Reads a workbook in SpreadsheetML (.xlsx, .xlsm), Strict or not, part by part as it unpacks.
 * @throws Unreadable
 */
export async function readXlsx(bytes: Buffer, limits: Limits): Promise<Sheet[]> {
  const parts = await openPackage(bytes, limits)
  const { sheets: named, strings, styles, since1904 } = await workbookParts(parts)
  if (named.length === 0) throw new Unreadable({ code: 'no_sheets' })
  const workbook: Workbook = {
    strings: strings ? await sharedStrings(parts, strings, limits) : [],
    dateStyles: styles ? await dateStyles(parts, styles) : [],
    since1904,
    longestText: limits.cellCharacters,
  }
  const { sheets, startSheet } = sheetsWithin(limits)
  for (const { name, part } of named)
    await parts.read(part, 'worksheet', sheetXml(workbook, startSheet(name)))
  return sheets
}
