import type { QuestionDefinition } from '../definition/definition.ts'
import { isDynamicDefault } from '../definition/isDynamicDefault.ts'
import type { Lists } from './lists.ts'
import type { ProblemList } from './problemList.ts'
import { readParameters } from './readParameters.ts'
import { isOnlyComputed, readCommon } from './readQuestion.ts'
import type { SelectType } from './readType.ts'
import { OPEN } from './surveyHeaders.ts'
import type { Table } from './table.ts'
import type { TextRow } from './textSheet.ts'
import { yesOrNo } from './yesOrNo.ts'

/** A question with choices, and the one that asks what "other" is. */
export function readSelect(
  table: Table,
  row: TextRow,
  name: string,
  select: SelectType,
  lists: Lists,
  problems: ProblemList,
): QuestionDefinition[] {
  const common = readCommon(table, row, name, problems)
  const list = lists.use(select, table.place(row, 'type'))
  const place = table.place(row, 'parameters')
  const kind = list.isFile ? 'file' : 'select'
  const { randomize, seed } = readParameters(table.expression(row, 'parameters'), kind, place, problems)
  const filter = table.expression(row, 'choice_filter')
  if (isOnlyComputed(common)) return [{ type: 'calculate', ...common }]

  if (!common.label && !common.hint && !common.media)
    problems.warn(table.place(row, 'label'), { code: 'no_label' })
  if (/\b(?:map|image-map)\b/.test(common.appearance ?? ''))
    problems.warn(table.place(row, 'appearance'), { code: 'plain_list', appearance: common.appearance ?? '' })
  if (select.type !== 'select_one') lists.checkSpaces(list.name)
  checkDefault(common.default)
  const isOther = select.other && lists.addOther(list.name, table.place(row, 'type'))
  if (isOther && filter !== '')
    problems.warn(table.place(row, 'choice_filter'), { code: 'other_with_filter' })
  // ODK looks the list up elsewhere: its engines take any answer.
  const isOpen = select.from === 'external' || yesOrNo(table.cell(row, OPEN)) === true
  const question = {
    type: select.type,
    ...common,
    list: list.name,
    // A list whose file is not there is empty: its columns are not known.
    ...(filter !== '' &&
      !list.isFile && { choice_filter: isOther ? `(${filter}) or name = 'other'` : filter }),
    ...(isOpen && { open: true as const }),
    ...(randomize !== undefined && { parameters: { randomize, ...(seed !== undefined && { seed }) } }),
  }
  return isOther ? [question, lists.specifyOther(name)] : [question]

  function checkDefault(initial: string | undefined): void {
    const names = lists.namesIn(list.name)
    if (initial === undefined || !names || isDynamicDefault(initial, select.type)) return
    const values = select.type === 'select_one' ? [initial] : initial.split(' ')
    const unknown = values.find((value) => !names.has(value))
    if (unknown !== undefined)
      problems.warn(table.place(row, 'default'), { code: 'bad_default', value: unknown, type: select.type })
  }
}
