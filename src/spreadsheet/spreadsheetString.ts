import { cleanText } from './cleanText.ts'

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g

/**
 * A text as SpreadsheetML writes it, where `_x000D_` stands for a character that XML cannot hold.
 * @see ECMA-376 part 1, 22.4.2.4 (bstr) and 18.18.96 (ST_Xstring)
 */
export function spreadsheetString(text: string): string {
  return cleanText(
    text.includes('_x')
      ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      : text,
  )
}

/** A text in which nothing is taken for such a stand-in: `_x0041_` becomes `_x005F_x0041_`. */
export const spreadsheetEscape = (text: string): string =>
  text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text
