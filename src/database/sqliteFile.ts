import { accessSync, closeSync, constants, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DatabaseProblem } from './problem.ts'

/**
 * The absolute path that a `file:` URL names. `file:data/x.db`, `file:/data/x.db` and `file:///data/x.db`
 * are all understood; what follows `?` is for other tools.
 */
export function pathOfUrl(url: string): string {
  const address = url.replace(/[?#].*$/s, '')
  const path = address.startsWith('file://') ? fileURLToPath(address) : address.slice('file:'.length)
  if (path === '' || path.endsWith('/') || path === ':memory:') {
    throw new DatabaseProblem(`DATABASE_URL must name a file, as in file:data/suluh.db, but it is "${url}".`)
  }
  return resolve(path)
}

/**
 * Makes the file and its folder, for their owner only, unless they are there. Its companions (-wal, -shm)
 * get its mode from SQLite.
 */
export function makeFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' })
  // A file that exists is only looked at: opening and closing it here would take away the locks of
  // connections that this process has to it.
  if (found) accessSync(path, constants.W_OK)
  else closeSync(openSync(path, 'a', 0o600))
}
