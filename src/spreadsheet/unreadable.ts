import type { SpreadsheetProblem } from './spreadsheetProblem.ts'

/** Ends the reading from within, with what is told of the file. It never leaves this room. */
export class Unreadable extends Error {
  override name = 'Unreadable'
  readonly problem: SpreadsheetProblem

  constructor(problem: SpreadsheetProblem) {
    super(problem.code)
    this.problem = problem
  }
}
