import { mostSimilar } from '../expression/mostSimilar.ts'
import type { FormTest, FormTestStep } from './formTest.ts'
import type { ProblemList } from './problemList.ts'
import type { Table } from './table.ts'
import type { TextRow } from './textSheet.ts'

const REFUSED = /^(?:refused|rejected|ditolak)$/i
const ACCEPTED = /^(?:accepted|diterima|ok)?$/i
const NOT_ASKED = /^(?:not asked|not_asked|tidak ditanya|tidak ditanyakan)$/i
const BLANK = /^\(?(?:blank|kosong)\)?$/i

/**
 * Reads the scenarios of the sheet "tests": a row with a name in the column "scenario" begins one, the rows below go
 * on with it.
 * @param names the questions and repeats of the form
 */
export function readTests(table: Table, names: ReadonlySet<string>, problems: ProblemList): FormTest[] {
  const tests: FormTest[] = []
  for (const row of table.rows) {
    const name = table.cell(row, 'scenario')
    if (name !== '' || tests.length === 0) tests.push(begin(row, name || `${row.number}`))
    tests.at(-1)?.steps.push(...stepsOf(row))
  }
  return tests

  function begin(row: TextRow, name: string): FormTest {
    const language = table.cell(row, 'language')
    const day = table.cell(row, 'day').slice(0, 10)
    const isDay = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(day)
    if (day !== '' && !isDay) problems.error(table.place(row, 'day'), { code: 'test_bad_date', value: day })
    return { name, row: row.number, ...(language !== '' && { language }), ...(isDay && { day }), steps: [] }
  }

  function stepsOf(row: TextRow): FormTestStep[] {
    const question = table.cell(row, 'question')
    const answer = table.cell(row, 'answer')
    const expect = table.cell(row, 'expect')
    const value = table.cell(row, 'value')
    const at = { row: row.number, question }
    if (question === '') {
      if (answer + expect + value !== '')
        problems.error(table.place(row, 'question'), { code: 'test_without_question' })
      return []
    }
    if (!isKnown(row, question)) return []
    const steps: FormTestStep[] = []
    if (answer !== '') steps.push({ ...at, is: 'answer', answer, accepted: !REFUSED.test(expect) })
    if (value !== '') steps.push({ ...at, is: 'value', value: BLANK.test(value) ? '' : value })
    if (NOT_ASKED.test(expect)) steps.push({ ...at, is: 'not_asked' })
    else if (!REFUSED.test(expect) && !ACCEPTED.test(expect))
      problems.error(table.place(row, 'expect'), { code: 'test_bad_expectation', value: expect.slice(0, 60) })
    else if (steps.length === 0) problems.warn(table.place(row, 'question'), { code: 'test_without_step' })
    return steps
  }

  function isKnown(row: TextRow, question: string): boolean {
    const name =
      question
        .split('/')
        .at(-1)
        ?.replace(/\[\d+\]$/, '') ?? ''
    if (names.has(name)) return true
    const similar = problems.isTold('test_unknown_question') ? mostSimilar(name, names) : undefined
    const told = { name: question.slice(0, 100), ...(similar !== undefined && { similar }) }
    problems.error(table.place(row, 'question'), { code: 'test_unknown_question', ...told })
    return false
  }
}
