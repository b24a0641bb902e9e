import type { Speak } from '../../texts.ts'
import type { FormProblem } from './formProblem.ts'

/**
 * A problem as its author should read it: where it is, what is wrong, and how to mend it. Plain text; what the author
 * wrote is in it as it was written.
 */
export function formProblemText(speak: Speak, problem: FormProblem): string {
  const values = valuesOf(problem)
  const said = [`${where(speak, problem)}: ${speak.plain(`form.${problem.code}`, values)}`]
  if (values.similar !== undefined) said.push(speak.plain('form.perhaps', values))
  return said.join(' ')
}

function where(speak: Speak, { sheet, row, column }: FormProblem): string {
  if (row === undefined) return speak.plain('form.at_sheet', { sheet })
  if (column === undefined) return speak.plain('form.at_row', { sheet, row })
  return speak.plain('form.at_cell', { sheet, row, column })
}

/** Values of a problem with names as authors write them: braces cannot stand in the texts themselves. */
function valuesOf(problem: FormProblem): Record<string, string | number> {
  const { severity: _severity, ...given } = problem
  const values: Record<string, string | number> = {}
  for (const [key, value] of Object.entries(given)) {
    if (typeof value === 'string' || typeof value === 'number') values[key] = value
    else if (Array.isArray(value)) values[key] = value.map(reference).join(' → ')
  }
  if (typeof values.name === 'string') values.reference = reference(values.name)
  if (REFERRING.has(problem.code) && typeof values.similar === 'string')
    values.similar = reference(values.similar)
  values.example = EXAMPLES[problem.code] ?? ''
  return values
}

/** Problems whose suggestion is a name in an expression. */
const REFERRING = new Set<FormProblem['code']>(['unknown_name'])

/** How it is written, where the way of writing has braces. */
const EXAMPLES: Partial<Record<FormProblem['code'], string>> = {
  bad_reference: reference('usia'),
  bad_trigger: `${reference('usia')}, ${reference('nama')}`,
  bad_seed: reference('usia'),
}

function reference(name: string): string {
  return `\${${name}}`
}
