import type { ProblemList } from './problemList.ts'
import type { Heading } from './readHeadings.ts'
import type { Table } from './table.ts'

/** Words that people read; a file may well be the same in every language. */
const COLUMNS = ['label', 'short_label', 'hint', 'guidance_hint', 'constraint_message', 'required_message']

/** Rows that are named; of further ones only the number is. */
const MOST_NAMED = 8

/** Tells, once for each language of a sheet, where its words are missing. */
export function missingTranslations(table: Table, main: string, problems: ProblemList): void {
  const columns = COLUMNS.map((column) => table.headings.filter((heading) => heading.column === column))
  const translated = columns.filter((headings) => headings.some(({ language }) => language !== undefined))
  const languageOf = ({ language }: Heading) => language ?? main
  const languages = new Set(translated.flat().map(languageOf))
  const missing = new Map<string, number[]>()
  for (const row of table.rows)
    for (const headings of translated) {
      const said = new Set(
        headings
          .filter((heading) => /\S/.test(row.cells[heading.at] ?? ''))
          .map((heading) => languageOf(heading)),
      )
      if (said.size === 0) continue
      for (const language of languages)
        if (!said.has(language)) missing.set(language, [...(missing.get(language) ?? []), row.number])
    }
  for (const [language, found] of missing) {
    const rows = [...new Set(found)]
    const named = rows.slice(0, MOST_NAMED).join(', ')
    problems.warn(
      { sheet: table.sheet },
      {
        code: 'missing_translation',
        language,
        count: rows.length,
        rows: rows.length > MOST_NAMED ? `${named}, …` : named,
      },
    )
  }
}
