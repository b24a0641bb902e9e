import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import { openDatabase } from '../../src/database/open.ts'
import { unitStore } from '../../src/unit/store.ts'
import { someNip } from '../staff/someNip.ts'
import { suluhProcess } from './suluhProcess.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suluh-roster-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const run = (...words: string[]) =>
  suluhProcess(words, { DATABASE_URL: `file:${join(folder, 'suluh.db')}` }, folder).ended
async function csv(name: string, rows: string[]): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, ['NIP;Nama;Unit Kerja', ...rows].join('\r\n'))
  return file
}
const people = (count: number) => Array.from({ length: count }, (_, n) => `${someNip(n)};Orang ${n};dinsos`)

test('suluh roster import takes a roster, tells what it does, and asks before it lets many go', async () => {
  const database = await openDatabase(`file:${join(folder, 'suluh.db')}`)
  await migrate(database)
  await unitStore(database).save({ code: 'dinsos', name: 'Dinas Sosial', services: [] })
  await database.close()
  const all = await csv('semua.csv', people(50))
  const half = await csv('separuh.csv', people(20))
  const wrong = await csv('salah.csv', ['1,98E+17;Arif;dinsos', `${someNip(1)};Budi;dinsosial`])

  const dry = await run('roster', 'import', all, '--dry-run', '--json')
  expect(JSON.parse(dry.stdout)).toEqual({
    ...{ ok: true, dryRun: true, added: 50, changed: 0, left: 0, deactivated: 0, problems: [] },
  })
  const done = await run('roster', 'import', all)
  expect(done).toMatchObject({ code: 0, stderr: '' })
  expect(done.stdout).toContain('Added: 50')

  const refused = await run('roster', 'import', half)
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toContain('30 of 50 employees are not in')
  const many = await run('roster', 'import', half, '--deactivate-many', '--json')
  expect(JSON.parse(many.stdout)).toMatchObject({ ok: true, left: 20, deactivated: 30 })

  const faulty = await run('roster', 'import', wrong)
  expect(faulty).toMatchObject({ code: 1, stderr: '' })
  expect(faulty.stdout).toContain('row 2, column A: the NIP is stored as a number')
  expect(faulty.stdout).toContain('row 3, column C: the unit “dinsosial” is not known')
}, 60_000)

test('a file that is none is told in one line', async () => {
  const file = join(folder, 'pegawai.xlsx')
  await writeFile(file, '%PDF-1.7\n')
  expect((await run('roster', 'import', file)).stderr).toBe(
    `suluh: ${file}: this is a PDF; give the spreadsheet it was made from\n`,
  )
  expect((await run('roster', 'import', join(folder, 'nichts.xlsx'))).stderr).toContain(
    'cannot be read (ENOENT)',
  )
})
