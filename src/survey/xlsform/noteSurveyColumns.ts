import { mostSimilar } from '../expression/mostSimilar.ts'
import type { ProblemList } from './problemList.ts'
import { SURVEY_COLUMNS, SURVEY_HEADERS } from './surveyHeaders.ts'
import type { Table } from './table.ts'

/** Columns for the eyes of authors, and those of ODK and KoboToolbox that make no difference in a chat. */
const WITHOUT_EFFECT =
  /^(?:comments?|notes?|remarks?|description|komentar|catatan|keterangan|autoplay|rows|intent|query|list_name|sms_.*|no_?app_?error_?string|compact_tag|instance|bind|body|control|kobo--.*|hxl.*|[_$#].*)$/

/** Headers to suggest when one is mistyped. */
const USUAL = [...SURVEY_HEADERS.names, ...SURVEY_HEADERS.aliases.keys()].filter(
  (name) =>
    !['bind', 'control', 'instance', 'body', 'media', 'count', 'tag', 'value', 'command'].includes(name),
)

/** Tells the columns of the survey that are not read: a mistyped header would silently change the form. */
export function noteSurveyColumns(table: Table, problems: ProblemList): void {
  for (const { column, header, path } of table.headings) {
    const first = path[0]?.toLowerCase() ?? ''
    if (column !== undefined || WITHOUT_EFFECT.test(first.replace(/\s+/g, '_'))) continue
    // `label:English` beside columns with `::` is no translation.
    const colon = /^([^:]+):([^:]+)$/.exec(header)
    const similar =
      colon && SURVEY_COLUMNS.get(colon[1]?.trim().toLowerCase() ?? '')?.languages
        ? `${colon[1]}::${colon[2]}`
        : mostSimilar(first, USUAL)
    problems.warn(
      { sheet: table.sheet, row: 1, column: header.slice(0, 100) },
      { code: 'unknown_column', ...(similar !== undefined && { similar }) },
    )
  }
}
