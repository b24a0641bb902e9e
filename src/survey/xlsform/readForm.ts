import type { Definition, RowDefinition } from '../definition/definition.ts'
import type { Place } from '../definition/definitionProblem.ts'
import { findSheets } from './findSheets.ts'
import type { FormPlace, FormProblem } from './formProblem.ts'
import { formTables } from './formTables.ts'
import type { FormTest } from './formTest.ts'
import { formLists } from './lists.ts'
import { locateIn } from './locateIn.ts'
import { missingTranslations } from './missingTranslations.ts'
import { noteHeadless } from './noteHeadless.ts'
import { noteSurveyColumns } from './noteSurveyColumns.ts'
import { noteTriggers } from './noteTriggers.ts'
import { noteUnusedLists } from './noteUnusedLists.ts'
import { problemList } from './problemList.ts'
import { readChoices } from './readChoices.ts'
import { readSettings } from './readSettings.ts'
import { readSurvey } from './readSurvey.ts'
import { readTests } from './readTests.ts'
import { requireColumns } from './requireColumns.ts'
import type { TextSheet } from './textSheet.ts'
import { writeOutLoops } from './writeOutLoops.ts'

export interface ReadForm {
  /** The form as far as it can be read; with errors among the problems it must not be asked. */
  definition?: Definition
  tests: FormTest[]
  problems: FormProblem[]
  /** Where in the spreadsheet something of the definition stands. */
  locate(place: Place): FormPlace
}

/**
 * Reads an XLSForm the way pyxform does, and tells everything that is wrong with it at once. Names, lists and
 * expressions are checked when the definition is compiled.
 * @param sheets the spreadsheet as texts
 * @param fallbackTitle what the form is called when it does not say
 */
export function readForm(sheets: readonly TextSheet[], fallbackTitle = 'data'): ReadForm {
  const problems = problemList()
  const found = findSheets(sheets, problems)
  const tables = formTables(found, problems)
  const { survey, choices, external, languages } = tables
  if (found.survey) requireColumns(survey, ['type'], problems)
  for (const table of [choices, external])
    if (table.rows.length > 0) requireColumns(table, ['list_name', 'name'], problems)
  noteSurveyColumns(survey, problems)
  for (const sheet of [found.survey, found.choices]) if (sheet) noteHeadless(sheet, problems)

  const settings = readSettings(tables.settings, problems)
  const lists = formLists(
    readChoices(choices, settings.allowsDuplicates, problems),
    readChoices(external, true, problems),
    languages,
    problems,
  )
  const { drafts, settings: inRows } = readSurvey(survey, lists, problems)
  const { survey: rows, rows: rowNumbers } = writeOutLoops(drafts, lists.all, survey.sheet, problems)
  if (survey.has('type') && rows.length === 0)
    problems.error({ sheet: survey.sheet }, { code: 'no_questions' })

  noteTriggers(drafts, survey, problems)
  noteUnusedLists(lists, found.survey, { sheet: choices.sheet }, problems)
  for (const table of [survey, choices]) missingTranslations(table, languages.main, problems)
  if (found.entities && found.entities.rows.length > 1)
    problems.warn({ sheet: found.entities.name }, { code: 'no_entities' })

  const formId = settings.form_id ?? inRows.form_id
  const title = inRows.form_title ?? formId ?? fallbackTitle
  const definition: Definition = {
    format: 2,
    settings: {
      title: settings.title ?? { [languages.main]: title.trim() || 'data' },
      ...(formId !== undefined && { form_id: formId }),
      ...(settings.version !== undefined && { version: settings.version }),
      default_language: languages.main,
      ...(settings.random_order && { random_order: true as const }),
    },
    survey: rows,
    choices: Object.fromEntries([...lists.all].map(([name, list]) => [name, list.choices])),
  }
  if (found.tests) requireColumns(tables.tests, ['question'], problems)
  return {
    ...(rows.length > 0 && { definition }),
    tests: tables.tests.has('question') ? readTests(tables.tests, namesOf(rows), problems) : [],
    problems: problems.all(),
    locate: locateIn({ ...tables, rows: rowNumbers, lists: lists.all }),
  }
}

function namesOf(rows: readonly RowDefinition[], names = new Set<string>()): Set<string> {
  for (const row of rows) {
    names.add(row.name)
    if ('children' in row) namesOf(row.children, names)
  }
  return names
}
