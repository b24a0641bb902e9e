import type { DefinitionProblem } from './definitionProblem.ts'

/** A questionnaire that cannot be asked; `problems` say why. */
export class DefinitionError extends Error {
  override name = 'DefinitionError'
  readonly problems: readonly DefinitionProblem[]
  constructor(problems: readonly DefinitionProblem[]) {
    super(
      problems.map(({ severity: _, place, ...fault }) => JSON.stringify({ ...place, ...fault })).join('; '),
    )
    this.problems = problems
  }
}
