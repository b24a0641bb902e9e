import type { Lists } from './lists.ts'
import { nesting } from './nesting.ts'
import type { ProblemList } from './problemList.ts'
import { readContainer } from './readContainer.ts'
import { readName } from './readName.ts'
import { type AskingType, readRow } from './readRow.ts'
import { type RowType, readType } from './readType.ts'
import type { Draft } from './surveyDraft.ts'
import type { Table } from './table.ts'
import type { TextRow } from './textSheet.ts'
import { yesOrNo } from './yesOrNo.ts'

export interface SurveyRows {
  drafts: Draft[]
  /** Settings that stand among the rows, as in very old forms. */
  settings: { form_title?: string; form_id?: string }
}

/** Reads the rows of the survey sheet: the questions, and the groups they stand in. */
export function readSurvey(table: Table, lists: Lists, problems: ProblemList): SurveyRows {
  const drafts: Draft[] = []
  const settings: SurveyRows['settings'] = {}
  const groups = nesting(drafts, problems)
  const rowOfRepeat = new Map<string, number>()

  for (const row of table.has('type') ? table.rows : []) {
    if (yesOrNo(table.cell(row, 'disabled'))) continue
    const text = table.cell(row, 'type').replace(/\s+/g, ' ')
    if (text !== '') read(row, readType(text))
    // A row without type is a comment, unless it has what only a question has.
    else if (table.cell(row, 'name') !== '' || table.words(row, 'label'))
      problems.error(table.place(row, 'type'), { code: 'missing_type' })
  }
  groups.finish((row) => table.place({ number: row, cells: [] }, 'type'))
  return { drafts, settings }

  function read(row: TextRow, type: RowType | undefined): void {
    switch (type?.is) {
      case 'begin':
        begin(row, type)
        break
      case 'end':
        groups.end(type.kind, table.place(row, 'type'))
        break
      case 'setting': {
        const value = table.cell(row, 'name')
        if (type.setting !== 'prefix' && value !== '') settings[type.setting] = value
        break
      }
      case 'file': {
        const file = table.cell(row, 'name') || `file_${row.number}`
        lists.addFile(file)
        problems.warn(table.place(row, 'type'), { code: 'no_file', file })
        break
      }
      default: {
        const name = readName(table, row, groups.siblings(), problems, nameOf(row, type))
        for (const question of readRow(table, row, name, type, lists, problems))
          groups.children().push({ row: row.number, question })
      }
    }
  }

  function begin(row: TextRow, type: RowType & { is: 'begin' }): void {
    const name = readName(table, row, groups.siblings(), problems)
    if (type.kind === 'repeat') checkRepeat(row, name)
    const { container, before } = readContainer(table, row, name, type, lists, problems)
    if (before) groups.children().push(before)
    groups.begin(container, table.place(row, 'type'))
  }

  function checkRepeat(row: TextRow, name: string): void {
    const place = table.place(row, 'name')
    const otherRow = rowOfRepeat.get(name)
    // The whole of the answers is called "data" in ODK.
    if (name === 'data') problems.error(place, { code: 'reserved_name', name })
    else if (otherRow !== undefined) problems.error(place, { code: 'repeat_name_twice', name, otherRow })
    rowOfRepeat.set(name, row.number)
  }
}

/** The name of a row that needs none. */
function nameOf(row: TextRow, type: AskingType): string | undefined {
  if (type?.is === 'question' && type.type === 'note') return `generated_note_name_${row.number}`
  return type?.is === 'metadata' && type.preload === 'audit' ? 'audit' : undefined
}
