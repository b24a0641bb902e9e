import type { KnownHeaders } from './headerPath.ts'

const NAMES = ['scenario', 'question', 'answer', 'expect', 'value', 'language', 'day', 'comment']

/** The columns of the sheet "tests", a sheet of our own. */
export const TEST_COLUMNS: ReadonlyMap<string, { column: string }> = new Map(
  NAMES.map((column) => [column, { column }] as const),
)

export const TEST_HEADERS: KnownHeaders = {
  aliases: new Map<string, readonly string[]>([
    ['skenario', ['scenario']],
    ['pertanyaan', ['question']],
    ['jawaban', ['answer']],
    ['harapan', ['expect']],
    ['nilai', ['value']],
    ['bahasa', ['language']],
    ['hari', ['day']],
    ['tanggal', ['day']],
    ['date', ['day']],
    ['komentar', ['comment']],
    ['catatan', ['comment']],
  ]),
  names: new Set(NAMES),
}
