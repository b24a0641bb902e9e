import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openFileFolder } from '../../src/file/fileFolder.ts'
import { OperatorProblem } from '../../src/operatorProblem.ts'
import { blankPng } from '../sandbox/telegram/blankPng.ts'
import { temporaryFolder } from '../temporaryFolder.ts'

const NOW = new Date('2026-11-23T01:30:00Z')

async function* inPieces(content: Buffer, size = 7) {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
}

async function aFolder() {
  const dataDir = join(temporaryFolder(), 'data')
  const folder = await openFileFolder(dataDir, NOW)
  return { dataDir, folder, incoming: join(dataDir, 'files', 'incoming') }
}

describe('a file that is kept', () => {
  test('has the name of its id and its content, and is for the bot alone', async () => {
    const { folder, dataDir, incoming } = await aFolder()
    const content = blankPng(300, 200)
    const kept = await folder.keep(inPieces(content), 'abcdef-12345_')
    expect(kept).toEqual({
      name: 'ab/abcdef-12345_.png',
      type: { extension: 'png', mimeType: 'image/png' },
      size: content.length,
    })
    const path = folder.pathOf('ab/abcdef-12345_.png')
    expect(readFileSync(path)).toEqual(content)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    for (const each of [dataDir, join(dataDir, 'files'), join(dataDir, 'files/ab'), incoming])
      expect(statSync(each).mode & 0o777).toBe(0o700)
    expect(readdirSync(incoming)).toEqual([])
  })

  test('gets an id of its own without one', async () => {
    const { folder } = await aFolder()
    const names = await Promise.all(
      [1, 2].map(async () => (await folder.keep(inPieces(blankPng(1, 1))))?.name ?? ''),
    )
    for (const name of names) expect(name).toMatch(/^([0-9a-f]{2})\/\1[0-9a-f]{30}\.png$/)
    expect(new Set(names).size).toBe(2)
  })

  test('is found by its id, and gone once it is removed', async () => {
    const { folder } = await aFolder()
    expect(await folder.find('abcdefgh')).toBeUndefined()
    const kept = await folder.keep(inPieces(blankPng(300, 200)), 'abcdefgh')
    await folder.keep(inPieces(blankPng(30, 20)), 'abcdefghi')
    expect(await folder.find('abcdefgh')).toEqual(kept)
    await folder.remove(kept?.name ?? '')
    await folder.remove(kept?.name ?? '')
    expect(await folder.find('abcdefgh')).toBeUndefined()
    expect(await folder.find('abcdefghi')).toBeDefined()
  })

  test('that comes twice at the same time is one file', async () => {
    const { folder } = await aFolder()
    const content = blankPng(300, 200)
    const both = await Promise.all([1, 2].map(() => folder.keep(inPieces(content), 'abcdefgh')))
    expect(both[0]).toEqual(both[1])
    expect(readFileSync(folder.pathOf('ab/abcdefgh.png'))).toEqual(content)
  })
})

describe('nothing stays', () => {
  test('of what is no file that people hand in', async () => {
    const { folder, dataDir, incoming } = await aFolder()
    expect(
      await folder.keep(inPieces(Buffer.from('\x7fELF\x02\x01\x01', 'latin1')), 'abcdefgh'),
    ).toBeUndefined()
    expect(readdirSync(join(dataDir, 'files'))).toEqual(['incoming'])
    expect(readdirSync(incoming)).toEqual([])
  })

  test('of what breaks off', async () => {
    const { folder, incoming } = await aFolder()
    async function* breaking() {
      yield blankPng(1, 1)
      throw new Error('the line broke')
    }
    await expect(folder.keep(breaking(), 'abcdefgh')).rejects.toThrow('the line broke')
    expect(readdirSync(incoming)).toEqual([])
    expect(await folder.find('abcdefgh')).toBeUndefined()
  })

  test('of what a process that died began the day before; what is coming in now stays', async () => {
    const { dataDir, incoming } = await aFolder()
    for (const [name, hours] of [
      ['old', 25],
      ['new', 23],
    ] as const) {
      const at = new Date(NOW.getTime() - hours * 3600_000)
      writeFileSync(join(incoming, name), '')
      utimesSync(join(incoming, name), at, at)
    }
    await openFileFolder(dataDir, NOW)
    expect(readdirSync(incoming)).toEqual(['new'])
  })
})

describe('no name leads elsewhere', () => {
  test.each(['../../etc', 'a/bcdefgh', 'abcdefg', '.bcdefgh', '-bcdefgh', 'ab.defgh', '', 'x'.repeat(65)])(
    'the id %o',
    async (id) => {
      const { folder, dataDir } = await aFolder()
      await expect(folder.keep(inPieces(blankPng(1, 1)), id)).rejects.toThrow(RangeError)
      await expect(folder.find(id)).rejects.toThrow(RangeError)
      expect(readdirSync(join(dataDir, 'files'))).toEqual(['incoming'])
    },
  )

  test.each([
    '../secret.png',
    'ab/../../x.png',
    '/etc/passwd',
    'ab/x',
    'incoming/x.png',
    'ab/x.png\n',
    'ab\\x.png',
    '',
  ])('the name %o', async (name) => {
    const { folder } = await aFolder()
    expect(() => folder.pathOf(name)).toThrow(RangeError)
    await expect(folder.remove(name)).rejects.toThrow(RangeError)
  })
})

describe('a folder that cannot be used is named in one line', () => {
  test('because a file is in its place', async () => {
    const dataDir = join(temporaryFolder(), 'data')
    writeFileSync(dataDir, '')
    await expect(openFileFolder(dataDir, NOW)).rejects.toEqual(
      new OperatorProblem(`DATA_DIR ${dataDir} cannot be used (ENOTDIR); make it writable or choose another`),
    )
  })

  test.skipIf(process.getuid?.() === 0)('because it must not be written', async () => {
    const dataDir = join(temporaryFolder(), 'data')
    mkdirSync(dataDir)
    chmodSync(dataDir, 0o500)
    await expect(openFileFolder(dataDir, NOW)).rejects.toThrow(/^DATA_DIR .* \(EACCES\)/)
    expect(existsSync(join(dataDir, 'files'))).toBe(false)
  })
})
