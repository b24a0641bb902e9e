import { mostSimilar } from '../expression/mostSimilar.ts'
import { defined } from './defined.ts'
import type { Lists } from './lists.ts'
import type { ProblemList } from './problemList.ts'
import type { RowType } from './readType.ts'
import type { ContainerDraft, QuestionDraft } from './surveyDraft.ts'
import type { Table } from './table.ts'
import type { TextRow } from './textSheet.ts'
import { asExpression, yesOrNo } from './yesOrNo.ts'

/**
 * The beginning of a group, repeat or loop. A repeat's count that is an expression becomes a row of its own before the
 * repeat, as in ODK, so that its value is among the answers.
 */
export function readContainer(
  table: Table,
  row: TextRow,
  name: string,
  { kind, list }: RowType & { is: 'begin' },
  lists: Lists,
  problems: ProblemList,
): { container: ContainerDraft; before?: QuestionDraft } {
  const relevant = asExpression(table.expression(row, 'relevant'))
  const count = kind === 'repeat' ? asExpression(table.expression(row, 'repeat_count')) : ''
  const isReference = /^\$\{[^${}]+\}$/.test(count)
  if (yesOrNo(table.cell(row, 'required')))
    problems.warn(table.place(row, 'required'), { code: 'required_group' })
  const own = kind === 'loop' ? loopList() : undefined
  const container: ContainerDraft = {
    row: row.number,
    kind,
    head: defined({
      name,
      label: table.words(row, 'label'),
      relevant: relevant === '' ? undefined : relevant,
      appearance: table.cell(row, 'appearance') || undefined,
      repeat_count: count === '' || isReference ? count || undefined : `\${${name}_count}`,
    }),
    ...(own !== undefined && { list: own }),
    children: [],
  }
  if (count === '' || isReference) return { container }
  const calculate = { type: 'calculate', name: `${name}_count`, calculation: count } as const
  return { container, before: { row: row.number, question: calculate } }

  function loopList(): string | undefined {
    const place = table.place(row, 'type')
    if (list === undefined) problems.error(place, { code: 'loop_without_list' })
    else if (lists.all.has(list)) return lists.use({ list, from: 'choices' }, place).name
    else {
      const similar = mostSimilar(list, lists.all.keys())
      problems.error(place, { code: 'loop_list_unknown', list, ...(similar !== undefined && { similar }) })
    }
    return undefined
  }
}
