import type { SpreadsheetProblem } from './spreadsheetProblem.ts'

/** Files by their first bytes, as Latin-1: the name of a file says little about what is in it. */
const FOREIGN: [
  start: RegExp,
  code: SpreadsheetProblem['code'] & ('pdf' | 'image' | 'web_page' | 'rich_text' | 'archive'),
][] = [
  [/^\s*%PDF-/, 'pdf'],
  [/^\{\\rtf/, 'rich_text'],
  // ï»¿ is a byte order mark. Excel itself once wrote tables as HTML or XML and called them .xls.
  [/^(?:ï»¿)?\s*<(?:!doctype|html|table|meta|\?xml|!--)/i, 'web_page'],
  [/^(?:\x89PNG|\xFF\xD8\xFF|GIF8|BM.{4}\0{4}|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp(?:hei|mif|avi))/s, 'image'],
  [/^(?:7z\xBC\xAF|Rar!)/, 'archive'],
]

/** What a file is that is neither a workbook nor text; undefined when it may be one of these. */
export function foreignFile(bytes: Uint8Array): SpreadsheetProblem | undefined {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const foreign = FOREIGN.find(([pattern]) => pattern.test(start))
  return foreign && { code: foreign[1] }
}
