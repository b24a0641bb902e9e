import { beforeAll, expect, test } from 'vitest'
import { packPress } from '../../src/message/press.ts'
import { emptyDraft } from '../../src/survey/draft.ts'
import { pickerButtons } from '../../src/survey/pickerButtons.ts'
import type { Pass } from '../../src/survey/turn.ts'
import { loadTexts, type Speak } from '../../src/texts.ts'
import { answersOf, formOf, leafOf, surveyOf } from './asking.ts'

let speak: Speak
beforeAll(async () => {
  speak = (await loadTexts())('id')
})

function buttonsFor(row: { type: string; constraint?: string; appearance?: string }, value?: string) {
  const form = formOf(
    surveyOf({ name: 'kapan', ...row }),
    answersOf(value === undefined ? {} : { kapan: value }),
  )
  const draft = emptyDraft({
    id: 'd'.repeat(16),
    person: 'p',
    respondent: 'r',
    version: 1,
    unit: null,
    period: '2026',
  })
  const pass = { draft, form } as Pass
  return pickerButtons(speak, pass, leafOf(form, 'kapan'))
}
const title = (rows: ReturnType<typeof buttonsFor>) => rows[0]?.map(({ text }) => text)

test.each([
  ['today', { type: 'date' }, undefined, ['◀', 'November 2026 ▾', '▶']],
  ['the answer so far', { type: 'date' }, '1958-03-12', ['◀', 'Maret 1958 ▾', '▶']],
  [
    'the last day allowed',
    { type: 'date', constraint: ". < date('2009-01-01')" },
    undefined,
    ['◀', 'Desember 2008 ▾'],
  ],
  [
    'the first day allowed',
    { type: 'date', constraint: '. > today() + 10' },
    undefined,
    ['Desember 2026 ▾', '▶'],
  ],
  ['the months of this year', { type: 'date', appearance: 'month-year' }, undefined, ['◀', '2026 ▾', '▶']],
  ['the years around this', { type: 'date', appearance: 'w1 year' }, undefined, ['◀', '2020–2039 ▾', '▶']],
] as const)('the calendar opens at %s', (_, row, value, words) => {
  expect(title(buttonsFor({ ...row }, value))).toEqual(words)
})

test('a day without its time is followed by the clock, and the way back to the calendar', () => {
  const rows = buttonsFor({ type: 'dateTime' }, '2026-11-25')
  expect(rows.flat().map(({ text }) => text)).toEqual([
    ...Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0')),
    '📅 Tanggal lain',
  ])
})

test.each([
  [undefined, ['Kemarin', 'Hari ini']],
  ['. < today()', ['Kemarin']],
  ['. >= today()', ['Hari ini']],
  ['. > today()', []],
  ["format-date(., '%a') = 'Mon'", ['Hari ini']],
])('below the present month stand the near days that %s allows', (constraint, words) => {
  const rows = buttonsFor({ type: 'date', ...(constraint && { constraint }) })
  const texts = rows.flat().map(({ text }) => text)
  expect(texts.filter((text) => /^[A-Z][a-z]+( ini)?$/.test(text) && text.length > 3)).toEqual(words)
  // Not below another month.
  const earlier = buttonsFor({ type: 'date' }, '1958-03-12').flat()
  expect(earlier.map(({ text }) => text)).not.toContain('Hari ini')
})

test('Telegram takes every page: eight buttons in a row, a hundred in all, 64 bytes of data', () => {
  for (const row of [
    { type: 'date' },
    { type: 'time' },
    { type: 'dateTime' },
    { type: 'date', appearance: 'year' },
  ]) {
    const rows = buttonsFor(row)
    expect(Math.max(...rows.map(({ length }) => length))).toBeLessThanOrEqual(8)
    expect(rows.flat().length).toBeLessThanOrEqual(90)
    for (const button of rows.flat())
      if ('press' in button) expect(packPress(button.press).length).toBeLessThanOrEqual(64)
  }
})
