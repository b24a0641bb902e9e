import { mostSimilar } from '../expression/mostSimilar.ts'
import type { ProblemList } from './problemList.ts'
import type { TextSheet } from './textSheet.ts'

const NAMES = ['survey', 'choices', 'settings', 'external_choices', 'entities', 'tests'] as const

/** The sheets of a form by what they are. */
export type FormSheets = Partial<Record<(typeof NAMES)[number], TextSheet>>

/**
 * Finds the sheets by their names, in upper or lower case. The only sheet of a spreadsheet is the survey whatever it
 * is called (pyxform).
 */
export function findSheets(sheets: readonly TextSheet[], problems: ProblemList): FormSheets {
  const found: FormSheets = {}
  const others: TextSheet[] = []
  for (const sheet of sheets) {
    const name = NAMES.find((each) => each === sheet.name.trim().toLowerCase())
    if (name && !found[name]) found[name] = sheet
    else others.push(sheet)
  }
  const [only] = others
  if (!found.survey && only && sheets.length === 1) return { survey: only }

  const titles = others.map(({ name }) => name).filter((name) => !name.startsWith('_'))
  if (!found.survey) {
    const similar = mostSimilar('survey', titles)
    problems.error(
      { sheet: 'survey' },
      { code: 'no_survey_sheet', ...(similar !== undefined && { similar }) },
    )
  }
  for (const wanted of ['choices', 'settings'] as const) {
    const similar = found[wanted] ? undefined : mostSimilar(wanted, titles)
    if (similar !== undefined) problems.warn({ sheet: similar }, { code: 'similar_sheet', wanted })
  }
  return found
}
