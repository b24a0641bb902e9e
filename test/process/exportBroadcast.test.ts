import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { sheetsOf } from '../survey/export/exportedFiles.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import { suluhProcess } from './suluhProcess.ts'

const home = mkdtempSync(join(tmpdir(), 'suluh-broadcast-'))
const env = { DATABASE_URL: `file:${join(home, 'suluh.db')}` }
const run = (words: string[]) => suluhProcess(words, env, home).ended

/** Some that were sent in the same minute, and one whose reader was not reached. */
beforeAll(async () => {
  await run(['seed'])
  const { client, close } = await openDatabase(env.DATABASE_URL)
  const at = new Date('2026-11-23T01:30:00Z')
  const { id } = await client.broadcast.create({
    data: {
      ...{ kind: 'invitation', payload: JSON.stringify({ survey: 'skm' }), audience: '{"role":"asn"}' },
      ...{ author: 1n, state: 'done', createdAt: at, startsAt: at, isQueued: true, begun: 3, finished: 2 },
    },
  })
  await client.outgoing.createMany({
    data: Array.from({ length: 7 }, (_, index) => ({
      ...{
        key: `invitation:${id}:${500 + index}`,
        kind: 'invitation',
        payload: '{}',
        chat: BigInt(500 + index),
      },
      ...{ priority: 2, timeZone: 'Asia/Jakarta', dueAt: at, notBefore: at, broadcastId: id },
      ...(index === 3
        ? { status: 'skipped', reason: 'unreachable' }
        : { status: 'sent', sentAt: new Date(at.getTime() + index * 1000), said: 'Undangan' }),
    })),
  })
  await close()
})
afterAll(() => rmSync(home, { recursive: true }))

test('an operator exports what became of a broadcast, and nobody is named in it', async () => {
  const folder = temporaryFolder()
  const csv = join(folder, 'siaran.csv')
  const done = await run(['export', 'broadcast', '1', `--out=${csv}`, '--json'])
  expect(done).toMatchObject({ code: 0, stderr: '' })
  expect(JSON.parse(done.stdout)).toMatchObject({ messages: 7 })
  expect(readFileSync(csv, 'utf8').trimEnd().split('\r\n')).toEqual([
    '\ufeffNo;Keadaan;Alasan;Waktu',
    '1;dilewati;tidak terjangkau;',
    ...[2, 3, 4, 5, 6, 7].map((number) => `${number};terkirim;;2026-11-23 08:30`),
  ])
  const xlsx = join(folder, 'siaran.xlsx')
  await run(['export', 'broadcast', '1', `--out=${xlsx}`, '--language=en'])
  const sheets = sheetsOf(xlsx)
  expect([...sheets.keys()]).toEqual(['Summary', 'Details'])
  expect(JSON.stringify(sheets.get('Summary'))).toContain('Civil servant')
  expect(sheets.get('Details')).toHaveLength(8)
})

test.each([
  [['99', '--out=siaran.csv'], 'no broadcast has the number 99'],
  [['abc', '--out=siaran.csv'], 'a broadcast has a number such as 12'],
  [['1', '--out=siaran.pdf'], 'ends in .xlsx or .csv'],
])('%j cannot be exported, and is told in one line', async (words, problem) => {
  const { code, stderr } = await run(['export', 'broadcast', ...words])
  expect(code).toBe(1)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toContain(problem)
  expect(existsSync(join(home, 'siaran.csv'))).toBe(false)
})
