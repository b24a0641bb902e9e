import type { FormTest, FormTestStep } from './formTest.ts'
import type { WrittenRow } from './sheetOfRows.ts'

export const TEST_ORDER = ['scenario', 'language', 'day', 'question', 'answer', 'expect', 'value']

/** The rows of the tests sheet. */
export function writeTestRows(tests: readonly FormTest[]): WrittenRow[] {
  return tests.flatMap(({ name, language, day, steps }) => {
    const [first = new Map<string, string>(), ...rest] = steps.map(rowOf)
    first.set('scenario', name)
    if (language !== undefined) first.set('language', language)
    if (day !== undefined) first.set('day', day)
    return [first, ...rest]
  })
}

function rowOf(step: FormTestStep): Map<string, string> {
  const row = new Map([['question', step.question]])
  switch (step.is) {
    case 'answer':
      row.set('answer', step.answer)
      if (!step.accepted) row.set('expect', 'refused')
      return row
    case 'value':
      return row.set('value', step.value === '' ? 'blank' : step.value)
    case 'not_asked':
      return row.set('expect', 'not asked')
  }
}
