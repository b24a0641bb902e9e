import type { KnownHeaders } from './headerPath.ts'

/** The column of our own that keeps a choice for earlier answers without offering it. */
export const RETIRED = 'suluh_retired'

/** The columns of the choices sheet that are not for filters, by their path. */
export const CHOICE_COLUMNS: ReadonlyMap<string, { column: string; languages?: true }> = new Map([
  ['list_name', { column: 'list_name' }],
  ['name', { column: 'name' }],
  [RETIRED, { column: RETIRED }],
  ['label', { column: 'label', languages: true }],
  ...['image', 'big-image', 'audio', 'video'].map(
    (column) => [`media::${column}`, { column, languages: true }] as const,
  ),
])

/** @see pyxform's aliases.list_header */
export const CHOICE_HEADERS: KnownHeaders = {
  aliases: new Map<string, readonly string[]>([
    ['caption', ['label']],
    ['value', ['name']],
    ['image', ['media', 'image']],
    ['big-image', ['media', 'big-image']],
    ['audio', ['media', 'audio']],
    ['video', ['media', 'video']],
  ]),
  names: new Set(['list_name', 'name', 'label', 'media', RETIRED]),
}
