import type { METADATA, QuestionDefinition } from '../definition/definition.ts'
import type { ProblemList } from './problemList.ts'
import type { Table } from './table.ts'
import type { TextRow } from './textSheet.ts'
import { asExpression } from './yesOrNo.ts'

/** What a chat knows by itself. */
const KNOWN = new Set(['start', 'end', 'today'])

/** A row that the device fills in. What a chat does not know of a person is left blank, on purpose. */
export function readMetadata(
  table: Table,
  row: TextRow,
  name: string,
  preload: (typeof METADATA)[number],
  problems: ProblemList,
): QuestionDefinition {
  if (!KNOWN.has(preload)) problems.warn(table.place(row, 'type'), { code: 'left_blank', type: preload })
  const relevant = asExpression(table.expression(row, 'relevant'))
  return { type: 'metadata', preload, name, ...(relevant !== '' && { relevant }) }
}
