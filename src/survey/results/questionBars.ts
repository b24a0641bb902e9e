import { longDate } from '../../dates.ts'
import { formatNumber } from '../../numbers.ts'
import type { Bar } from '../../picture/barChart.ts'
import type { Speak } from '../../texts.ts'
import { periodWords } from '../openingReply.ts'
import type { Found, QuestionFigures } from './countAnswers.ts'
import type { NumberBar } from './numberSummary.ts'
import type { ResultForm } from './resultForm.ts'
import { optionWords } from './resultWords.ts'
import type { TimeSummary } from './timeSummary.ts'

/** What is drawn of the answers to a question, one count a bar; nothing of words, places and files. */
export function questionBars(speak: Speak, form: ResultForm, { question, found }: QuestionFigures): Bar[] {
  switch (found.kind) {
    case 'choices': {
      const bars = question.options
        .filter(({ code, isEarlier }) => !isEarlier || (found.counts.get(code) ?? 0) > 0)
        .map((option) => ({
          label: optionWords(speak, form, option),
          counts: [found.counts.get(option.code) ?? 0],
        }))
      if (question.type === 'acknowledge')
        bars.push({ label: speak.plain('survey.acknowledged'), counts: [found.counts.get('OK') ?? 0] })
      if (found.unknown > 0) bars.push({ label: speak.plain('figures.notListed'), counts: [found.unknown] })
      return bars
    }
    case 'ranks':
      return question.options
        .map((option) => ({
          option,
          first: found.ranks.find(({ code }) => code === option.code)?.first ?? 0,
        }))
        .map(({ option, first }) => ({ label: optionWords(speak, form, option), counts: [first] }))
    case 'numbers':
      return (found.summary?.bars ?? []).map((bar) => ({
        label: rangeWords(speak, bar, found.summary?.isWhole ?? false),
        counts: [bar.count],
      }))
    case 'times':
      return timeBars(speak, found)
    default:
      return []
  }
}

/** `35`, `20–29`, or `2,5 – < 5`. */
function rangeWords({ language }: Speak, { from, to }: NumberBar, isWhole: boolean): string {
  const number = (value: number) => formatNumber(value, language)
  if (!isWhole) return `${number(from)} – < ${number(to)}`
  return to - from === 1 ? number(from) : `${number(from)}–${number(to - 1)}`
}

function timeBars(speak: Speak, { summary }: Extract<Found, { kind: 'times' }>): Bar[] {
  return (summary?.bars ?? []).map(({ name, count }) => ({
    label: timeWords(speak, summary?.by ?? 'day', name),
    counts: [count],
  }))
}

function timeWords(speak: Speak, by: TimeSummary['by'], name: string): string {
  if (by === 'day') return longDate(name, speak.language)
  if (by === 'month') return periodWords(speak, name)
  return by === 'year' ? name : speak.plain('figures.hour', { hour: name })
}
