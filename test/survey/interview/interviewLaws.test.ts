// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions name questions
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAnswer } from '../../../src/survey/answer/readAnswer.ts'
import type { Input } from '../../../src/survey/answer/reading.ts'
import type { Survey } from '../../../src/survey/definition/survey.ts'
import { perform } from '../../../src/survey/interview/answering.ts'
import type { Form } from '../../../src/survey/interview/form.ts'
import { interview, itemBefore, relevantAnswers } from '../../../src/survey/interview/interview.ts'
import type { Item } from '../../../src/survey/interview/nodes.ts'
import { answersOf, formOf, type Row, surveyOf } from '../asking.ts'

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
    { type: 'rank', name, list: 'tempat' },
    { type: 'yes_no', name },
    { type: 'text', name },
    { type: 'integer', name, constraint: '. >= -3 and . <= 3' },
    { type: 'integer', name, constraint: index === 0 ? '. > -9' : `. != \${q${index - 1}} or . = 0` },
    { type: 'date', name },
    { type: 'time', name },
    { type: 'geopoint', name },
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

/** Rows, some of them together in a group or in a repeat. */
const surveys = fc
  .integer({ min: 1, max: 12 })
  .chain((length) =>
    fc.tuple(
      fc.tuple(...Array.from({ length }, (_, index) => row(index))),
      fc.constantFrom('none', 'group', 'repeat', 'counted'),
      fc.nat(11),
    ),
  )
  .map(([rows, holder, from]) => {
    const inside = rows.slice(from, from + 3)
    if (holder === 'none' || inside.length === 0) return surveyOf(...rows)
    const count = holder === 'counted' ? { repeat_count: '2' } : {}
    const type = holder === 'group' ? 'group' : 'repeat'
    const around: Row = { type, name: 'g', children: inside, ...count }
    return surveyOf(...rows.slice(0, from), around, ...rows.slice(from + 3))
  })

/** What people do, sensible or not. */
const inputs: fc.Arbitrary<Input> = fc.oneof(
  fc.constantFrom('ya', 'tidak', '1', '3', '0', '-', 'ktp, kk', '17/8/25', 'lewati', 'entah').map((text) => ({
    type: 'text' as const,
    text,
  })),
  fc.string({ unit: 'binary', maxLength: 8 }).map((text) => ({ type: 'text' as const, text })),
  fc.nat(5).map((index) => ({ type: 'choice' as const, index })),
  fc.constantFrom<Input>(
    { type: 'finish' },
    { type: 'skip' },
    { type: 'keep' },
    { type: 'undo' },
    { type: 'more', isMore: true },
    { type: 'day', day: '2026-02-30' },
    { type: 'location', latitude: -1.49, longitude: 102.44 },
    { type: 'other' },
  ),
)

/** An answer that each kind of question accepts; zero and one choice fit every constraint above. */
function sureAnswer(item: Item): Input {
  if (item.kind === 'series') return { type: 'more', isMore: false }
  switch (item.row.definition.type) {
    case 'date':
      return { type: 'text', text: '17 Agustus 2025' }
    case 'integer':
      return { type: 'text', text: '0' }
    case 'rank':
      return { type: 'text', text: '2 1' }
    case 'time':
      return { type: 'text', text: '08.30' }
    case 'geopoint':
      return { type: 'text', text: '-1.49, 102.44' }
    default:
      return { type: 'text', text: '1' }
  }
}

/** Instances of a repeat in one play, at most: people stop, and so must the test. */
const ENOUGH = 4

/** Answers an item: as tried, or surely. */
function answer(form: Form, item: Item, tried: Input): Form {
  const isEnough = item.kind === 'series' && item.instances().length >= ENOUGH
  const first = isEnough ? { problem: 'enough' } : readAnswer(form, item, tried)
  const reading = 'value' in first && !first.stays ? first : readAnswer(form, item, sureAnswer(item))
  if ('problem' in reading) throw new Error(`${item.path} cannot be answered: ${reading.problem}`)
  return perform(form, { path: item.path, value: reading.value, reopens: false }).form
}

/** Plays an interview to its end; gives the form at the end and the items in the order they were answered. */
function play(survey: Survey, tries: readonly Input[]): { form: Form; answered: string[] } {
  const answered: string[] = []
  const left = [...tries]
  let form = formOf(survey)
  for (;;) {
    const now = interview(form)
    if ('done' in now) return { form, answered }
    const { ask, number, of } = now
    expect(number).toBeGreaterThanOrEqual(1)
    expect(of).toBeGreaterThanOrEqual(number)
    if (ask.kind === 'question') expect(answered).not.toContain(ask.path)
    answered.push(ask.path)
    form = answer(form, ask, left.shift() ?? { type: 'other' })
  }
}

const finalOf = (form: Form) =>
  Object.fromEntries(relevantAnswers(form).map(({ item, value }) => [item.path, value]))

describe('whatever the survey and whatever people say', () => {
  test('every question is asked at most once, only while it counts, and then the interview is over', () => {
    fc.assert(
      fc.property(surveys, fc.array(inputs, { maxLength: 20 }), (survey, tries) => {
        const { answered } = play(survey, tries)
        expect(answered.length).toBeLessThanOrEqual(survey.rows.length * (ENOUGH + 1))
      }),
      { numRuns: 400 },
    )
  })

  test('going back and saying the same again leads to the same place', () => {
    fc.assert(
      fc.property(surveys, fc.array(inputs, { maxLength: 12 }), fc.nat(), (survey, tries, pick) => {
        const { form, answered } = play(survey, tries)
        // Stop somewhere in the middle: the answers after that were never given.
        const given = [...new Set(answered)].slice(0, pick % (answered.length + 1))
        const stopped = formOf(
          survey,
          answersOf(Object.fromEntries(given.map((path) => [path, form.answers.values.get(path) ?? '']))),
        )
        const place = interview(stopped)
        const from = 'ask' in place ? place.ask : undefined
        const back = itemBefore(stopped, from)
        if (!back) return
        const opened = stopped.withAnswers({ ...stopped.answers, open: back.path })
        const there = interview(opened)
        expect('ask' in there && there.ask.path).toBe(back.path)
        const value = stopped.answers.values.get(back.path) ?? ''
        const again = interview(perform(opened, { path: back.path, value, reopens: false }).form)
        expect('ask' in again && again.ask.path).toEqual('ask' in place && place.ask.path)
      }),
      { numRuns: 400 },
    )
  })

  test('changing answers in any order ends with the same as answering so straight away', () => {
    fc.assert(
      fc.property(
        surveys,
        fc.array(inputs, { maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(), inputs), { maxLength: 8 }),
        (survey, tries, edits) => {
          let { form } = play(survey, tries)
          for (const [pick, input] of edits) {
            const items = form.steps.filter(({ isNote, isSilent }) => !isNote && !isSilent)
            const item = items[pick % Math.max(1, items.length)]?.item
            if (item) form = answer(form, item, input)
          }
          // What an edit broke or uncovered is asked again, and then it is over.
          for (let now = interview(form); 'ask' in now; now = interview(form))
            form = answer(form, now.ask, { type: 'other' })
          // The same answers, each given when it is asked, as if nobody had ever changed one.
          let straight = formOf(survey)
          for (let now = interview(straight); 'ask' in now; now = interview(straight)) {
            const { ask } = now
            const said = form.answers.values.get(ask.path) ?? ''
            const count = ask.kind === 'series' ? ask.instances().length : 0
            const wanted = ask.kind === 'series' ? Number.parseInt(said, 10) : 0
            const value = ask.kind === 'series' ? (count < wanted ? `${count + 1}+` : String(wanted)) : said
            straight = perform(straight, { path: ask.path, value, reopens: false }).form
          }
          expect(finalOf(straight)).toEqual(finalOf(form))
        },
      ),
      { numRuns: 400 },
    )
  })

  test('what is kept belongs to questions that count, whatever was answered before they were hidden', () => {
    fc.assert(
      fc.property(surveys, fc.array(inputs, { maxLength: 12 }), (survey, tries) => {
        const { form, answered } = play(survey, tries)
        const kept = relevantAnswers(form).filter(({ item }) => item.row.isAsked)
        const asked = form.steps.flatMap(({ item, isNote, isSilent }) =>
          isNote || isSilent || item.kind === 'series' ? [] : item.path,
        )
        expect(kept.map(({ item }) => item.path)).toEqual(asked)
        for (const { item, value } of kept) {
          expect(answered).toContain(item.path)
          expect(value).toBe(form.answers.values.get(item.path))
        }
      }),
      { numRuns: 300 },
    )
  })
})
