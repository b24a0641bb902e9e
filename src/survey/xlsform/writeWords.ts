import type { Choice, Words } from '../definition/definition.ts'

/** Adds the words of a row to the texts to write. */
export type WriteWords = (row: Map<string, string>, column: string, words: Words | undefined) => void

/**
 * How words are written: `label` alone for the main language of a form that has no other, else `label::id`.
 * @param main the language of columns without one
 */
export function wordsWriter(main: string, hasOthers: boolean): WriteWords {
  const isPlain = !hasOthers || main === 'default'
  return (row, column, words) => {
    for (const [language, said] of Object.entries(words ?? {}))
      row.set(language === main && isPlain ? column : `${column}::${language}`, said)
  }
}

/** Adds the files that go along with words. */
export function writeMedia(row: Map<string, string>, media: Choice['media'], writeWords: WriteWords): void {
  for (const [kind, files] of Object.entries(media ?? {})) writeWords(row, kind, files)
}
