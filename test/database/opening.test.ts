import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { DatabaseProblem } from '../../src/database/problem.ts'
import { testEngine } from './testDatabase.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suluh-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What the operator is told when the address does not work. */
async function complaint(url: string): Promise<string> {
  const outcome = await openDatabase(url).then(
    (database) => database.close().then(() => new Error('it opened')),
    (error: Error) => error,
  )
  expect(outcome).toBeInstanceOf(DatabaseProblem)
  expect(outcome.message).toMatch(/^[^\n]+\.$/)
  return outcome.message
}

describe('an address', () => {
  test.each(['', 'suluh.db', 'mysql://root:secret@localhost/suluh', '/var/lib/suluh.db'])(
    '%j is refused with what is allowed',
    async (url) => {
      const message = await complaint(url)
      expect(message).toMatch(/^DATABASE_URL must begin with "file:".*"postgresql:"/)
      expect(message).not.toContain('secret')
    },
  )

  test.each(['file:', 'file::memory:', 'file:data/'])(
    '%j is refused because it names no file',
    async (url) => {
      expect(await complaint(url)).toMatch(/^DATABASE_URL must name a file/)
    },
  )
})

describe('a file', () => {
  test('is made with its folder, for its owner only', async () => {
    const path = join(folder, 'data', 'deep', 'suluh.db')
    const database = await openDatabase(`file:${path}`)
    await database.write('CREATE TABLE "kept" ("a" TEXT)', [])
    for (const file of [path, `${path}-wal`, `${path}-shm`]) expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(database).toMatchObject({ engine: 'sqlite', url: `file:${path}` })
    await database.close()
  })

  test('is found from the working directory and keeps what was written', async () => {
    const path = join(folder, 'suluh.db')
    for (const url of [`file:${relative(process.cwd(), path)}`, `file:${path}`, `file://${path}`]) {
      const database = await openDatabase(url)
      await database.write('CREATE TABLE IF NOT EXISTS "kept" ("a" TEXT)', [])
      await database.write('INSERT INTO "kept" VALUES (?)', [url])
      await database.close()
    }
    const database = await openDatabase(`file:${path}`)
    expect(await database.read('SELECT * FROM "kept"', [])).toHaveLength(3)
    await database.close()
  })

  test('holds everything itself once it is closed, so that it can be copied', async () => {
    const path = join(folder, 'suluh.db')
    const database = await openDatabase(`file:${path}`)
    await database.write('CREATE TABLE "kept" ("a" TEXT)', [])
    await database.write('INSERT INTO "kept" VALUES (?)', ['ditulis sebelum ditutup'])
    await database.close()
    await database.close()
    expect(readFileSync(path, 'latin1')).toContain('ditulis sebelum ditutup')
  })

  test('that is no database is named', async () => {
    const path = join(folder, 'surat.db')
    writeFileSync(path, 'Dengan hormat, '.repeat(1000))
    expect(await complaint(`file:${path}`)).toBe(
      `The file ${path} is not a SQLite database: move it away, or let DATABASE_URL name another file.`,
    )
  })

  test('that is a folder is named', async () => {
    mkdirSync(join(folder, 'suluh.db'))
    expect(await complaint(`file:${join(folder, 'suluh.db')}`)).toMatch(
      /suluh\.db is a folder: let DATABASE_URL/,
    )
  })

  test('whose folder is a file is named', async () => {
    writeFileSync(join(folder, 'data'), '')
    expect(await complaint(`file:${join(folder, 'data', 'suluh.db')}`)).toMatch(/is a file, not a folder/)
  })

  // Nothing is forbidden to root.
  test.skipIf(process.getuid?.() === 0)('that may not be written is named', async () => {
    const path = join(folder, 'suluh.db')
    writeFileSync(path, '')
    chmodSync(path, 0o400)
    expect(await complaint(`file:${path}`)).toMatch(/cannot be written: give this user write access/)
    chmodSync(folder, 0o500)
    expect(await complaint(`file:${join(folder, 'new.db')}`)).toMatch(/cannot be written/)
    chmodSync(folder, 0o700)
  })
})

describe('a server', () => {
  test('that does not run is named, without the password', async () => {
    const message = await complaint('postgresql://suluh:secret@127.0.0.1:1/suluh')
    expect(message).toBe(
      'PostgreSQL does not answer at 127.0.0.1:1: start it, or correct host and port in DATABASE_URL.',
    )
  })

  test('that does not exist is named', async () => {
    expect(await complaint('postgres://suluh@tidak-ada.invalid/suluh')).toMatch(
      /^There is no server named tidak-ada\.invalid/,
    )
  })

  test('whose address cannot be read is refused', async () => {
    expect(await complaint('postgresql://suluh:se/cr@et@host:port/suluh')).toMatch(/not a valid address/)
  })

  test.each([
    ['28P01', 'refuses the password of user "suluh": correct it in DATABASE_URL'],
    ['28000', 'does not let user "suluh" in'],
    ['3D000', 'has no database "survei": create it with createdb survei'],
    ['53300', 'has no connection left'],
    ['57P03', 'is still starting: try again in a moment'],
  ])('that answers %s is explained', async (code, words) => {
    const { port, close } = await serverThatAnswers(code)
    const message = await complaint(`postgresql://suluh:secret@127.0.0.1:${port}/survei`)
    expect(message).toContain(`PostgreSQL at 127.0.0.1:${port} ${words}`)
    expect(message).not.toContain('secret')
    close()
  })

  test.runIf(testEngine === 'postgresql')(
    'shows no password in the log, wherever in the address it stands',
    async () => {
      const url = new URL(process.env.TEST_DATABASE_URL ?? '')
      const password = url.password || 'rahasia-sekali'
      url.password = ''
      url.searchParams.set('password', password)
      const database = await openDatabase(url.href)
      await database.close()
      expect(database.url).not.toContain(password)
    },
  )

  test.runIf(testEngine === 'postgresql')('without that database or user is named', async () => {
    const url = new URL(process.env.TEST_DATABASE_URL ?? '')
    url.pathname = '/tidak_ada'
    expect(await complaint(url.href)).toMatch(
      /has no database "tidak_ada": create it with createdb tidak_ada/,
    )
    url.username = 'siapa'
    expect(await complaint(url.href)).toMatch(/user "siapa"/)
  })
})

/** Speaks just enough of PostgreSQL to turn everybody away with one error code. */
async function serverThatAnswers(code: string): Promise<{ port: number; close(): void }> {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0Mturned away\0\0`)
  const length = Buffer.alloc(4)
  length.writeInt32BE(fields.length + 4)
  const server = createServer((socket) => {
    socket.once('data', () => socket.end(Buffer.concat([Buffer.from('E'), length, fields])))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, close: () => server.close() }
}
