import type { Definition } from '../definition/definition.ts'
import { RETIRED } from './choiceHeaders.ts'
import type { WrittenRow } from './sheetOfRows.ts'
import { type WriteWords, writeMedia } from './writeWords.ts'

export const CHOICE_ORDER = ['list_name', 'name', 'label', 'image', 'big-image', 'audio', 'video', RETIRED]

/** The rows of the choices sheet. */
export function writeChoiceRows(choices: Definition['choices'], writeWords: WriteWords): WrittenRow[] {
  return Object.entries(choices).flatMap(([list, all]) =>
    all.map(({ name, label, media, columns, retired }) => {
      const row = new Map([
        ['list_name', list],
        ['name', name],
      ])
      writeWords(row, 'label', label)
      writeMedia(row, media, writeWords)
      for (const [column, value] of Object.entries(columns ?? {})) row.set(column, value)
      if (retired) row.set(RETIRED, 'yes')
      return row
    }),
  )
}
