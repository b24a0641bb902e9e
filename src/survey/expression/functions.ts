import { choiceFunctions } from './choiceFunctions.ts'
import { dateFunctions } from './dateFunctions.ts'
import { ExpressionError } from './expressionError.ts'
import type { FunctionDefinition } from './functionDefinition.ts'
import { geographyFunctions } from './geographyFunctions.ts'
import { logicFunctions } from './logicFunctions.ts'
import { mostSimilar } from './mostSimilar.ts'
import { nodeFunctions } from './nodeFunctions.ts'
import { numberFunctions } from './numberFunctions.ts'
import { textFunctions } from './textFunctions.ts'

/** The functions of XPath 1.0 and ODK, by name. */
const functions: ReadonlyMap<string, FunctionDefinition> = new Map(
  [
    logicFunctions,
    numberFunctions,
    textFunctions,
    choiceFunctions,
    dateFunctions,
    nodeFunctions,
    geographyFunctions,
  ].flatMap((each) => Object.entries(each)),
)

/** @throws ExpressionError with the most similar name when there is no such function */
export function functionNamed(name: string): FunctionDefinition {
  const found = functions.get(name)
  if (found) return found
  const similar = mostSimilar(name, functions.keys())
  throw new ExpressionError({ code: 'unknown_function', name, ...(similar !== undefined && { similar }) })
}
