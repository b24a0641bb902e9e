import type { DefinitionProblem } from '../definition/definitionProblem.ts'
import type { FormPlace, FormProblem } from './formProblem.ts'
import { problemList } from './problemList.ts'
import type { ReadForm } from './readForm.ts'

const SHEETS = ['settings', 'survey', 'choices', 'external_choices', 'tests']

/**
 * Everything that is wrong with a form, in the order in which an author would mend it: errors first, by sheet and row.
 * @param found what the definition's compiler found
 */
export function allProblems(form: ReadForm, found: readonly DefinitionProblem[]): FormProblem[] {
  const list = problemList()
  for (const problem of form.problems) list.add(problem)
  // What only follows from something told already would send its author to the wrong place.
  const badNames = new Set<string>()
  const badCells = new Set<string>()
  for (const problem of form.problems) {
    if (problem.code === 'invalid_name') badNames.add(problem.name)
    if (problem.code === 'bad_reference') badCells.add(cellOf(problem))
  }
  for (const { place, ...fault } of found) {
    const at = form.locate(place)
    const isConsequence = fault.code === 'unknown_name' ? badNames.has(fault.name) : badCells.has(cellOf(at))
    if (!isConsequence) list.add({ ...at, ...fault })
  }
  return list.all().sort((one, other) => rank(one) - rank(other) || (one.row ?? 0) - (other.row ?? 0))
}

const cellOf = ({ sheet, row, column }: FormPlace): string => JSON.stringify([sheet, row, column])

function rank({ severity, sheet, code }: FormProblem): number {
  const at = SHEETS.indexOf(sheet.trim().toLowerCase())
  const isLast = code === 'and_more' || code === 'unused_lists' || code === 'missing_translation'
  return (severity === 'error' ? 0 : 1_000) + (at < 0 ? SHEETS.length : at) * 10 + (isLast ? 5 : 0)
}
