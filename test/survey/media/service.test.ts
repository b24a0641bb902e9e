import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FileFolder, openFileFolder } from '../../../src/file/fileFolder.ts'
import type { ReceivedFile } from '../../../src/message/received.ts'
import type { Definition } from '../../../src/survey/definition/definition.ts'
import { versionStore } from '../../../src/survey/life/store.ts'
import { type SurveyMedia, surveyMedia } from '../../../src/survey/media/service.ts'
import { mediaStore } from '../../../src/survey/media/store.ts'
import type { SurveyVersion } from '../../../src/survey/surveyInfo.ts'
import type { TelegramFiles } from '../../../src/telegram/files.ts'
import { type TestDatabase, testDatabase } from '../../database/testDatabase.ts'
import { blankPng } from '../../sandbox/telegram/blankPng.ts'

const label = { id: 'Apa ini?' }
const definition: Definition = {
  format: 2,
  settings: { title: { id: 'Rambu' }, default_language: 'id' },
  survey: [
    { type: 'text', name: 'rambu', label, media: { image: { id: 'Rambu.png', en: 'sign.png' } } },
    { type: 'text', name: 'lagu', label, media: { audio: { id: 'jr://audio/lagu.mp3' } } },
  ],
  choices: { ya: [{ name: 'ya', label, media: { image: { id: 'ya.jpg' } } }] },
}

let database: TestDatabase
let dataDir: string
let folder: FileFolder
let media: SurveyMedia
let version: SurveyVersion
beforeEach(async () => {
  database = await testDatabase()
  dataDir = await mkdtemp(join(tmpdir(), 'suluh-media-'))
  folder = await openFileFolder(dataDir, new Date(0))
  media = instance()
  version = await trial()
})
afterEach(async () => {
  await database.cleanup()
  await rm(dataDir, { recursive: true })
})

/** The service as another process would have it: Telegram gives the same small picture for every id but one. */
function instance() {
  const storeFile: TelegramFiles['storeFile'] = async (fileId) => {
    if (fileId === 'gone') return { problem: 'gone' }
    const kept = await folder.keep(Readable.from([blankPng(4, 4)]))
    return kept ? { kept } : { problem: 'unknown_type' }
  }
  return surveyMedia({ store: mediaStore(database), files: { storeFile } as TelegramFiles, folder })
}

async function trial(): Promise<SurveyVersion> {
  const versions = versionStore(database)
  await versions.saveTrial('rambu', { definition, author: 7, isPerUnit: false })
  return (await versions.survey('rambu'))?.trial as SurveyVersion
}

const publish = async (): Promise<SurveyVersion> => {
  const versions = versionStore(database)
  const { trial: tried, newest } = (await versions.survey('rambu')) ?? {}
  const given = { after: newest?.number ?? 0, publishedOn: '2026-11-23', changes: [] }
  await versions.publishTrial(tried?.id ?? 0, given)
  return (await versions.newestVersion('rambu')) as SurveyVersion
}

const photo = (fileId: string, caption?: string): ReceivedFile => ({
  type: 'photo',
  fileId,
  uniqueId: fileId,
  ...(caption !== undefined && { caption }),
})
const document = (fileId: string, name: string, mimeType: string): ReceivedFile => ({
  type: 'document',
  fileId,
  uniqueId: fileId,
  name,
  mimeType,
})
const song = (fileId: string): ReceivedFile => ({ type: 'audio', fileId, uniqueId: fileId, name: 'LAGU.mp3' })

const stored = async () =>
  (await readdir(join(dataDir, 'files'), { recursive: true })).filter((name) => name.includes('.'))

describe('a file that an admin sends', () => {
  test('is known by its name or by the words below it, whatever the letters', async () => {
    expect(await media.missing(version)).toEqual(['rambu.png', 'sign.png', 'lagu.mp3', 'ya.jpg'])
    expect(await media.take(version, photo('a', ' SIGN.PNG '))).toMatchObject({
      type: 'kept',
      name: 'sign.png',
    })
    expect(await media.take(version, song('b'))).toEqual({
      type: 'kept',
      name: 'lagu.mp3',
      missing: ['rambu.png', 'ya.jpg'],
    })
    expect(await media.find(version, ['sign.png', 'lagu.mp3', 'ya.jpg', 'constructor'])).toEqual([
      { kind: 'photo', fileId: 'a' },
      { kind: 'audio', fileId: 'b' },
      undefined,
      undefined,
    ])
  })

  test('needs no name when it is the only one of its kind that is missing', async () => {
    expect(await media.take(version, photo('a'))).toMatchObject({ type: 'not_named' })
    const voice: ReceivedFile = { type: 'voice', fileId: 'v', uniqueId: 'v' }
    expect(await media.take(version, voice)).toMatchObject({ type: 'kept', name: 'lagu.mp3' })
  })

  test.each<[ReceivedFile, object]>([
    [photo('a', '../../etc/passwd'), { type: 'not_named' }],
    [photo('a', '__proto__'), { type: 'not_named' }],
    [document('a', 'rambu.png', 'application/pdf'), { type: 'wrong_kind', wanted: 'image' }],
    [photo('a', 'lagu.mp3'), { type: 'wrong_kind', wanted: 'audio' }],
    [
      { type: 'sticker', fileId: 'a', uniqueId: 'a', name: 'ya.jpg' },
      { type: 'wrong_kind', wanted: 'image' },
    ],
    [document('gone', 'ya.jpg', 'image/jpeg'), { type: 'not_fetched', problem: 'gone' }],
  ])('%o: %o', async (received, outcome) => {
    expect(await media.take(version, received)).toMatchObject(outcome)
    expect(await database.client.surveyMedia.count()).toBe(0)
    expect(await stored()).toEqual([])
  })

  test('as a document is fetched, so that a picture is seen in the chat; the one before it goes', async () => {
    await media.take(version, document('a', 'ya.jpg', 'image/png'))
    await media.take(version, document('b', 'ya.jpg', 'image/png'))
    const [found] = await media.find(version, ['ya.jpg'])
    expect(found).toMatchObject({ kind: 'photo', name: 'ya.jpg' })
    const [name = '', ...others] = await stored()
    expect(others).toEqual([])
    expect(found).toMatchObject({ content: { path: folder.pathOf(name) } })
    await folder.remove(name)
    expect(await instance().find(version, ['ya.jpg'])).toEqual([{ kind: 'document', fileId: 'b' }])
  })
})

describe('versions', () => {
  test('keep what they were published with, and hand it on to the next', async () => {
    await media.take(version, photo('old', 'ya.jpg'))
    const first = await publish()
    const next = await trial()
    expect(await media.find(next, ['ya.jpg'])).toEqual([{ kind: 'photo', fileId: 'old' }])
    await media.take(next, photo('new', 'ya.jpg'))
    expect(await media.find(first, ['ya.jpg'])).toEqual([{ kind: 'photo', fileId: 'old' }])
    const second = await publish()
    expect(await media.find(second, ['ya.jpg'])).toEqual([{ kind: 'photo', fileId: 'new' }])
    expect(await instance().find(first, ['ya.jpg'])).toEqual([{ kind: 'photo', fileId: 'old' }])
  })

  test('that are published take what is missing, and nothing else', async () => {
    const first = await publish()
    expect(await media.take(first, photo('a', 'ya.jpg'))).toMatchObject({ type: 'kept' })
    expect(await media.take(first, photo('b', 'ya.jpg'))).toEqual({ type: 'published', name: 'ya.jpg' })
    expect(await media.find(first, ['ya.jpg'])).toEqual([{ kind: 'photo', fileId: 'a' }])
  })

  test('that were only tried keep their files when the spreadsheet comes again, and lose them with the trial', async () => {
    await media.take(version, document('a', 'ya.jpg', 'image/png'))
    expect(await media.missing(await trial())).not.toContain('ya.jpg')
    await media.discardTrial(version.survey.id)
    expect(await database.client.surveyMedia.count()).toBe(0)
    expect(await stored()).toEqual([])
  })
})
