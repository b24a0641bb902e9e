import type { Choice } from '../definition/definition.ts'
import type { Table } from './table.ts'
import type { TextRow } from './textSheet.ts'

export const MEDIA = ['image', 'big-image', 'audio', 'video'] as const

/** The files that go along with the words of a row, by kind and language. */
export function readMedia(table: Table, row: TextRow): Choice['media'] {
  let media: Choice['media']
  for (const kind of MEDIA) {
    const files = table.has(kind) ? table.words(row, kind) : undefined
    if (files) media = { ...media, [kind]: files }
  }
  return media
}
