import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openFileFolder } from '../../src/file/fileFolder.ts'
import { OperatorProblem } from '../../src/operatorProblem.ts'
import { type TelegramApi, TelegramUnreachable } from '../../src/telegram/api.ts'
import { telegramFiles } from '../../src/telegram/files.ts'
import { blankPng } from '../sandbox/telegram/blankPng.ts'
import { upload } from '../sandbox/telegram/upload.ts'
import { aSender } from './aSender.ts'

const NOW = new Date('2026-11-23T01:30:00Z')

/** Siti has sent a document; its file is there to be fetched. */
async function aFile(content: Buffer = blankPng(30, 20)) {
  const talk = await aSender()
  const { telegram, siti, act, api, folder: dataDir, pauses } = talk
  const fileId = await upload(telegram, content, '../../surat.exe')
  await act({ do: 'send-document', as: siti, chat: siti, file: fileId })
  const folder = await openFileFolder(dataDir, NOW)
  const pause = async (milliseconds: number) => {
    pauses.push(milliseconds)
  }
  /** Files fetched through a line that is as it should be, or changed in places. */
  const through = (changes: Partial<TelegramApi>) =>
    telegramFiles({ api: { ...api, ...changes }, pause, folder })
  const stored = () =>
    readdirSync(join(dataDir, 'files'), { recursive: true }).filter((name) => String(name).includes('.'))
  const { fetchFile, storeFile } = through({})
  return { ...talk, fetchFile, storeFile, through, fileId, folder, stored }
}

/** A line on which `getFile` gives this path. */
const givingPath = (file_path?: string): Partial<TelegramApi> => ({
  call: async () => ({ file_id: 'x', file_unique_id: 'y', ...(file_path !== undefined && { file_path }) }),
})

describe('a file that somebody sent', () => {
  test('is read whole', async () => {
    const { fetchFile, fileId, stored } = await aFile(Buffer.from('nama;umur\n'.repeat(50_000)))
    const fetched = await fetchFile(fileId)
    expect(fetched).toEqual({ bytes: Buffer.from('nama;umur\n'.repeat(50_000)) })
    expect(stored()).toEqual([])
  })

  test('is kept by its content, whatever it is called', async () => {
    const { storeFile, fileId, folder, stored } = await aFile()
    const found = await storeFile(fileId)
    if (!('kept' in found)) throw new Error(found.problem)
    expect(found.kept.type.extension).toBe('png')
    expect(readFileSync(folder.pathOf(found.kept.name))).toEqual(blankPng(30, 20))
    expect(stored()).toEqual([found.kept.name])
  })

  test('is fetched once when it is stored under the same id again', async () => {
    const { storeFile, fileId, telegram, stored } = await aFile()
    const first = await storeFile(fileId, { id: 'jawaban-1' })
    expect(await storeFile(fileId, { id: 'jawaban-1' })).toEqual(first)
    expect(telegram.calls('getFile')).toHaveLength(1)
    expect(stored()).toEqual(['ja/jawaban-1.png'])
  })

  test('is fetched again when the line breaks or Telegram says to wait', async () => {
    const { fetchFile, fileId, telegram, pauses } = await aFile()
    telegram.fault({ method: 'getFile', kind: { is: 'reset-before' } })
    telegram.fault({ method: 'getFile', kind: { is: 'flood', retryAfter: 2 } })
    expect(await fetchFile(fileId)).toEqual({ bytes: blankPng(30, 20) })
    expect(pauses).toEqual([500, 2000])
  })

  test('is fetched from the beginning when it breaks off in the middle', async () => {
    const { through, fileId, api, stored, folder, pauses } = await aFile(Buffer.from('seluruhnya'))
    let tries = 0
    async function* broken() {
      yield Buffer.from('seluru')
      throw new TelegramUnreachable('download: UND_ERR_SOCKET')
    }
    const { storeFile } = through({
      download: async (...given) => (tries++ === 0 ? broken() : api.download(...given)),
    })
    const found = await storeFile(fileId)
    if (!('kept' in found)) throw new Error(found.problem)
    expect(readFileSync(folder.pathOf(found.kept.name), 'utf8')).toBe('seluruhnya')
    expect(stored()).toEqual([found.kept.name])
    expect(pauses).toEqual([500])
  })

  test('is given up at the signal, and nothing of it stays', async () => {
    const { storeFile, fileId, stored, pauses } = await aFile()
    await expect(storeFile(fileId, { signal: AbortSignal.abort() })).rejects.toThrow(TelegramUnreachable)
    expect(stored()).toEqual([])
    expect(pauses).toEqual([])
  })
})

describe('a file that cannot be had is a fact, not a fault:', () => {
  const most = 1000

  test('one that is too big, by what Telegram says of it', async () => {
    const { fetchFile, storeFile, fileId, stored } = await aFile(Buffer.alloc(most + 1, 'a'))
    expect(await fetchFile(fileId, { most })).toEqual({ problem: 'too_big', most })
    expect(await storeFile(fileId, { most })).toEqual({ problem: 'too_big', most })
    expect(await fetchFile(fileId, { most: most + 1 })).toHaveProperty('bytes')
    expect(stored()).toEqual([])
  })

  test('one that grows too big while it comes, whatever was said', async () => {
    const { through, stored } = await aFile()
    let pieces = 0
    async function* endless() {
      for (;;) {
        pieces++
        yield Buffer.alloc(100, 'a')
      }
    }
    const { fetchFile, storeFile } = through({
      ...givingPath('documents/x'),
      download: async () => endless(),
    })
    expect(await fetchFile('x', { most })).toEqual({ problem: 'too_big', most })
    expect(pieces).toBe(11)
    expect(await storeFile('x', { most })).toEqual({ problem: 'too_big', most })
    expect(stored()).toEqual([])
  })

  test('one over the 20 MB that Telegram gives', async () => {
    const { fetchFile, fileId } = await aFile(Buffer.alloc(20 * 1024 * 1024 + 1, 'a'))
    expect(await fetchFile(fileId, { most: 50 * 1024 * 1024 })).toMatchObject({ problem: 'too_big' })
  })

  test('one that Telegram does not know, or does not have any more', async () => {
    const { fetchFile, through } = await aFile()
    expect(await fetchFile('x')).toEqual({ problem: 'gone' })
    expect(await through(givingPath('documents/file_999.pdf')).fetchFile('x')).toEqual({ problem: 'gone' })
  })

  test('one that is of no kind people hand in', async () => {
    const { storeFile, fileId, stored } = await aFile(Buffer.from('MZ\x90\x00\x03', 'latin1'))
    expect(await storeFile(fileId)).toEqual({ problem: 'unknown_type' })
    expect(stored()).toEqual([])
  })
})

describe('a path from Telegram', () => {
  const asked = async (path?: string) => {
    const { through } = await aFile()
    const addresses: string[] = []
    const { fetchFile } = through({
      ...givingPath(path),
      download: async (address) => {
        addresses.push(address)
        return (async function* () {})()
      },
    })
    await fetchFile('x')
    return addresses
  }

  test.each([
    ['photos/file_1.jpg', 'photos/file_1.jpg'],
    ['documents/surat warga?.pdf', 'documents/surat%20warga%3F.pdf'],
    ['a/..b/%2e%2e/x', 'a/..b/%252e%252e/x'],
  ])('%o is asked for as %o', async (path, address) => {
    expect(await asked(path)).toEqual([address])
  })

  test.each([
    undefined,
    '',
    '..',
    '../x',
    'a/../../getUpdates',
    'a/./b',
    'a//b',
    'a\\b',
    'a\nb',
    'x'.repeat(1025),
  ])('%o leads elsewhere and is not followed', async (path) => {
    await expect(asked(path)).rejects.toThrow('a path of a file that leads elsewhere')
  })

  test.each(['/var/lib/telegram-bot-api/1:abc/photos/1.jpg', 'C:\\bot\\1.jpg'])(
    '%o is one of a server with --local, which the operator is told',
    async (path) => {
      const fault = await asked(path).catch((thrown: unknown) => thrown)
      expect(fault).toBeInstanceOf(OperatorProblem)
      expect((fault as Error).message).toMatch(/^[^\n]*TELEGRAM_API_ROOT[^\n]*--local$/)
      expect((fault as Error).message).not.toContain('abc')
    },
  )
})
