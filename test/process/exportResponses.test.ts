import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { column, filesOf, rowsOf, sheetsOf } from '../survey/export/exportedFiles.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import { suluhProcess } from './suluhProcess.ts'

/** One example regency for all: exporting changes nothing. */
const home = mkdtempSync(join(tmpdir(), 'suluh-export-'))
const env = { DATABASE_URL: `file:${join(home, 'suluh.db')}` }
const run = (words: string[], changes: Record<string, string> = {}) =>
  suluhProcess(words, { ...env, ...changes }, home).ended

let unit: string
beforeAll(async () => {
  const { stdout } = await run(['seed', '--json'])
  unit = JSON.parse(stdout).units[0].code
})

afterAll(() => rmSync(home, { recursive: true }))

const exportTo = (out: string, ...options: string[]) =>
  run(['export', 'responses', 'skm', `--out=${out}`, ...options])

test('an operator exports all responses, or those of a unit and a period', async () => {
  const out = join(temporaryFolder(), 'skm.xlsx')
  const all = await exportTo(out, '--json')
  expect(all).toMatchObject({ code: 0, stderr: '' })
  const { responses, bytes } = JSON.parse(all.stdout)
  expect(column(sheetsOf(out).get('codes') ?? [], 'response_number')).toHaveLength(responses)
  expect(bytes).toBeGreaterThan(1000)

  const some = await exportTo(out, `--unit=${unit}`, '--format=csv', '--json')
  expect(JSON.parse(some.stdout).responses).toBeLessThan(responses)
  const none = await exportTo(out, '--period=2001-S1')
  expect(none).toMatchObject({ code: 0 })
  expect(none.stdout).toMatch(/^0 responses in .*skm\.xlsx \(\d+ kB\)\n$/)
})

test('words come in the language that is asked for', async () => {
  const out = join(temporaryFolder(), 'skm.zip')
  await exportTo(out, '--format=spss', '--language=en')
  const files = await filesOf(out)
  expect(String(files.get('skm.sps'))).toContain("1 'Male'")
  expect(rowsOf(files.get('codebook.csv') ?? Buffer.of())[0]).toContain('label::en')
})

describe('what cannot be exported is told in one line, and no file is left', () => {
  test.each([
    [
      'a survey that is not there',
      ['export', 'responses', 'tidak-ada'],
      'no published survey has the code tidak-ada',
    ],
    [
      'a unit that is not there',
      ['export', 'responses', 'skm', '--unit=tidak-ada'],
      'no unit has the code tidak-ada',
    ],
    ['a period that is none', ['export', 'responses', 'skm', '--period=kemarin'], '--period is one such as'],
    [
      'a language that it lacks',
      ['export', 'responses', 'skm', '--language=jv'],
      "--language is one of the survey's: id, en",
    ],
    [
      'an archive with another name',
      ['export', 'responses', 'skm', '--format=spss'],
      'a name that ends in .zip',
    ],
  ])('%s', async (_, words, problem) => {
    const out = join(temporaryFolder(), 'out.xlsx')
    const { code, stderr } = await run([...words, `--out=${out}`])
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain(problem)
    expect(code).toBe(1)
    expect(existsSync(out)).toBe(false)
  })

  test('a database that is not there yet', async () => {
    const out = join(temporaryFolder(), 'out.xlsx')
    const elsewhere = { DATABASE_URL: `file:${join(temporaryFolder(), 'new.db')}` }
    const { code, stderr } = await run(['export', 'responses', 'skm', `--out=${out}`], elsewhere)
    expect(stderr).toContain('run suluh migrate')
    expect(code).toBe(1)
  })

  test('a folder that is not there', async () => {
    const { code, stderr } = await exportTo(join(temporaryFolder(), 'tidak/ada.xlsx'))
    expect(stderr).toContain('cannot be written')
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(code).toBe(1)
  })
})
