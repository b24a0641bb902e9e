import { utils, type WorkSheet, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { cellsIn, readHere, sheetsIn } from './readHere.ts'

/** An old workbook of these sheets. */
function xls(sheets: Record<string, WorkSheet>, bookType: 'biff8' | 'biff5' = 'biff8'): Buffer {
  const workbook = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(workbook, sheet, name)
  return write(workbook, { type: 'buffer', bookType })
}

describe.each(['biff8', 'biff5'] as const)('an old workbook (%s)', (bookType) => {
  test('has its sheets with cells of all kinds at their places', async () => {
    const survey = utils.aoa_to_sheet([[], ['type', null, 1, 0.5, true], [], ['a\r\nb', '  ']])
    const bytes = xls({ survey, choices: utils.aoa_to_sheet([['list name']]) }, bookType)
    expect(await sheetsIn(bytes)).toEqual([
      {
        name: 'survey',
        rows: [
          { number: 2, cells: ['type', null, 1, 0.5, true] },
          { number: 4, cells: ['a\nb'] },
        ],
        merged: [],
      },
      { name: 'choices', rows: [{ number: 1, cells: ['list name'] }], merged: [] },
    ])
  })

  test('shows days, moments and times of day as dates', async () => {
    const sheet = utils.aoa_to_sheet([[46096, 46096.354166666664, 0.3333333333, 46096]])
    const formats = { A1: 'dd/mm/yyyy', B1: 'yyyy-mm-dd hh:mm', C1: 'h:mm:ss', D1: '#,##0' }
    for (const [address, z] of Object.entries(formats)) Object.assign(sheet[address], { z })
    expect(await cellsIn(xls({ sheet }, bookType))).toEqual([
      [{ date: '2026-03-15' }, { date: '2026-03-15T08:30:00' }, { date: '08:00:00' }, 46096],
    ])
  })
})

test('an old workbook tells what is merged', async () => {
  const sheet = utils.aoa_to_sheet([['a']])
  sheet['!merges'] = [utils.decode_range('A1:B2')]
  expect((await sheetsIn(xls({ sheet })))[0]?.merged).toEqual(['A1:B2'])
})

test('an error in an old workbook is told', async () => {
  const sheet = utils.aoa_to_sheet([['x']])
  sheet.A1 = { t: 'e', v: 42 }
  expect(await cellsIn(xls({ sheet }))).toEqual([[{ error: '#N/A' }]])
})

test('letters of all scripts are kept in Excel 97 and later', async () => {
  expect(await cellsIn(xls({ sheet: utils.aoa_to_sheet([['ꦏꦧꦸꦥꦠꦺꦤ꧀ 😀']]) }))).toEqual([['ꦏꦧꦸꦥꦠꦺꦤ꧀ 😀']])
})

test.each(['__proto__', 'constructor'])('a sheet may be called %s', async (name) => {
  const bytes = xls({ [`${name} `]: utils.aoa_to_sheet([['a']]) })
  // The library cannot write such a name itself.
  const renamed = Buffer.from(bytes.toString('latin1').replace(`${name} `, `${name}_`), 'latin1')
  expect((await sheetsIn(renamed))[0]?.rows).toEqual([{ number: 1, cells: ['a'] }])
  expect(({} as Record<string, unknown>)['!data']).toBeUndefined()
})

test('an old workbook is read wherever it lies in memory', async () => {
  const bytes = xls({ Data: utils.aoa_to_sheet([['a']]) })
  const atOddAddress = Buffer.concat([Buffer.alloc(1), bytes]).subarray(1)
  expect(await cellsIn(atOddAddress)).toEqual([['a']])
})

test('an old workbook is held to the same limits', async () => {
  const bytes = xls({ Data: utils.aoa_to_sheet([['a'], ['b'], ['c']]) })
  expect(await readHere(bytes, { rows: 2 })).toEqual({
    problem: { code: 'too_many_rows', most: 2, sheet: 'Data' },
  })
})
