import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeWorkbook } from '../../src/spreadsheet/writeWorkbook.ts'
import { suluhProcess } from './suluhProcess.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suluh-survey-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const run = (...words: string[]) => suluhProcess(['survey', ...words], {}, folder).ended

/** A workbook of sheets written as tables: cells between bars, the first row a header. */
async function workbook(name: string, sheets: Record<string, string>): Promise<string> {
  const file = join(folder, name)
  const tables = Object.entries(sheets).map(([sheet, table]) => {
    const [header = [], ...rows] = table
      .trim()
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
    return { name: sheet, columns: header.map((title) => ({ header: title })), rows }
  })
  await writeWorkbook(tables, createWriteStream(file))
  return file
}

const FAMILY = {
  survey: `
    type | name | label | relevant | constraint | constraint_message
    integer | usia | Berapa usia \${nama}? | | . < 150 | Terlalu tua
    text | nama | Siapa namanya? | | |
    begin repeat | anak | Anak | \${usia} > 17 | |
    text | sebutan | Nama anak? | | |
    end repeat | | | | |
    select_one ya_tidak | setuju | Setuju? | | |`,
  choices: `
    list_name | name | label
    ya_tidak | ya | Ya
    ya_tidak | tidak | Tidak`,
}

test('check says that a form can be asked, and plays the scenarios of its author', async () => {
  const file = await workbook('baik.xlsx', {
    ...FAMILY,
    tests: `
      scenario | question | answer | expect | value
      Dewasa | usia | 200 | refused |
      | usia | 40 | |
      | sebutan | Budi | |
      Anak | usia | 12 | |
      | sebutan | | not asked | `,
  })
  const { code, stdout } = await run('check', file)
  expect(stdout).toContain('can be asked: 5 questions, 2 scenarios played.')
  expect(code).toBe(0)
})

test('check tells every fault with sheet, row and column, for people and for programs', async () => {
  const file = await workbook('buruk.xlsx', {
    survey: `
      type | name | label | relevant
      integr | usia | Usia? |
      text | nama | Nama? | \${usai} > 3
      select_one warna | w | Warna? | `,
    choices: FAMILY.choices,
  })
  const { code, stdout } = await run('check', file)
  expect(code).toBe(1)
  expect(stdout).toContain('buruk.xlsx cannot be asked:')
  expect(stdout).toMatch(/error +Sheet survey, row 2, column type: .*integr.*integer/)
  expect(stdout).toMatch(/error +Sheet survey, row 4, column type: .*warna/)
  const { ok, errors } = JSON.parse((await run('check', file, '--json')).stdout)
  expect(ok).toBe(false)
  expect(errors).toContainEqual(
    expect.objectContaining({ sheet: 'survey', row: 4, column: 'type', code: 'unknown_list', list: 'warna' }),
  )
})

test('check says of a file that is no spreadsheet what it is, in one line', async () => {
  const file = join(folder, 'survei.xlsx')
  await writeFile(file, '%PDF-1.7 not a spreadsheet')
  const { code, stdout } = await run('check', file)
  expect({ code, lines: stdout.trim().split('\n').length }).toEqual({ code: 1, lines: 2 })
  expect(stdout).toContain('PDF')
  const missing = await run('check', join(folder, 'tidak-ada.xlsx'))
  expect(missing.stderr).toContain('tidak-ada.xlsx cannot be read (ENOENT)')
  expect(missing.code).toBe(1)
})

test('try plays prepared answers: refused ones again, repeats by yes and no, values at the end', async () => {
  const file = await workbook('baik.xlsx', FAMILY)
  const answers = join(folder, 'answers.json')
  await writeFile(answers, JSON.stringify(['200', '40', 'Siti', 'Budi', 'yes', null, 'no', 'mungkin', 'ya']))
  const { code, stdout } = await run('try', file, '--answers', answers, '--seed', '0', '--json')
  expect(code).toBe(0)
  const { transcript, complete, final } = JSON.parse(stdout)
  expect(complete).toBe(true)
  expect(
    transcript.map((each: { path: string; valid?: boolean; violation?: string }) =>
      [each.path, each.valid, each.violation].filter((part) => part !== undefined).join(' '),
    ),
  ).toEqual([
    'usia false constraint',
    'usia true',
    'nama true',
    'anak[1]/sebutan true',
    'anak',
    'anak[2]/sebutan true',
    'anak',
    'setuju false type',
    'setuju true',
  ])
  expect(transcript[0]).toMatchObject({ message: 'Terlalu tua', type: 'integer', label: 'Berapa usia ?' })
  expect(final).toEqual({
    usia: '40',
    nama: 'Siti',
    'anak[1]/sebutan': 'Budi',
    'anak[2]/sebutan': '',
    setuju: 'ya',
  })
})

test('template writes a questionnaire that can be asked as it is, and never over another file', async () => {
  const { stdout } = await run('template')
  const [name = '', ...others] = stdout.trim().split('\n')
  expect([name, ...others]).toEqual(['skm', 'evaluasi_pelatihan', 'spkp', 'spak', 'contoh'])
  const out = join(folder, `${name}.xlsx`)
  expect((await run('template', name, '--out', out)).code).toBe(0)
  expect((await run('check', out)).stdout).toContain('can be asked')
  expect((await run('template', name, '--out', out)).stderr).toContain('is there already')
  expect((await run('template', 'tidak-ada')).stderr).toContain('there is no template tidak-ada')
})

test('try tells what is wrong with what it was given', async () => {
  const file = await workbook('baik.xlsx', FAMILY)
  const answers = join(folder, 'answers.json')
  await writeFile(answers, '{"usia": 40}')
  for (const [words, told] of [
    [['--answers', answers], 'is no JSON array of strings and nulls'],
    [['--language', 'Jawa', '--answers', answers], 'has no language Jawa'],
    [['--now', 'kemarin'], '--now is a moment'],
    [['--tz', 'WIB'], '--tz is an IANA name'],
    [['--seed', 'acak'], '--seed is a whole number'],
  ] as const) {
    const { code, stderr } = await run('try', file, ...words)
    expect(stderr).toContain(told)
    expect(code).toBe(1)
  }
})
