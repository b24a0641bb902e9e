import { dirname } from 'node:path'
import { DatabaseProblem } from './problem.ts'

/** Why a SQLite file could not be opened, as a sentence for the operator. */
export function sqliteProblem(path: string, error: unknown): DatabaseProblem {
  const { code = '', rawCode, message } = error as { code?: string; rawCode?: number; message: string }
  // When even opening fails, libsql puts SQLite's number into the text only.
  const number = rawCode ?? Number(/: (\d+)"\)$/.exec(message)?.[1])
  return new DatabaseProblem(
    `${reason(path, code, number) ?? `The database ${path} cannot be opened: ${message}.`}`,
    {
      cause: error,
    },
  )
}

function reason(path: string, code: string, number: number): string | undefined {
  const folder = dirname(path)
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return `The database ${path} cannot be written: give this user write access to it and to the folder ${folder}.`
    case 'EROFS':
      return `The database ${path} lies on a disk that can only be read: let DATABASE_URL name a file elsewhere.`
    case 'ENOSPC':
      return `The database ${path} cannot be created because the disk is full: free some space.`
    case 'EISDIR':
      return `The database ${path} is a folder: let DATABASE_URL name a file, as in file:${path}/suluh.db.`
    case 'ENOTDIR':
    case 'EEXIST':
      return `The database ${path} cannot be created because part of ${folder} is a file, not a folder: correct DATABASE_URL.`
  }
  switch (number & 0xff) {
    case 5:
    case 6:
      return `The database ${path} is locked by another program: stop that program and try again.`
    case 8:
    case 14:
      return `The database ${path} cannot be written: give this user write access to it, to its -wal and -shm files and to the folder ${folder}.`
    case 11:
      return `The database ${path} is damaged: put a backup in its place.`
    case 13:
      return `The database ${path} cannot be opened because the disk is full: free some space.`
    case 26:
      return `The file ${path} is not a SQLite database: move it away, or let DATABASE_URL name another file.`
  }
  return undefined
}
