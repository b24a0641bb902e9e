import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Button, inColumns } from '../../src/message/message.ts'

const button = (text: string): Button => ({ text, url: 'https://tebo.go.id' })
const columnsOf = (...words: string[]) => inColumns(words.map(button)).map((row) => row.length)

describe('buttons of one kind', () => {
  test.each<[string[], number[]]>([
    [[], []],
    [
      ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
      [8, 1],
    ],
    [['Ya', 'Tidak'], [2]],
    [
      ['1. Tidak sesuai', '2. Kurang sesuai', '3. Sesuai', '4. Sangat sesuai'],
      [1, 1, 1, 1],
    ],
    [
      ['1. SD', '2. SMP', '3. SMA', '4. S1', '5. Tidak sekolah'],
      [2, 2, 1],
    ],
    [
      ['1. Legalisasi dokumen kependudukan', '2. KTP', '3. KK', '4. KIA', '5. SKP'],
      [1, 1, 1, 1, 1],
    ],
  ])('%o stand in rows of %o', (words, rows) => {
    expect(columnsOf(...words)).toEqual(rows)
  })

  test('are all there, in order, in rows of at most eight, as Telegram shows them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 }), { maxLength: 100 }), (words) => {
        const rows = inColumns(words.map(button))
        expect(rows.flat().map(({ text }) => text)).toEqual(words)
        for (const row of rows) expect(row.length >= 1 && row.length <= 8).toBe(true)
      }),
    )
  })
})
