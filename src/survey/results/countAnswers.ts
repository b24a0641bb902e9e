import type { QuestionType } from '../definition/definition.ts'
import { type NumberSummary, numberSummary } from './numberSummary.ts'
import type { ResultQuestion } from './resultForm.ts'
import { daySummary, hourSummary, type TimeSummary } from './timeSummary.ts'

/** What was answered to one question. */
export interface QuestionFigures {
  question: ResultQuestion
  /** Answers that are not blank; in a repeat, of all its instances. */
  answered: number
  /** Times it was asked and left blank. */
  skipped: number
  found: Found
}

export type Found =
  | { kind: 'choices'; counts: ReadonlyMap<string, number>; unknown: number }
  | { kind: 'ranks'; ranks: readonly Rank[] }
  | { kind: 'numbers'; summary: NumberSummary | undefined }
  | { kind: 'times'; summary: TimeSummary | undefined }
  /** Words, places and files: how many there are, and nothing that could tell of whom. */
  | { kind: 'texts' | 'places' | 'files' }

export interface Rank {
  code: string
  /** Mean place among all who ranked it; 1 is the first. */
  mean: number
  /** How often it was put first. */
  first: number
}

/** Collects the answers to one question. */
export interface AnswerCounter {
  add(value: string): void
  figures(): QuestionFigures
}

/** A counter for a question of any type. */
export function countAnswers(question: ResultQuestion): AnswerCounter {
  const { take, found } = takerFor(question)
  let answered = 0
  let skipped = 0
  return {
    add(value) {
      if (value === '') skipped += 1
      else {
        answered += 1
        take(value)
      }
    },
    figures: () => ({ question, answered, skipped, found: found() }),
  }
}

/** How each type is counted; those without an entry are not shown at all. */
const COUNTED: Partial<Record<QuestionType, Found['kind']>> = {
  select_one: 'choices',
  select_multiple: 'choices',
  acknowledge: 'choices',
  rank: 'ranks',
  integer: 'numbers',
  decimal: 'numbers',
  range: 'numbers',
  date: 'times',
  time: 'times',
  dateTime: 'times',
  text: 'texts',
  barcode: 'texts',
  geopoint: 'places',
  image: 'files',
  audio: 'files',
  video: 'files',
  file: 'files',
}

/** Whether results of a question are shown: not of what nobody was asked, such as calculations. */
export const isCounted = ({ type }: ResultQuestion): boolean => COUNTED[type] !== undefined

interface Taker {
  take(value: string): void
  found(): Found
}

function takerFor(question: ResultQuestion): Taker {
  const kind = COUNTED[question.type] ?? 'texts'
  switch (kind) {
    case 'choices':
      return choiceTaker(question)
    case 'ranks':
      return rankTaker(question)
    case 'numbers': {
      const values: number[] = []
      const take = (value: string) => {
        const number = Number(value)
        if (Number.isFinite(number)) values.push(number)
      }
      return { take, found: () => ({ kind, summary: numberSummary(values) }) }
    }
    case 'times': {
      const values: string[] = []
      const summary = question.type === 'time' ? hourSummary : daySummary
      return { take: (value) => values.push(value), found: () => ({ kind, summary: summary(values) }) }
    }
    default:
      return { take: () => {}, found: () => ({ kind }) }
  }
}

/** What is on no list was written by somebody (a list that lies elsewhere): it is counted, never shown. */
function choiceTaker({ type, options }: ResultQuestion): Taker {
  const counts = new Map(options.map(({ code }) => [code, 0]))
  if (type === 'acknowledge') counts.set('OK', 0)
  let unknown = 0
  const count = (code: string) => {
    const known = counts.get(code)
    if (known === undefined) unknown += 1
    else counts.set(code, known + 1)
  }
  const take =
    type === 'select_multiple'
      ? (value: string) => {
          for (const code of new Set(value.split(' ').filter(Boolean))) count(code)
        }
      : count
  return { take, found: () => ({ kind: 'choices', counts, unknown }) }
}

function rankTaker({ options }: ResultQuestion): Taker {
  const places = new Map(options.map(({ code }) => [code, { sum: 0, n: 0, first: 0 }]))
  const take = (value: string) => {
    for (const [index, code] of value.split(' ').filter(Boolean).entries()) {
      const place = places.get(code)
      if (!place) continue
      place.sum += index + 1
      place.n += 1
      if (index === 0) place.first += 1
    }
  }
  const found = (): Found => ({
    kind: 'ranks',
    ranks: Array.from(places, ([code, { sum, n, first }]) => ({ code, mean: n === 0 ? 0 : sum / n, first }))
      .filter(({ mean }) => mean > 0)
      .toSorted((a, b) => a.mean - b.mean),
  })
  return { take, found }
}
