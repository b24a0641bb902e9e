/**
 * The database cannot be used, for a reason that the operator can mend. The message is one English
 * sentence that names the thing and the mend; print it alone, without a stack.
 */
export class DatabaseProblem extends Error {
  override name = 'DatabaseProblem'
}
