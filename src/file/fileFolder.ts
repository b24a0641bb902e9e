import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { OperatorProblem } from '../operatorProblem.ts'
import { type FileType, fileTypeOf } from './fileType.ts'

/** A file that is kept. */
export interface KeptFile {
  /** Its place in the folder, e.g. `3f/3f9a….jpg`: what a database remembers. */
  name: string
  type: FileType
  /** Bytes. */
  size: number
}

export type FileFolder = Awaited<ReturnType<typeof openFileFolder>>

/** What came in and was never finished, because the process died, is thrown away after a day. */
const FORGOTTEN_MS = 24 * 3600 * 1000

/** What kept files say of when they came: the same of each. */
const NO_TIME = new Date('2000-01-01T00:00:00Z')

/**
 * The folder of files that people handed in, `files` in DATA_DIR: for the eyes of the bot alone. Names are ids, never
 * anything that somebody wrote.
 * @throws OperatorProblem when it cannot be made
 */
export async function openFileFolder(dataDir: string, now: Date) {
  const folder = join(dataDir, 'files')
  const incoming = join(folder, 'incoming')
  try {
    await mkdir(incoming, { recursive: true, mode: 0o700 })
    await throwAway(incoming, new Date(now.getTime() - FORGOTTEN_MS))
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    throw new OperatorProblem(
      `DATA_DIR ${dataDir} cannot be used (${code}); make it writable or choose another`,
    )
  }

  return {
    /**
     * Keeps a file, once it is whole and of a known type: until then it has another name, so nobody ever sees half of
     * one. The caller limits how many bytes come.
     * @param id names the file: letters, digits, `_` and `-`; made at random when absent
     * @returns nothing, and keeps nothing, when the content is none of the types people may hand in
     */
    async keep(bytes: AsyncIterable<Uint8Array>, id = randomId()): Promise<KeptFile | undefined> {
      const shelf = shelfOf(id)
      const draft = join(incoming, randomId())
      try {
        const size = await write(draft, bytes)
        const type = await fileTypeOf(draft)
        if (!type) return undefined
        // Here a picture may lose what it tells of its place and its camera: nobody has seen it yet.
        const name = `${shelf}/${id}.${type.extension}`
        // A time of day could be matched with when somebody was seen in the chat.
        await utimes(draft, NO_TIME, NO_TIME)
        await mkdir(join(folder, shelf), { recursive: true, mode: 0o700 })
        await rename(draft, join(folder, name))
        return { name, type, size }
      } finally {
        await rm(draft, { force: true })
      }
    },

    /** The file that was kept under an id, if there is one. */
    async find(id: string): Promise<KeptFile | undefined> {
      const shelf = shelfOf(id)
      const names = await readdir(join(folder, shelf)).catch(noneIfMissing)
      const found = names?.find((name) => name.startsWith(`${id}.`))
      const path = found && join(folder, shelf, found)
      const type = path && (await fileTypeOf(path))
      return type ? { name: `${shelf}/${found}`, type, size: (await stat(path)).size } : undefined
    },

    /** Where a kept file is on the disk. @throws RangeError for a name that is none of ours */
    pathOf,

    /** Takes a kept file away for good; it may be gone already. */
    async remove(name: string): Promise<void> {
      await rm(pathOf(name), { force: true })
    },
  }

  function pathOf(name: string): string {
    if (!/^\w[\w-]\/[\w-]+\.[a-z0-9]+$/.test(name)) throw new RangeError('this is no name of a kept file')
    return join(folder, name)
  }
}

const randomId = () => randomBytes(16).toString('hex')

/** No folder shall hold all files: those whose ids begin alike share one. */
function shelfOf(id: string): string {
  if (!/^\w[\w-]{7,63}$/.test(id)) throw new RangeError('an id of a file is 8 to 64 letters, digits, _ or -')
  return id.slice(0, 2)
}

/** Writes to the disk itself, not only to its cache. Gives the number of bytes. */
async function write(path: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  const file = await open(path, 'wx', 0o600)
  let size = 0
  try {
    for await (const chunk of bytes) {
      await file.writeFile(chunk)
      size += chunk.length
    }
    await file.sync()
    return size
  } finally {
    await file.close()
  }
}

async function throwAway(folder: string, before: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    // Another instance may finish it at this very moment.
    const found = await stat(path).catch(noneIfMissing)
    if (found && found.mtime < before) await rm(path, { force: true })
  }
}

function noneIfMissing(fault: NodeJS.ErrnoException): undefined {
  if (fault.code === 'ENOENT') return
  throw fault
}
