import { read, utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import type { Definition } from '../../../src/survey/definition/definition.ts'
import type { FormTest } from '../../../src/survey/xlsform/formTest.ts'
import { readForm } from '../../../src/survey/xlsform/readForm.ts'
import type { TextSheet } from '../../../src/survey/xlsform/textSheet.ts'
import { writeForm } from '../../../src/survey/xlsform/writeForm.ts'

const definition: Definition = {
  format: 2,
  settings: { title: { id: 'Survei', en: 'Survey' }, form_id: 'kode', default_language: 'id' },
  survey: [
    {
      type: 'select_one',
      name: 'kota',
      label: { id: 'Kota “mana”?', en: 'Which town?' },
      list: 'kota',
      required: true,
    },
    { type: 'repeat', name: 'r', children: [{ type: 'integer', name: 'n', label: { id: 'Berapa?' } }] },
  ],
  choices: { kota: [{ name: 'tebo', label: { id: 'Tebo', en: 'Tebo' }, columns: { prov: 'jambi' } }] },
}
const cellsOf = (sheets: TextSheet[]) =>
  Object.fromEntries(sheets.map(({ name, rows }) => [name, rows.map(({ cells }) => cells)]))

describe('a questionnaire is written', () => {
  test('the way authors know it', () => {
    expect(cellsOf(writeForm(definition, { comments: { kota: 'Ganti dengan kota Anda' } }))).toEqual({
      survey: [
        ['comment', 'type', 'name', 'label::id', 'label::en', 'required'],
        ['Ganti dengan kota Anda', 'select_one kota', 'kota', 'Kota “mana”?', 'Which town?', 'yes'],
        ['', 'begin repeat', 'r', '', '', ''],
        ['', 'integer', 'n', 'Berapa?', '', ''],
        ['', 'end repeat', '', '', '', ''],
      ],
      choices: [
        ['list_name', 'name', 'label::id', 'label::en', 'prov'],
        ['kota', 'tebo', 'Tebo', 'Tebo', 'jambi'],
      ],
      settings: [
        ['form_title', 'form_title::en', 'form_id', 'default_language', 'clean_text_values'],
        ['Survei', 'Survey', 'kode', 'id', 'no'],
      ],
    })
  })

  test('without languages in the headers when it has only one', () => {
    const plain: Definition = {
      format: 2,
      settings: { title: { id: 'Survei' }, default_language: 'id' },
      survey: [{ type: 'text', name: 'a', label: { id: 'A' } }],
      choices: {},
    }
    expect(cellsOf(writeForm(plain))).toEqual({
      survey: [
        ['type', 'name', 'label'],
        ['text', 'a', 'A'],
      ],
      settings: [
        ['form_title', 'default_language'],
        ['Survei', 'id'],
      ],
    })
    expect(readForm(writeForm(plain)).definition).toEqual(plain)
  })

  test('with lists of which only the file knows the choices', () => {
    const label = { default: 'A' }
    const files: Definition = {
      format: 2,
      settings: { title: { default: 'A' }, default_language: 'default' },
      survey: [
        { type: 'select_one', name: 'a', label, list: 'desa' },
        { type: 'rank', name: 'b', label, list: 'urutan' },
      ],
      choices: { desa: [], urutan: [], data: [] },
    }
    expect(cellsOf(writeForm(files)).survey).toEqual([
      ['type', 'name', 'label'],
      ['select_one_from_file desa.csv', 'a', 'A'],
      ['rank urutan', 'b', 'A'],
      ['csv-external', 'urutan', ''],
      ['csv-external', 'data', ''],
    ])
    expect(readForm(writeForm(files)).definition).toEqual(files)
  })

  test('and read again from a workbook is the same', () => {
    const book = utils.book_new()
    for (const { name, rows } of writeForm(definition))
      utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map(({ cells }) => cells)), name)
    const again = read(write(book, { type: 'buffer', bookType: 'xlsx' }))
    const sheets = again.SheetNames.map((name) => ({
      name,
      rows: utils
        .sheet_to_json<string[]>(again.Sheets[name] ?? {}, { header: 1, defval: '' })
        .map((cells, at) => ({ number: at + 1, cells })),
    }))
    expect(readForm(sheets).definition).toEqual(definition)
  })

  test('with its tests', () => {
    const tests: FormTest[] = [
      {
        name: 'Satu',
        row: 2,
        day: '2026-03-15',
        language: 'id',
        steps: [
          { row: 2, question: 'kota', is: 'answer', answer: 'jambi', accepted: false },
          { row: 3, question: 'kota', is: 'answer', answer: 'tebo', accepted: true },
          { row: 4, question: 'r[2]/n', is: 'not_asked' },
          { row: 5, question: 'n', is: 'value', value: '' },
        ],
      },
      { name: 'Dua', row: 6, steps: [{ row: 6, question: 'n', is: 'value', value: '3' }] },
    ]
    expect(readForm(writeForm(definition, { tests })).tests).toEqual(tests)
  })
})
