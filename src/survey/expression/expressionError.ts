import type { DefinitionFault } from '../definition/definitionProblem.ts'

/** An expression that cannot be evaluated, found when it is compiled and never later. */
export class ExpressionError extends Error {
  override name = 'ExpressionError'
  readonly fault: DefinitionFault
  constructor(fault: DefinitionFault) {
    super(Object.values(fault).join(' '))
    this.fault = fault
  }
}
