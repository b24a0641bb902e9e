import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { OperatorProblem } from './operatorProblem.ts'

/**
 * The key that makes people unrecognisable in the database. It stays out of it: a file beside it that only
 * the bot's own user may read, made at the first start.
 * @throws with one line naming the file when it can be neither read nor made
 */
export function keptSecretKey(databaseUrl: string): string {
  const file = secretKeyFile(databaseUrl)
  const key = readKey(file) ?? makeKey(file)
  if (key.length < 32)
    throw new OperatorProblem(`the secret key file ${file} is damaged; restore it from your backup`)
  return key
}

function readKey(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (fault) {
    if (codeOf(fault) === 'ENOENT') return undefined
    throw new OperatorProblem(`the secret key file ${file} cannot be read (${codeOf(fault)})`)
  }
}

/**
 * The file gets its name only when it is whole, and only if nobody else was quicker: of several starting
 * instances one is the author, and none reads half a key, not even after a power cut.
 */
function makeKey(file: string): string {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, {
      flag: 'wx',
      mode: 0o600,
      flush: true,
    })
    linkSync(draft, file)
  } catch (fault) {
    if (codeOf(fault) !== 'EEXIST')
      throw new OperatorProblem(
        `the secret key file ${file} cannot be made (${codeOf(fault)}); set SECRET_KEY or make the folder writable`,
      )
  } finally {
    rmSync(draft, { force: true })
  }
  return readKey(file) ?? ''
}

/** Where the key is kept: beside an SQLite file, in `./data` for PostgreSQL. */
export function secretKeyFile(databaseUrl: string): string {
  const file = databaseUrl.startsWith('file:')
    ? databaseUrl.slice('file:'.length).replace(/\?.*$/, '')
    : './data/suluh.db'
  return join(dirname(file), 'suluh.secret')
}

const codeOf = (fault: unknown) => (fault as NodeJS.ErrnoException).code ?? String(fault)
