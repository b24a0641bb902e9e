import { clip } from '../../message/clip.ts'
import { html, joinHtml } from '../../message/html.ts'
import type { Button, Message } from '../../message/message.ts'
import type { Press } from '../../message/press.ts'
import { formatNumber } from '../../numbers.ts'
import type { Speak } from '../../texts.ts'
import type { Row, Survey } from '../definition/survey.ts'
import { languageFor, wordsIn } from '../definition/words.ts'
import type { Quota } from '../surveyInfo.ts'
import { quotaId } from './quotaId.ts'

const A_PAGE = 8
const LONGEST = 50
const LONGEST_LINE = 150

/** Questions of which answers can be limited: one choice, and not inside a repeat, which one person answers often. */
export const limitable = (survey: Survey): Row[] =>
  survey.rows.filter(
    (row) => row.definition.type === 'select_one' && row.depth === 0 && row.options.length > 0,
  )

/** What is limited, each with a button to take it away. */
export function quotasMessage(
  speak: Speak,
  code: string,
  survey: Survey,
  quotas: readonly Quota[],
  counts: readonly number[],
): Message {
  const lines = quotas.map((quota, index) => {
    const n = formatNumber(counts[index] ?? 0, speak.language)
    return html`• ${clip(quotaWords(speak, survey, quota), LONGEST_LINE)}: ${n} / ${formatNumber(quota.most, speak.language)}`
  })
  const remove = quotas.map((quota): Button[] => [
    {
      text: `🗑 ${clip(quotaWords(speak, survey, quota), LONGEST)}`,
      press: { do: 'quota-remove', survey: code, quota: quotaId(quota) },
    },
  ])
  return {
    html: joinHtml(
      [speak.html('quota.title'), joinHtml(lines.length > 0 ? lines : [speak.html('quota.none')])],
      '\n\n',
    ),
    buttons: [
      ...remove,
      [{ text: speak.plain('quota.add'), press: { do: 'quota-question', survey: code, page: 0 } }],
      [{ text: speak.plain('life.back'), press: { do: 'survey-settings', survey: code } }],
    ],
  }
}

/** The questions to choose from. */
export function quotaQuestionsMessage(speak: Speak, code: string, survey: Survey, page: number): Message {
  const rows = limitable(survey)
  const back = backButton(speak, { do: 'survey-quotas', survey: code })
  if (rows.length === 0) return { html: speak.html('quota.noQuestion'), buttons: [back] }
  const shown = Math.min(page, Math.ceil(rows.length / A_PAGE) - 1)
  const buttons = rows.slice(shown * A_PAGE, (shown + 1) * A_PAGE).map((row): Button[] => [
    {
      text: clip(rowWords(speak, survey, row), LONGEST),
      press: { do: 'quota-option', survey: code, question: row.index, page: 0 },
    },
  ])
  const turn = turnButtons(speak, shown, rows.length, (to) => ({
    do: 'quota-question',
    survey: code,
    page: to,
  }))
  return { html: speak.html('quota.askQuestion'), buttons: [...buttons, ...turn, back] }
}

/** The choices of a question, one of which shall be limited. */
export function quotaOptionsMessage(
  speak: Speak,
  code: string,
  survey: Survey,
  row: Row,
  page: number,
): Message {
  const question = row.index
  const shown = Math.min(page, Math.ceil(row.options.length / A_PAGE) - 1)
  const buttons = row.options.slice(shown * A_PAGE, (shown + 1) * A_PAGE).map((option): Button[] => [
    {
      text: clip(optionWords(speak, survey, row, option.name), LONGEST),
      press: { do: 'quota-limit', survey: code, question, choice: option.index },
    },
  ])
  const turn = turnButtons(speak, shown, row.options.length, (to) => ({
    do: 'quota-option',
    survey: code,
    question,
    page: to,
  }))
  const title = speak.html('quota.askOption', { question: clip(rowWords(speak, survey, row), 200) })
  const back = backButton(speak, { do: 'quota-question', survey: code, page: 0 })
  return { html: title, buttons: [...buttons, ...turn, back] }
}

const backButton = (speak: Speak, press: Press): Button[] => [{ text: speak.plain('life.back'), press }]

function turnButtons(speak: Speak, page: number, count: number, to: (page: number) => Press): Button[][] {
  const turn: Button[] = []
  if (page > 0) turn.push({ text: speak.plain('unit.previous'), press: to(page - 1) })
  if ((page + 1) * A_PAGE < count) turn.push({ text: speak.plain('unit.more'), press: to(page + 1) })
  return turn.length > 0 ? [turn] : []
}

/** What a quota limits: `Jenis kelamin: Laki-laki`. */
export function quotaWords(speak: Speak, survey: Survey, { path, value }: Quota): string {
  const row = survey.rows.find((each) => each.path === path)
  return row
    ? `${rowWords(speak, survey, row)}: ${optionWords(speak, survey, row, value)}`
    : `${path}: ${value}`
}

function rowWords(speak: Speak, survey: Survey, { definition, name }: Row): string {
  const words = 'short_label' in definition && definition.short_label ? definition.short_label : undefined
  const label = words ?? ('label' in definition ? definition.label : undefined)
  return (
    (label &&
      wordsIn(label, languageFor(survey.languages, speak.language, survey.language), survey.language)) ??
    name
  )
}

function optionWords(speak: Speak, survey: Survey, row: Row, value: string): string {
  const label = row.options.find(({ name }) => name === value)?.label
  return (
    (label &&
      wordsIn(label, languageFor(survey.languages, speak.language, survey.language), survey.language)) ??
    value
  )
}
