import { spreadsheetEscape } from './spreadsheetString.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot hold.
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** A text as it can stand in an element or attribute of SpreadsheetML; what XML cannot hold is left out. */
export function xmlText(text: string): string {
  const possible = text.toWellFormed().replace(IMPOSSIBLE, '').replace(/\r\n?/g, '\n')
  return spreadsheetEscape(possible)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
