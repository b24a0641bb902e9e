// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions name questions
import { expect, test } from 'vitest'
import { contextAt } from '../../../src/survey/contextAt.ts'
import { compileExpression } from '../../../src/survey/expression/compileExpression.ts'
import { answersOf, formOf, leafOf, surveyOf } from '../asking.ts'

const survey = surveyOf({ type: 'date', name: 'lahir' }, { type: 'dateTime', name: 'datang' })

/** What an expression yields at a moment in a zone, asked of the date. */
function evaluate(source: string, at: string, timeZone = 'Asia/Jakarta') {
  const said = { lahir: '2026-11-24', datang: '2026-11-24T05:30:00.000+07:00' }
  const form = formOf(survey, answersOf(said), contextAt(new Date(at), timeZone, '', 'id'))
  const leaf = leafOf(form, 'lahir')
  return form.evaluate(compileExpression(source, survey, leaf.row), leaf)
}

// Before 07.00 WIB it is still yesterday in UTC.
test.each([
  '2026-11-24T00:00+07:00',
  '2026-11-24T05:59+07:00',
  '2026-11-24T06:59+07:00',
  '2026-11-24T23:59+07:00',
])('today is no day of the future, whatever the hour: %s', (at) => {
  expect(evaluate('. <= now()', at)).toBe(true)
  expect(evaluate('. > now()', at)).toBe(false)
  expect(evaluate('. = today()', at)).toBe(true)
  expect(evaluate('int(now()) = today()', at)).toBe(true)
  expect(evaluate('. <= now() - 1', at)).toBe(false)
  expect(evaluate("date('2026-11-25') > now()", at)).toBe(true)
})

test('tomorrow is, also where the clocks are further ahead', () => {
  expect(evaluate('. <= now()', '2026-11-23T23:59+07:00')).toBe(false)
  expect(evaluate('. <= now()', '2026-11-23T14:59Z', 'Asia/Jayapura')).toBe(false)
  expect(evaluate('. <= now()', '2026-11-23T15:00Z', 'Asia/Jayapura')).toBe(true)
})

test('two moments are told apart by when they were, whatever their clocks showed', () => {
  expect(evaluate('${datang} < now()', '2026-11-24T05:29+07:00')).toBe(false)
  expect(evaluate('${datang} < now()', '2026-11-24T05:31+07:00')).toBe(true)
  expect(evaluate("date-time('2026-11-23T22:30:00.000Z') = ${datang}", '2026-11-24T05:31+07:00')).toBe(true)
  expect(evaluate("date-time('2026-11-23T22:31:00.000Z') <= ${datang}", '2026-11-24T05:31+07:00')).toBe(false)
})
