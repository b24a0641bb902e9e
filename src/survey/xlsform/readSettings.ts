import type { Words } from '../definition/definition.ts'
import { mostSimilar } from '../expression/mostSimilar.ts'
import type { ProblemList } from './problemList.ts'
import { SETTINGS_WITHOUT_EFFECT } from './settingsHeaders.ts'
import type { Table } from './table.ts'
import { yesOrNo } from './yesOrNo.ts'

export interface FormSettings {
  title?: Words
  form_id?: string
  version?: string
  random_order: boolean
  allowsDuplicates: boolean
}

const LONGEST = 200

/** Settings to suggest when one is mistyped. */
const USUAL = [
  'form_title',
  'form_id',
  'version',
  'default_language',
  'allow_choice_duplicates',
  'random_order',
]

/** The settings in the first row below the header. */
export function readSettings(table: Table, problems: ProblemList): FormSettings {
  const row = table.rows[0] ?? { number: 2, cells: [] }
  for (const { header, path, column } of table.headings) {
    if (column !== undefined || SETTINGS_WITHOUT_EFFECT.test(path[0] ?? '')) continue
    const similar = mostSimilar(header, USUAL)
    problems.warn(
      { sheet: table.sheet, row: 1, column: header },
      { code: 'unknown_setting', ...(similar !== undefined && { similar }) },
    )
  }
  if (table.cell(row, 'public_key') !== '')
    problems.warn(table.place(row, 'public_key'), { code: 'no_encryption' })
  const title = table.words(row, 'form_title')
  const formId = short('form_id')
  const version = short('version')
  return {
    ...(title && { title }),
    ...(formId !== '' && { form_id: formId }),
    ...(version !== '' && { version }),
    random_order: isYes('random_order'),
    allowsDuplicates: isYes('allow_choice_duplicates'),
  }

  function short(column: string): string {
    const text = table.cell(row, column)
    if (text.length > LONGEST) problems.error(table.place(row, column), { code: 'too_long', most: LONGEST })
    return text.slice(0, LONGEST)
  }

  function isYes(column: string): boolean {
    const text = table.cell(row, column)
    const answer = yesOrNo(text)
    if (text !== '' && answer === undefined)
      problems.warn(table.place(row, column), { code: 'not_yes_or_no', value: text.slice(0, 60) })
    return answer ?? false
  }
}
