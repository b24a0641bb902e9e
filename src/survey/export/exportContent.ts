import { unmarkedWords } from '../../message/unmarkedWords.ts'
import type { Speak } from '../../texts.ts'
import type { Words } from '../definition/definition.ts'
import { languageFor, wordsIn } from '../definition/words.ts'
import type { ResultForm, ResultQuestion } from '../results/resultForm.ts'
import type { ExportTable } from './exportColumns.ts'
import type { Fact } from './exportFacts.ts'
import type { KeptResponses } from './keptResponses.ts'

/** What is exported, and how it is said. */
export interface ExportContent {
  /** The survey's code; files in an archive are named for it. */
  code: string
  form: ResultForm
  facts: readonly Fact[]
  responses: KeptResponses
  /** What is explained is explained in this language of ours. */
  speak: Speak
  /** Language of the survey's words, as the survey calls it. */
  language: string
}

/** Words of the survey in the language of the export, without marks: a table shows them as they are. */
export function saidIn({ form, language }: ExportContent, words: Words | undefined): string | undefined {
  const said = words && wordsIn(words, languageFor(form.languages, language, form.language), form.language)
  return said && unmarkedWords(said).trim()
}

/** The words of a choice; its code when it has none. */
export const choiceWords =
  (content: ExportContent) =>
  ({ options }: ResultQuestion, code: string): string =>
    saidIn(content, options.find((option) => option.code === code)?.label) || code

/** Names of the columns before the answers. */
export const leadersOf = ({ keys, repeats }: ExportTable, facts: readonly Fact[]): string[] => [
  ...keys,
  ...(repeats.length === 0 ? facts.map(({ name }) => name) : []),
]

/** Names of all columns. */
export const headersOf = (table: ExportTable, facts: readonly Fact[]): string[] => [
  ...leadersOf(table, facts),
  ...table.columns.map(({ name }) => name),
]

/** What a table's file is called, without ending: `skm`, or `skm-keluarga` for a repeat. */
export const fileName = (code: string, { name }: ExportTable): string =>
  [code, name]
    .filter(Boolean)
    .join('-')
    .replace(/[^\w.-]+/g, '_')
