import { CHOICE_COLUMNS, CHOICE_HEADERS } from './choiceHeaders.ts'
import type { FormSheets } from './findSheets.ts'
import { type FormLanguages, formLanguages } from './formLanguages.ts'
import type { ProblemList } from './problemList.ts'
import { type Heading, readHeadings } from './readHeadings.ts'
import { SETTINGS_COLUMNS, SETTINGS_HEADERS } from './settingsHeaders.ts'
import { SURVEY_COLUMNS, SURVEY_HEADERS } from './surveyHeaders.ts'
import { type Table, tableOf } from './table.ts'
import { TEST_COLUMNS, TEST_HEADERS } from './testHeaders.ts'
import type { TextSheet } from './textSheet.ts'
import { tidyText } from './tidyText.ts'
import { yesOrNo } from './yesOrNo.ts'

export interface FormTables {
  survey: Table
  choices: Table
  external: Table
  settings: Table
  tests: Table
  languages: FormLanguages
}

/** The sheets of a form as tables. How their cells are read depends on two settings, which are looked up first. */
export function formTables(found: FormSheets, problems: ProblemList): FormTables {
  const sheet = (name: keyof FormSheets): TextSheet => found[name] ?? { name, rows: [] }
  const [surveySheet, choicesSheet, externalSheet] = [
    sheet('survey'),
    sheet('choices'),
    sheet('external_choices'),
  ]
  const [settingsSheet, testsSheet] = [sheet('settings'), sheet('tests')]
  const survey = readHeadings(surveySheet, SURVEY_HEADERS, SURVEY_COLUMNS, problems)
  const choices = readHeadings(choicesSheet, CHOICE_HEADERS, CHOICE_COLUMNS, problems)
  const external = readHeadings(externalSheet, CHOICE_HEADERS, CHOICE_COLUMNS, problems)
  const settings = readHeadings(settingsSheet, SETTINGS_HEADERS, SETTINGS_COLUMNS, problems)
  const tests = readHeadings(testsSheet, TEST_HEADERS, TEST_COLUMNS, problems)

  const languages = formLanguages(
    [...survey, ...choices],
    {
      language: setting('default_language'),
      place: { sheet: settingsSheet.name, row: 2, column: 'default_language' },
    },
    hasPlainLabels(surveySheet, survey),
    problems,
  )
  const quotes = yesOrNo(setting('clean_text_values')) ?? true
  const table = (of: TextSheet, headings: Heading[], spaces = false) =>
    tableOf(of, headings, { quotes, spaces: quotes && spaces }, languages.main, problems)
  return {
    survey: table(surveySheet, survey, true),
    choices: table(choicesSheet, choices),
    external: table(externalSheet, external),
    settings: table(settingsSheet, settings),
    tests: table(testsSheet, tests),
    languages,
  }

  function setting(column: string): string {
    const heading = settings.find((each) => each.column === column)
    return heading ? tidyText(settingsSheet.rows[1]?.cells[heading.at], { quotes: true, spaces: false }) : ''
  }
}

function hasPlainLabels({ rows }: TextSheet, headings: readonly Heading[]): boolean {
  const label = headings.find(({ column, language }) => column === 'label' && language === undefined)
  return label !== undefined && rows.slice(1).some(({ cells }) => /\S/.test(cells[label.at] ?? ''))
}
