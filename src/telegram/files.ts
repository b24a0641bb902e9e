import type { File } from 'telegraf/types'
import type { FileFolder, KeptFile } from '../file/fileFolder.ts'
import { OperatorProblem } from '../operatorProblem.ts'
import type { TelegramApi } from './api.ts'
import type { Pause } from './pause.ts'
import { persist } from './persist.ts'
import { isRefusal, TelegramRefusal } from './refusal.ts'

/** Why a file that somebody sent cannot be had: theirs to mend. */
export type FileProblem =
  /** Over so many bytes. */
  | { problem: 'too_big'; most: number }
  /** Telegram does not have it any more. */
  | { problem: 'gone' }
  /** Its content is none of the types that people may hand in. */
  | { problem: 'unknown_type' }

interface Fetching {
  /** Bytes that are taken; Telegram itself gives 20 MB at most. */
  most?: number
  signal?: AbortSignal
}

export type TelegramFiles = ReturnType<typeof telegramFiles>

/** Spreadsheets and the like. */
const MOST_IN_MEMORY = 10 * 1024 * 1024
const MOST_TELEGRAM_GIVES = 20 * 1024 * 1024
/** 20 MB at 70 kB a second. */
const LONGEST_MS = 300_000

/** Fetches the files that people send. A fetch is repeated like any call, from the beginning. */
export function telegramFiles(parts: { api: TelegramApi; pause: Pause; folder: FileFolder }) {
  const { api, pause, folder } = parts

  return {
    /**
     * The bytes of a small file.
     * @param options at most 10 MB unless told otherwise
     * @throws TelegramUnreachable when all tries failed
     */
    async fetchFile(fileId: string, options: Fetching = {}): Promise<{ bytes: Buffer } | FileProblem> {
      return fetch(fileId, { most: MOST_IN_MEMORY, ...options }, async (chunks) => {
        const read: Uint8Array[] = []
        for await (const chunk of chunks) read.push(chunk)
        return { bytes: Buffer.concat(read) }
      })
    },

    /**
     * Brings a file into the folder of files, once: with an `id`, one that is there already is not fetched again, so
     * an update that comes twice leaves one file.
     * @throws TelegramUnreachable when all tries failed, or the fault of the disk
     */
    async storeFile(
      fileId: string,
      { id, ...options }: Fetching & { id?: string } = {},
    ): Promise<{ kept: KeptFile } | FileProblem> {
      const there = id === undefined ? undefined : await folder.find(id)
      if (there) return { kept: there }
      return fetch(
        fileId,
        { most: MOST_TELEGRAM_GIVES, ...options },
        async (chunks): Promise<{ kept: KeptFile } | FileProblem> => {
          const kept = await folder.keep(chunks, id)
          return kept ? { kept } : { problem: 'unknown_type' }
        },
      )
    },
  }

  async function fetch<T>(
    fileId: string,
    { most, signal }: Fetching & { most: number },
    take: (chunks: AsyncIterable<Uint8Array>) => Promise<T>,
  ): Promise<T | FileProblem> {
    const enough = AbortSignal.timeout(LONGEST_MS)
    const until = signal ? AbortSignal.any([signal, enough]) : enough
    try {
      return await persist(
        pause,
        async () => {
          const file = (await api.call('getFile', { file_id: fileId }, { signal: until })) as File
          if ((file.file_size ?? 0) > most) throw tooBig()
          return take(atMost(most, await api.download(addressOf(file), until)))
        },
        until,
      )
    } catch (fault) {
      if (isRefusal(fault, 'too-big')) return { problem: 'too_big', most }
      if (isRefusal(fault, 'unknown-file')) return { problem: 'gone' }
      throw fault
    }
  }
}

const tooBig = () => new TelegramRefusal('download', 413, 'over the limit', { kind: 'too-big' })

/** Passes the bytes on until there are too many, whatever was announced. */
async function* atMost(most: number, bytes: AsyncIterable<Uint8Array>) {
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > most) throw tooBig()
    yield chunk
  }
}

/**
 * The path of a file as part of an address. It comes from outside: nothing in it may lead out of its place.
 * @throws when it does, and OperatorProblem when it is a path on the disk of another server
 */
function addressOf({ file_path: path = '' }: File): string {
  if (/^(\/|[a-z]:)/i.test(path))
    throw new OperatorProblem(
      'the Bot API server at TELEGRAM_API_ROOT gives paths on its own disk; run it without --local',
    )
  const steps = path.split('/')
  const isSound =
    path.length <= 1024 && steps.every((step) => /^[^\\\p{Cc}]+$/u.test(step) && !/^\.+$/.test(step))
  if (!isSound) throw new Error('Telegram gave a path of a file that leads elsewhere')
  return steps.map(encodeURIComponent).join('/')
}
