import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { OperatorProblem } from './operatorProblem.ts'

/**
 * The key that makes people unrecognisable in the database. It stays out of it: a file beside it that only
 * the bot's own user may read, made at the first start.
 * @throws with one line naming the file when it can be neither read nor made
 */
export function keptSecretKey(databaseUrl: string): string {
  const file = secretKeyFile(databaseUrl)
  try {
    mkdirSync(dirname(file), { recursive: true })
    // `wx` makes exactly one of several starting instances the author; the others read what it wrote.
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (fault) {
    if (codeOf(fault) !== 'EEXIST')
      throw new OperatorProblem(
        `the secret key file ${file} cannot be made (${codeOf(fault)}); set SECRET_KEY or make the folder writable`,
      )
  }
  const key = readFileSync(file, 'utf8').trim()
  if (key.length < 32)
    throw new OperatorProblem(`the secret key file ${file} is damaged; restore it from your backup`)
  return key
}

/** Where the key is kept: beside an SQLite file, in `./data` for PostgreSQL. */
export function secretKeyFile(databaseUrl: string): string {
  const file = databaseUrl.startsWith('file:')
    ? databaseUrl.slice('file:'.length).replace(/\?.*$/, '')
    : './data/suluh.db'
  return join(dirname(file), 'suluh.secret')
}

const codeOf = (fault: unknown) => (fault as NodeJS.ErrnoException).code ?? String(fault)
