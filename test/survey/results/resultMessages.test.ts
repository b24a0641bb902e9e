import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { visibleLength } from '../../../src/message/html.ts'
import { LONGEST_CAPTION, LONGEST_MESSAGE } from '../../../src/message/longestMessage.ts'
import type { Message } from '../../../src/message/message.ts'
import { packPress } from '../../../src/message/press.ts'
import { changeResult } from '../../../src/survey/results/changeResult.ts'
import { countCrossing } from '../../../src/survey/results/crossTable.ts'
import { fittingLines } from '../../../src/survey/results/fittingLines.ts'
import { questionResult } from '../../../src/survey/results/questionResult.ts'
import { splitMessage } from '../../../src/survey/results/splitMessages.ts'
import { stopsMessage } from '../../../src/survey/results/stopsMessage.ts'
import { countResponses } from '../../../src/survey/results/surveyFigures.ts'
import { textsMessage } from '../../../src/survey/results/textsMessage.ts'
import type { View } from '../../../src/survey/results/view.ts'
import type { SurveyInfo } from '../../../src/survey/surveyInfo.ts'
import { loadTexts, type Speak } from '../../../src/texts.ts'
import { definitionOf, formOf, responsesOf } from './forms.ts'

let speak: Speak
beforeAll(async () => {
  speak = (await loadTexts())('id')
})

/** A question with so many choices, all of whose words are long, and how its results are seen. */
function longSurvey(choices: number, words: string): View {
  const definition = definitionOf(
    [
      { type: 'select_one', name: 'a', list: 'a', label: { id: words.repeat(40) } },
      { type: 'select_one', name: 'b', list: 'a', label: { id: words.repeat(40) } },
      { type: 'text', name: 'c', label: { id: words.repeat(40) } },
    ],
    { a: Array.from({ length: choices }, (_, index) => `${index}`) },
  )
  for (const choice of definition.choices.a ?? []) choice.label = { id: `${words.repeat(20)} ${choice.name}` }
  const info: SurveyInfo = {
    id: 1,
    code: 'uji',
    period: 'semester',
    participation: 'period',
    isNamed: false,
    isPerUnit: true,
    status: 'open',
    quotas: [],
  }
  const unit = { id: 7, code: 'u', name: words.repeat(10) }
  return { form: formOf(definition), info, unit, period: '2026-S2' }
}

const answers = (choices: number) =>
  responsesOf(
    ...Array.from({ length: choices * 12 }, (_, index) => ({
      a: String(index % choices),
      b: String((index * 7) % Math.min(choices, 12)),
      c: 'x'.repeat(5_000),
    })),
  )

const isSendable = ({ html, buttons = [] }: Message, most: number) => {
  expect(visibleLength(html)).toBeLessThanOrEqual(most)
  expect(html).not.toContain('<script>')
  for (const row of buttons) {
    expect(row.length).toBeLessThanOrEqual(8)
    for (const button of row) if ('press' in button) packPress(button.press)
  }
}

describe('whatever the words of a survey, results can be sent', () => {
  const surveys = fc.tuple(
    fc.constantFrom(1, 2, 12, 60, 300),
    fc.constantFrom('kata ', '<script>alert(1)</script>', '😀', '&amp;', 'ê'),
  )

  test('a question with its comparison and its split', () => {
    fc.assert(
      fc.property(surveys, ([choices, words]) => {
        const view = longSurvey(choices, words)
        const counter = countResponses(view.form)
        const responses = answers(choices)
        counter.add(responses)
        const figures = counter.figures()
        for (const place of [0, 1, 2])
          isSendable(questionResult(speak, view, figures, place, true).message, LONGEST_CAPTION)
        const [first] = figures.questions
        if (!first) throw new Error('no question')
        const then = (period: string) => ({ period, figures: first, examples: 12 })
        isSendable(changeResult(speak, view, then('2026-S1'), then('2026-S2')).message, LONGEST_CAPTION)

        const [a, b] = view.form.questions
        if (!a || !b) throw new Error('no questions')
        const crossing = countCrossing(a, b)
        crossing.add(responses)
        for (const page of [0, 1, 99])
          isSendable(splitMessage(speak, view, crossing.table(), page), LONGEST_MESSAGE)
      }),
      { numRuns: 25 },
    )
  })

  test('a page of texts, and where people stop', () => {
    fc.assert(
      fc.property(surveys, ([choices, words]) => {
        const view = longSurvey(choices, words)
        const question = view.form.questions[2]
        if (!question) throw new Error('no question')
        const texts = Array(20).fill(words.repeat(2_000))
        isSendable(
          textsMessage(speak, view, question, { hidden: false, texts, page: 3, isLast: false }),
          LONGEST_MESSAGE,
        )
        const stops = Array.from({ length: choices }, (_, index) => ({
          path: `${index}`,
          name: 'x',
          label: { id: words.repeat(100) },
          isMore: index % 2 === 0,
          count: index,
        }))
        for (const page of [0, 5])
          isSendable(
            stopsMessage(speak, view, { stops, unsent: 3, isPartial: true }, 10, page),
            LONGEST_MESSAGE,
          )
      }),
      { numRuns: 25 },
    )
  })
})

test('of too many lines, those that matter most are kept, in their order', () => {
  const lines = [5, 1, 9, 3].map((weight) => ({ html: `${weight}aaaaaaaa` as never, weight }))
  expect(fittingLines(lines, 25)).toEqual({ kept: ['5aaaaaaaa', '9aaaaaaaa'], left: 2 })
  expect(fittingLines(lines, 1_000).left).toBe(0)
})
