import type { Definition, QuestionDefinition, RowDefinition } from '../definition/definition.ts'
import type { WrittenRow } from './sheetOfRows.ts'
import { OPEN } from './surveyHeaders.ts'
import { type WriteWords, writeMedia } from './writeWords.ts'

/** Columns as authors are used to see them. */
export const SURVEY_ORDER = [
  ...[
    'comment',
    'type',
    'name',
    'label',
    'short_label',
    'hint',
    'guidance_hint',
    'required',
    'required_message',
  ],
  ...['relevant', 'constraint', 'constraint_message', 'calculation', 'trigger', 'default', 'read_only'],
  ...[
    'choice_filter',
    OPEN,
    'parameters',
    'repeat_count',
    'appearance',
    'image',
    'big-image',
    'audio',
    'video',
  ],
]

const TEXTS = [
  'relevant',
  'constraint',
  'calculation',
  'default',
  'choice_filter',
  'repeat_count',
  'appearance',
]
const WORDS = ['label', 'short_label', 'hint', 'guidance_hint', 'required_message', 'constraint_message']

/**
 * The rows of the survey sheet.
 * @param comments what is written in the column `comment`, by the name of the row
 */
export function writeSurveyRows(
  { survey, choices }: Definition,
  comments: Readonly<Record<string, string>>,
  writeWords: WriteWords,
): WrittenRow[] {
  const rows: WrittenRow[] = []
  const files = new Set<string>()
  for (const child of survey) write(child)
  for (const [list, { length }] of Object.entries(choices))
    if (length === 0 && !files.has(list))
      rows.push(
        new Map([
          ['type', 'csv-external'],
          ['name', list],
        ]),
      )
  return rows

  function write(definition: RowDefinition): void {
    const isContainer = definition.type === 'group' || definition.type === 'repeat'
    const row = new Map([
      ['type', isContainer ? `begin ${definition.type}` : typeOf(definition)],
      ['name', definition.name],
    ])
    fill(row, definition)
    rows.push(row)
    if (!isContainer) return
    for (const child of definition.children) write(child)
    rows.push(new Map([['type', `end ${definition.type}`]]))
  }

  function typeOf(question: QuestionDefinition): string {
    if (question.type === 'metadata') return question.preload
    if (!('list' in question)) return question.type
    const { type, list } = question
    // Of a list without choices only ODK knows what is in it.
    const isEmpty = Object.hasOwn(choices, list) && choices[list]?.length === 0
    if (type === 'rank' || !isEmpty) return `${type} ${list}`
    files.add(list)
    return `${type}_from_file ${list}.csv`
  }

  function fill(row: Map<string, string>, definition: RowDefinition): void {
    const given: Record<string, unknown> = { ...definition }
    for (const column of TEXTS) if (typeof given[column] === 'string') row.set(column, given[column])
    for (const column of ['required', 'read_only'])
      if (given[column] !== undefined) row.set(column, given[column] === true ? 'yes' : String(given[column]))
    if (given.open === true) row.set(OPEN, 'yes')
    for (const column of WORDS) writeWords(row, column, given[column] as Parameters<WriteWords>[2])
    if ('media' in definition) writeMedia(row, definition.media, writeWords)
    if ('trigger' in definition && definition.trigger)
      row.set('trigger', definition.trigger.map((name) => `\${${name}}`).join(', '))
    if ('parameters' in definition && definition.parameters) {
      const pairs = Object.entries(definition.parameters).map(([key, value]) => `${key}=${value}`)
      row.set('parameters', pairs.join(' '))
    }
    if (Object.hasOwn(comments, definition.name)) row.set('comment', comments[definition.name] ?? '')
  }
}
