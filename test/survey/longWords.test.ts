import { beforeAll, describe, expect, test } from 'vitest'
import { type Html, plainText } from '../../src/message/html.ts'
import type { Message } from '../../src/message/message.ts'
import { packPress } from '../../src/message/press.ts'
import { compileSurvey } from '../../src/survey/definition/compileSurvey.ts'
import { emptyDraft } from '../../src/survey/draft.ts'
import { interview } from '../../src/survey/interview/interview.ts'
import { answeredMessage, questionMessage } from '../../src/survey/questionMessage.ts'
import { reviewMessage } from '../../src/survey/reviewMessage.ts'
import type { Pass } from '../../src/survey/turn.ts'
import { sendingCalls } from '../../src/telegram/sendingCalls.ts'
import { loadTexts, type Speak } from '../../src/texts.ts'
import { answersOf, formOf, itemOf } from './asking.ts'

const long = (length: number) => 'kata & '.repeat(Math.ceil(length / 7)).slice(0, length)
const label = { id: long(3000) }

let speak: Speak
beforeAll(async () => {
  speak = (await loadTexts())('id')
})

const survey = compileSurvey({
  format: 2,
  settings: { title: { id: 'Survei' }, default_language: 'id' },
  survey: [
    { type: 'note', name: 'pembuka', label: { id: long(3500) } },
    { type: 'note', name: 'aturan', label: { id: long(3500) } },
    { type: 'text', name: 'saran', label, hint: { id: long(900) } },
    { type: 'select_one', name: 'pilih', list: 'panjang', label: { id: 'Pilih' } },
    ...Array.from({ length: 30 }, (_, at) => ({
      type: 'text' as const,
      name: `t${at}`,
      label: { id: long(500) },
    })),
    { type: 'note', name: 'penutup', label: { id: long(3500) } },
  ],
  choices: {
    panjang: Array.from({ length: 2000 }, (_, at) => ({
      name: `c${at}`,
      label: { id: `${at} ${long(600)}` },
    })),
  },
})

function passOf(values: [string, string][], open?: string): Pass {
  const opened = { id: 'd'.repeat(16), person: 'p', respondent: 'r', version: 1, unit: 1, period: '2026-S2' }
  const draft = { ...emptyDraft(opened), values: new Map(values), ...(open !== undefined && { open }) }
  const info = {
    id: 1,
    code: 'uji',
    period: 'year' as const,
    participation: 'period' as const,
    isNamed: false,
    isPerUnit: true,
    status: 'open' as const,
    quotas: [],
  }
  const form = formOf(survey, answersOf(Object.fromEntries(values), open))
  return { draft, info, isTrial: false, form, unit: { id: 1, code: 'unit', name: long(400) } }
}

const ask = (pass: Pass) => {
  const asking = interview(pass.form)
  if (!('ask' in asking)) throw new Error('nothing is asked')
  return questionMessage(speak, pass, asking)
}

/** The messages that people get, as they read them. */
const said = (message: Message) =>
  sendingCalls(1, message).map(({ parameters }) => plainText(parameters.text as Html))

/** Whether Telegram takes it, and what it offers comes in one message that can change in its place. */
function fits(message: Message) {
  const { html, buttons = [] } = message
  for (const { parameters } of sendingCalls(1, message)) {
    expect(Array.from(plainText(parameters.text as Html)).length).toBeLessThanOrEqual(4096)
    expect(Buffer.byteLength(String(parameters.text))).toBeLessThanOrEqual(32_768)
  }
  expect(Array.from(plainText(html)).length).toBeLessThanOrEqual(4096)
  const keyboard = buttons.map((row) =>
    row.map((button) => ({
      text: button.text,
      callback_data: 'press' in button ? packPress(button.press) : button.url,
    })),
  )
  expect(keyboard.flat().length).toBeLessThanOrEqual(100)
  expect(Buffer.byteLength(JSON.stringify(keyboard))).toBeLessThan(10_000)
}

describe('however long the words are, Telegram takes the message', () => {
  test('a question with notes, a hint and a long answer so far', () => {
    const message = ask(passOf([['saran', long(4000)]], 'saran'))
    fits(message)
    expect(plainText(message.html)).toContain(speak.plain('survey.current', { value: '' }).slice(0, 10))
    const words = said(message).join(' ').replace(/\s+/g, ' ')
    expect(words).toContain(speak.plain('survey.progress', { number: 1, of: 32 }))
    // Not a word of the author's is lost.
    expect(words.match(/kata &/g)?.length).toBeGreaterThan((2 * 3500 + 3000 + 900) / 7 - 10)
  })

  test('what changes with the answer changes in the last message only', () => {
    const [empty, filled] = [ask(passOf([], 'saran')), ask(passOf([['saran', long(4000)]], 'saran'))]
    expect(filled.before).toEqual(empty.before)
    expect(filled.before?.length).toBeGreaterThan(2)
  })

  test('a question that was answered at length', () => {
    const pass = passOf([['saran', long(4000)]])
    fits(answeredMessage(speak, pass, itemOf(pass.form, 'saran'), long(4000)))
  })

  test('two thousand choices with words of a paragraph each', () => {
    fits(ask(passOf([['saran', 'baik']])))
  })

  test('a review with closing notes', () => {
    const values = survey.rows.map(({ path }): [string, string] => [path, long(2000)])
    const pass = passOf([...values, ['pilih', 'c7']])
    fits(reviewMessage(speak, pass))
    fits(reviewMessage(speak, pass, 1))
  })
})
