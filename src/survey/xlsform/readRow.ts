import type { QuestionDefinition } from '../definition/definition.ts'
import { mostSimilar } from '../expression/mostSimilar.ts'
import type { Lists } from './lists.ts'
import type { ProblemList } from './problemList.ts'
import { QUESTION_TYPES } from './questionTypes.ts'
import { readMetadata } from './readMetadata.ts'
import { readQuestion } from './readQuestion.ts'
import { readSelect } from './readSelect.ts'
import { OTHER_TYPES, type RowType } from './readType.ts'
import type { Table } from './table.ts'
import type { TextRow } from './textSheet.ts'

/** The type of a row that asks, shows or computes something, or of one that nobody understands. */
export type AskingType = Exclude<RowType, { is: 'begin' | 'end' | 'setting' | 'file' }> | undefined

const TYPE_NAMES = [...QUESTION_TYPES.keys(), ...OTHER_TYPES]

/** What one row asks. A row that cannot be asked is taken for a text, so that all else is still checked. */
export function readRow(
  table: Table,
  row: TextRow,
  name: string,
  type: AskingType,
  lists: Lists,
  problems: ProblemList,
): QuestionDefinition[] {
  switch (type?.is) {
    case 'select':
      return readSelect(table, row, name, type, lists, problems)
    case 'question':
      return [readQuestion(table, row, name, type, problems)]
    case 'metadata':
      return [readMetadata(table, row, name, type.preload, problems)]
    default:
      tell(type)
      return [readQuestion(table, row, name, { is: 'question', type: 'text' }, problems)]
  }

  function tell(unasked: Exclude<AskingType, { is: 'select' | 'question' | 'metadata' }>): void {
    const place = table.place(row, 'type')
    const text = table.cell(row, 'type').slice(0, 100)
    switch (unasked?.is) {
      case 'unsupported':
        problems.error(place, { code: unasked.code, type: text })
        break
      case 'select_without_list':
        problems.error(place, { code: 'missing_list', type: text })
        break
      case 'select_with_spaces':
        problems.error(place, { code: 'list_with_spaces', list: unasked.list.slice(0, 100) })
        break
      default: {
        const similar = problems.isTold('unknown_type') ? mostSimilar(text, TYPE_NAMES) : undefined
        problems.error(place, {
          code: 'unknown_type',
          type: text,
          ...(similar !== undefined && { similar }),
        })
      }
    }
  }
}
