import { compileDefinition } from './compileSurvey.ts'
import type { Choice, Definition } from './definition.ts'
import type { DefinitionProblem } from './definitionProblem.ts'
import { doubtfulComparisons } from './doubtfulComparisons.ts'
import type { Survey } from './survey.ts'

/** Everything that is wrong with a definition, or was probably meant otherwise; and the survey as far as it goes. */
export function checkDefinition(
  definition: Definition,
  services: readonly Choice[] = [],
): { survey: Survey; problems: DefinitionProblem[] } {
  const { survey, problems } = compileDefinition(definition, services)
  return { survey, problems: [...problems, ...doubtfulComparisons(survey)] }
}
