// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions name questions
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Scope } from '../../src/survey/expression.ts'
import { booleanOf, type Value } from '../../src/survey/expressionValue.ts'
import { interview, questionBefore, relevantAnswers } from '../../src/survey/interview.ts'
import { readAnswer } from '../../src/survey/readAnswer.ts'
import type { Input } from '../../src/survey/reading.ts'
import type { Question, Survey } from '../../src/survey/survey.ts'
import { HARI_INI, type Row, surveyOf } from './asking.ts'

/** An expression over the questions before this one, as survey authors write them. */
function condition(index: number): fc.Arbitrary<string> {
  const name = fc.nat(index - 1).map((earlier) => `\${q${earlier}}`)
  const simple = fc.oneof(
    fc
      .tuple(name, fc.constantFrom('=', '!='), fc.constantFrom("''", "'yes'", "'n2'", '1'))
      .map((all) => all.join(' ')),
    fc
      .tuple(name, fc.constantFrom('<', '<=', '>', '>='), fc.integer({ min: -3, max: 3 }))
      .map((all) => all.join(' ')),
    fc.tuple(name, fc.constantFrom('ktp', 'n1')).map(([list, code]) => `selected(${list}, '${code}')`),
    name.map((list) => `count-selected(${list}) mod 2`),
    name,
  )
  return fc.oneof(
    simple,
    fc.tuple(simple, fc.constantFrom('and', 'or'), simple).map((all) => all.join(' ')),
    simple.map((inner) => `not(${inner})`),
  )
}

function row(index: number): fc.Arbitrary<Row> {
  const name = `q${index}`
  const rule = index === 0 ? fc.constant(undefined) : fc.option(condition(index), { nil: undefined })
  const required = index === 0 ? fc.boolean() : fc.oneof(fc.boolean(), condition(index))
  const kind = fc.constantFrom<Row>(
    { type: 'select_one', name, list: 'nilai' },
    { type: 'select_multiple', name, list: 'layanan' },
    { type: 'select_multiple', name, list: 'layanan', constraint: 'count-selected(.) < 3' },
    { type: 'yes_no', name },
    { type: 'text', name },
    { type: 'integer', name, min: -3, max: 3 },
    { type: 'integer', name, constraint: index === 0 ? '. > -9' : `. != \${q${index - 1}} or . = 0` },
    { type: 'date', name },
    { type: 'select_one', name, list: 'unit_services' },
    { type: 'note', name },
    { type: 'calculate', name, calculation: index === 0 ? 'today()' : `\${q${index - 1}} = 'yes'` },
  )
  return fc.tuple(kind, rule, required).map(([question, relevant, needed]) => ({
    ...question,
    ...(relevant !== undefined && { relevant }),
    ...(question.type !== 'note' && question.type !== 'calculate' && { required: needed }),
  }))
}

const surveys = fc
  .integer({ min: 1, max: 12 })
  .chain((length) => fc.tuple(...Array.from({ length }, (_, index) => row(index))))
  .map((rows) => surveyOf(...rows))

/** What people do, sensible or not. */
const inputs: fc.Arbitrary<Input> = fc.oneof(
  fc.constantFrom('ya', 'tidak', '1', '3', '0', '-', 'ktp, kk', '17/8/25', 'lewati', 'entah').map((text) => ({
    type: 'text' as const,
    text,
  })),
  fc.string({ unit: 'binary', maxLength: 8 }).map((text) => ({ type: 'text' as const, text })),
  fc.nat(5).map((index) => ({ type: 'choice' as const, index })),
  fc.constantFrom<Input>({ type: 'finish' }, { type: 'skip' }, { type: 'other' }),
)

/** An answer that each kind of question accepts; zero and one choice fit every constraint above. */
function sureAnswer({ definition }: Question): Input {
  switch (definition.type) {
    case 'date':
      return { type: 'text', text: '17 Agustus 2025' }
    case 'integer':
      return { type: 'text', text: '0' }
    default:
      return { type: 'text', text: '1' }
  }
}

/** The rule of relevance word for word, without order or memory: what the interview must agree with. */
function isRelevantNow(survey: Survey, values: Map<string, string>, path: string): boolean {
  const question = survey.byPath.get(path)
  return (
    question !== undefined &&
    (!question.relevant || booleanOf(question.relevant.evaluate(scopeOf(survey, values))))
  )
}

function scopeOf(survey: Survey, values: Map<string, string>): Scope {
  const scope: Scope = { value, self: '', today: HARI_INI.today }
  function value(path: string): Value {
    const question = survey.byPath.get(path)
    const said = values.get(path) ?? ''
    if (!question || !isRelevantNow(survey, values, path)) return ''
    if (question.calculation) return question.calculation.evaluate(scope)
    return question.definition.type === 'integer' && said !== '' ? Number(said) : said
  }
  return scope
}

/** Plays an interview to its end; gives the questions in the order they were answered. */
function play(survey: Survey, tries: readonly Input[], values = new Map<string, string>()): string[] {
  const answered: string[] = []
  const left = [...tries]
  for (;;) {
    const now = interview(survey, { values }, HARI_INI)
    if ('done' in now) return answered
    const { ask, number, of } = now
    expect(isRelevantNow(survey, values, ask.path)).toBe(true)
    expect(number).toBeGreaterThanOrEqual(1)
    expect(of).toBeGreaterThanOrEqual(number)
    expect(answered).not.toContain(ask.path)
    const tried = readAnswer(survey, ask, left.shift() ?? { type: 'other' }, { values }, HARI_INI)
    const reading =
      'value' in tried && !tried.stays
        ? tried
        : readAnswer(survey, ask, sureAnswer(ask), { values }, HARI_INI)
    if ('problem' in reading) throw new Error(`${ask.path} cannot be answered: ${reading.problem}`)
    values.set(ask.path, reading.value)
    answered.push(ask.path)
  }
}

describe('whatever the survey and whatever people say', () => {
  test('every question is asked at most once, only while it counts, and then the interview is over', () => {
    fc.assert(
      fc.property(surveys, fc.array(inputs, { maxLength: 12 }), (survey, tries) => {
        expect(play(survey, tries).length).toBeLessThanOrEqual(survey.questions.length)
      }),
      { numRuns: 300 },
    )
  })

  test('going back and saying the same again leads to the same place', () => {
    fc.assert(
      fc.property(surveys, fc.array(inputs, { maxLength: 12 }), fc.nat(), (survey, tries, pick) => {
        const values = new Map<string, string>()
        const answered = play(survey, tries, values)
        // Stop somewhere in the middle: the answers after that were never given.
        const stopped = new Map(
          answered.slice(0, pick % (answered.length + 1)).map((path) => [path, values.get(path) ?? '']),
        )
        const place = interview(survey, { values: stopped }, HARI_INI)
        const from = 'ask' in place ? place.ask.path : undefined
        const back = questionBefore(survey, { values: stopped }, HARI_INI, from)
        if (!back) return
        const there = interview(survey, { values: stopped, open: back.path }, HARI_INI)
        expect('ask' in there && there.ask.path).toBe(back.path)
        const again = new Map(stopped).set(back.path, stopped.get(back.path) ?? '')
        expect(interview(survey, { values: again }, HARI_INI)).toEqual(place)
      }),
      { numRuns: 300 },
    )
  })

  test('what is kept belongs to questions that count, whatever was answered before they were hidden', () => {
    fc.assert(
      fc.property(
        surveys,
        fc.array(inputs, { maxLength: 12 }),
        fc.dictionary(
          fc.nat(11).map((index) => `q${index}`),
          fc.constantFrom('', 'yes', '1', 'ktp'),
        ),
        (survey, tries, hidden) => {
          const values = new Map(Object.entries(hidden).filter(([path]) => isHidden(survey, path)))
          play(survey, tries, values)
          const kept = relevantAnswers(survey, { values }, HARI_INI).filter(
            ({ question }) => !question.calculation,
          )
          const counting = survey.questions.filter(
            ({ path, definition: { type } }) =>
              type !== 'note' && type !== 'calculate' && isRelevantNow(survey, values, path),
          )
          expect(kept.map(({ question, value }) => [question.path, value])).toEqual(
            counting.map(({ path }) => [path, values.get(path)]),
          )
        },
      ),
      { numRuns: 300 },
    )
  })
})

/** Whether a question is not asked at the start: its answer is left from another turn of the conversation. */
const isHidden = (survey: Survey, path: string) =>
  survey.byPath.has(path) && !isRelevantNow(survey, new Map(), path)
