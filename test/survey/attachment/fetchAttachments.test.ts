import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fetchAttachments } from '../../../src/survey/attachment/fetchAttachments.ts'
import { attachmentStore } from '../../../src/survey/attachment/store.ts'
import type { TelegramFiles } from '../../../src/telegram/files.ts'
import { type TestDatabase, testDatabase, testEngine } from '../../database/testDatabase.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await testDatabase()
})
afterEach(() => database.cleanup())

type Outcome = Awaited<ReturnType<TelegramFiles['storeFile']>>
const KEPT: Outcome = {
  kept: { name: 'ab/ab.jpg', type: { extension: 'jpg', mimeType: 'image/jpeg' }, size: 3 },
}

const nameOf = (place: number) => `${String(place).padStart(24, '0')}.jpg`

/** So many files of responses that were handed in, and the background work on them with a Telegram of the test's own. */
async function waiting(count: number, storeFile: (fileId: string) => Promise<Outcome>) {
  await database.client.attachment.createMany({
    data: Array.from({ length: count }, (_, place) => ({ name: nameOf(place), fileId: `file${place}` })),
  })
  const lines: string[] = []
  const pauses: number[] = []
  const work = fetchAttachments({
    store: attachmentStore(database),
    files: { storeFile } as TelegramFiles,
    pause: async (milliseconds) => {
      pauses.push(milliseconds)
    },
    log: pino({}, { write: (line: string) => lines.push(line) }),
  })
  return { work, lines, pauses }
}

async function until(isSo: () => Promise<boolean>) {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve))
}
const left = () => database.client.attachment.count({ where: { isStored: false } })

test.runIf(testEngine === 'postgresql')('rows of files lie in no order of arrival', async () => {
  const store = attachmentStore(database)
  const arrived = Array.from({ length: 20 }, (_, place) => nameOf(place))
  for (const name of arrived) {
    await database.client.attachment.create({ data: { name, fileId: 'x', mimeType: 'image/png', size: 3 } })
    await store.stored(name)
  }
  const rows = await database.read<{ name: string; mimeType: string; size: number }>(
    'SELECT "name", "mimeType", "size" FROM "Attachment" ORDER BY ctid',
    [],
  )
  expect(rows.map(({ name }) => name)).not.toEqual(arrived)
  expect(rows.map(({ name }) => name).sort()).toEqual(arrived)
  expect(rows.every(({ mimeType, size }) => mimeType === 'image/png' && size === 3)).toBe(true)
})

describe('files of responses that were handed in', () => {
  test('are all fetched, a few at a time, and Telegram’s ids of them are forgotten', async () => {
    let under = 0
    let most = 0
    const { work } = await waiting(50, async () => {
      under++
      most = Math.max(most, under)
      await new Promise((resolve) => setImmediate(resolve))
      under--
      return KEPT
    })
    work.wake()
    await until(async () => (await left()) === 0)
    await work.stop()
    expect(most).toBe(3)
    expect(await database.client.attachment.count({ where: { fileId: '', draftId: null } })).toBe(50)
  })

  test('wait for each other no longer than needed: those that fail are tried again later', async () => {
    const tries = new Map<string, number>()
    // The first 25 fill a whole round.
    const { work, pauses, lines } = await waiting(45, async (fileId) => {
      const tried = (tries.get(fileId) ?? 0) + 1
      tries.set(fileId, tried)
      if (Number(fileId.slice(4)) < 25 && tried < 6) throw new Error('no way')
      return KEPT
    })
    work.wake()
    await until(async () => (await left()) === 0)
    await work.stop()
    expect(Math.max(...[...tries].filter(([id]) => Number(id.slice(4)) >= 25).map(([, n]) => n))).toBe(1)
    expect(pauses.slice(0, 4)).toEqual([10_000, 60_000, 300_000, 900_000])
    expect(lines.join()).not.toContain('file1')
  })

  test('that cannot be had any more are given up, and the log does not say whose they were', async () => {
    const { work, lines } = await waiting(3, async (fileId) =>
      fileId === 'file1' ? { problem: 'gone' } : KEPT,
    )
    work.wake()
    await until(async () => (await left()) === 0)
    await work.stop()
    expect(
      (await database.client.attachment.findMany({ orderBy: { name: 'asc' } })).map(({ name }) => name),
    ).toEqual([nameOf(0), nameOf(2)])
    const warnings = lines.filter((line) => line.includes('"level":40'))
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain('"why":"gone"')
    expect(warnings[0]).not.toMatch(/file1|0000/)
  })

  test('of unfinished drafts are left where they are', async () => {
    const { work } = await waiting(1, async () => KEPT)
    const { id: surveyId } = await database.client.survey.create({ data: { code: 'a', period: 'year' } })
    const { id: versionId } = await database.client.surveyVersion.create({
      data: { surveyId, number: 1, definition: '{}' },
    })
    await database.client.draft.create({
      data: { id: 'd', respondent: 'r', person: 'p', versionId, period: '2026', focusedAt: new Date(0) },
    })
    await database.client.attachment.create({ data: { name: 'f'.repeat(24), fileId: 'x', draftId: 'd' } })
    work.wake()
    await until(async () => (await left()) === 1)
    await work.stop()
    expect(await left()).toBe(1)
  })

  test('that are under way when the bot stops are finished or begun anew at the next start', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let begun = 0
    const { work } = await waiting(30, async () => {
      begun++
      await held
      return KEPT
    })
    work.wake()
    await until(async () => begun === 3)
    const stopped = work.stop()
    release()
    await stopped
    expect(begun).toBe(3)
    expect(await left()).toBe(27)
  })
})
