/** Something that only the operator can mend. The message is one English line that names it; print it alone. */
export class OperatorProblem extends Error {
  override name = 'OperatorProblem'
}
