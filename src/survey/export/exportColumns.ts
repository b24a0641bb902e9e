import type { ResultForm, ResultOption, ResultQuestion } from '../results/resultForm.ts'
import { variableNames } from './variableNames.ts'

/** A column of answers. */
export interface Column {
  /** Its name in every format. */
  name: string
  question: ResultQuestion
  /** What of the answer it holds; see {@link columnsOf}. */
  holds: Holds
  /** The choice that it is about. */
  option?: ResultOption
}

/**
 * The answer as it is (`code`, `codes` of several, `ranking`, `number`, `day`, `time`, `text`, `computed`, `flag` of an
 * acknowledgement), or a part of it: whether a choice was `chosen`, the `place` it was given, one coordinate of a place.
 */
export type Holds =
  | 'code'
  | 'codes'
  | 'ranking'
  | 'number'
  | 'day'
  | 'time'
  | 'text'
  | 'computed'
  | 'flag'
  | 'chosen'
  | 'place'
  | 'latitude'
  | 'longitude'
  | 'altitude'
  | 'accuracy'

/** One table of the export: the responses, or the instances of one repeat. */
export interface ExportTable {
  /** Empty for the responses, else what the repeat is called. */
  name: string
  /** Paths of the repeats whose instances are its rows, from the outside in; none for the responses. */
  repeats: readonly string[]
  /** Names of the columns that say which response, and which instance of each repeat, a row is of. */
  keys: readonly string[]
  columns: readonly Column[]
}

/** What ties the rows of all tables together: a running number, never the id that the response is stored under. */
export const RESPONSE_KEY = 'response_number'

/** What is known of a response beside its answers. */
export const FACTS = {
  period: 'response_period',
  month: 'response_month',
  day: 'response_day',
  unit: 'response_unit',
  version: 'response_version',
  example: 'response_example',
  person: 'response_person',
} as const

/** The tables of an export: the responses first, then each repeat in the order of the survey. */
export function exportTables(form: ResultForm): ExportTable[] {
  const byRepeat = new Map<string, ResultQuestion[]>([['', []]])
  for (const question of form.questions) {
    const key = question.repeats.at(-1) ?? ''
    byRepeat.set(key, [...(byRepeat.get(key) ?? []), question])
  }
  const tableNameFor = variableNames()
  return Array.from(byRepeat, ([repeat, questions]) =>
    tableOf(repeat === '' ? '' : tableNameFor(lastName(repeat), repeat), questions),
  )
}

const lastName = (path: string) => path.slice(path.lastIndexOf('/') + 1)

function tableOf(name: string, questions: readonly ResultQuestion[]): ExportTable {
  const repeats = questions[0]?.repeats ?? []
  const nameFor = variableNames()
  const facts = repeats.length === 0 ? Object.values(FACTS) : []
  const keys = [nameFor(RESPONSE_KEY), ...repeats.map((path) => nameFor(lastName(path), path))]
  for (const fact of facts) nameFor(fact)
  const columns = questions.flatMap((question) => columnsOf(question, nameFor))
  return {
    name,
    repeats,
    keys,
    columns: columns.length <= MOST_COLUMNS ? columns : columns.filter(({ holds }) => !isPart(holds)),
  }
}

/** Columns that a table is given before it does without those that repeat a part of an answer: Excel holds 16,384. */
const MOST_COLUMNS = 10_000

/** Choices of one question that get a column each. */
const MOST_PARTS = 300

const PARTS = new Set<Holds>(['chosen', 'place', 'latitude', 'longitude', 'altitude', 'accuracy'])

/** Whether a column only repeats a part of an answer that another column holds whole. */
export const isPart = (holds: Holds): boolean => PARTS.has(holds)

function columnsOf(question: ResultQuestion, nameFor: (...wanted: string[]) => string): Column[] {
  const { name: own, path, type, options, versions, isTypeChanged } = question
  const newest = Math.max(...versions)
  // Of two questions at one path, the one asked now has the plain name.
  const name = isTypeChanged ? nameFor(own, `${own}_v${newest}`) : nameFor(own, path)
  const main = (holds: Holds): Column => ({ name, question, holds })
  const part = (ending: string, holds: Holds, option?: ResultOption): Column => ({
    name: nameFor(`${name}_${ending}`),
    question,
    holds,
    ...(option && { option }),
  })
  const parts = options.length <= MOST_PARTS ? options : []
  switch (type) {
    case 'select_one':
      return [main('code')]
    case 'select_multiple':
      return [main('codes'), ...parts.map((option) => part(option.code, 'chosen', option))]
    case 'rank':
      return [main('ranking'), ...parts.map((option) => part(option.code, 'place', option))]
    case 'acknowledge':
      return [main('flag')]
    case 'integer':
    case 'decimal':
    case 'range':
      return [main('number')]
    case 'date':
      return [main('day')]
    case 'time':
      return [main('time')]
    case 'geopoint':
      return [
        main('text'),
        ...(['latitude', 'longitude', 'altitude', 'accuracy'] as const).map((each) => part(each, each)),
      ]
    case 'calculate':
    case 'hidden':
    case 'metadata':
      return [main('computed')]
    default:
      return [main('text')]
  }
}
