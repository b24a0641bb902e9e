import { LONGEST_LANGUAGE } from '../definition/definition.ts'
import type { FormPlace } from './formProblem.ts'
import { headerPath, type KnownHeaders } from './headerPath.ts'
import type { ProblemList } from './problemList.ts'
import type { TextSheet } from './textSheet.ts'

/** One column of a sheet. */
export interface Heading {
  /** Its place, from 0. */
  at: number
  /** As the file has it. */
  header: string
  path: readonly string[]
  /** What is read from it; nothing when it is not known. */
  column?: string
  /** The language of its words; nothing when it has none. */
  language?: string
}

/** pyxform takes a gap this wide for the end of the header. */
const WIDEST_GAP = 20

/** ODK's own converter breaks on a row that has something in this column. */
const RESERVED = 'instance::tag'

/**
 * The columns of a sheet, from its first row. Of two columns for the same thing the first is kept.
 * @param columns what is read, by path
 */
export function readHeadings(
  sheet: TextSheet,
  known: KnownHeaders,
  columns: ReadonlyMap<string, { column: string; languages?: true }>,
  problems: ProblemList,
): Heading[] {
  const headings: Heading[] = []
  const headers = new Set<string>()
  const taken = new Map<string, string>()
  const cells = sheet.rows[0]?.cells ?? []
  const row = sheet.rows[0]?.number ?? 1
  const doubled = cells.some((cell) => cell.includes('::'))
  let gap = 0
  for (const [at, cell] of cells.entries()) {
    const header = cell.replaceAll('\u00a0', ' ').trim().replace(/ {2,}/g, ' ')
    gap = header === '' ? gap + 1 : 0
    if (gap > WIDEST_GAP) break
    if (header === '') continue
    const place: FormPlace = { sheet: sheet.name, row, column: header.slice(0, LONGEST_LANGUAGE) }
    const path = headerPath(header, doubled, known)
    const isReserved =
      path.join('::') === RESERVED && sheet.rows.slice(1).some(({ cells }) => /\S/.test(cells[at] ?? ''))
    if (isReserved || path.includes('__proto__')) {
      problems.error(place, { code: 'reserved_column' })
      continue
    }
    const meaning = meaningOf(path)
    const key = meaning ? `${meaning.column}::${meaning.language ?? ''}` : path.join('::')
    const other = headers.has(header) ? header : taken.get(key)
    if (other !== undefined) {
      problems.error(place, { code: 'duplicate_column', other })
      continue
    }
    headers.add(header)
    taken.set(key, header)
    if (meaning?.fault) problems.error(place, { code: meaning.fault })
    else headings.push({ at, header, path, ...meaning })
  }
  return headings

  function meaningOf(path: readonly string[]) {
    for (const length of [2, 1]) {
      const found = columns.get(path.slice(0, length).join('::').toLowerCase())
      if (!found) continue
      const [language, ...more] = path.slice(length)
      const { column } = found
      if (language === undefined) return { column }
      if (!found.languages) return { column, language, fault: 'untranslatable_column' as const }
      if (more.length > 0 || language === '' || language.length > LONGEST_LANGUAGE)
        return { column, language, fault: 'too_many_header_parts' as const }
      return { column, language }
    }
    return undefined
  }
}
