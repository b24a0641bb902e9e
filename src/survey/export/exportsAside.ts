import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../../packageRoot.ts'
import { randomId } from '../respondent.ts'
import type { ExportFormat } from './exportFormat.ts'

/** What is exported, as the command line names it. */
export interface ExportOrder {
  survey: string
  unit?: string
  period?: string
  format: ExportFormat
  /** As the survey calls it. */
  language: string
  ending: string
}

/** A file that was made, and is removed when it has been sent. */
export interface MadeExport {
  path: string
  bytes: number
  remove(): Promise<void>
}

export type ExportsAside = Awaited<ReturnType<typeof exportsAside>>

/** An export that takes longer hangs. 100,000 responses take half a minute. */
const LONGEST_MS = 15 * 60_000
/** What lies there for longer was left by a bot that died; another instance has made nothing there for as long. */
const LEFT_MS = 4 * LONGEST_MS

/**
 * Exports in a process of their own, one at a time: nobody's answer waits for somebody's export, and all its memory
 * is given back. The process is `suluh export responses`, and reads the database beside the bot.
 * @param shared for the files on their way of all instances; what a bot that died has left there is removed in time
 * @param environment what the command needs to know: DATABASE_URL and TIME_ZONE
 * @param start what exports; it runs the built program, also in tests
 */
export async function exportsAside(
  shared: string,
  now: Date,
  environment: Record<string, string>,
  start: (args: string[], environment: Record<string, string>) => ChildProcess = startExport,
) {
  const folder = join(shared, randomId())
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await removeLeft(shared, now.getTime() - LEFT_MS)
  let running: ChildProcess | undefined

  return {
    isBusy: () => running !== undefined,

    /** @throws when one is being made already, or the process fails */
    async make(order: ExportOrder): Promise<MadeExport> {
      if (running) throw new Error('an export is being made already')
      const path = join(folder, `${randomId()}.${order.ending}`)
      running = start(argumentsOf(order, path), environment)
      const timer = setTimeout(() => running?.kill('SIGKILL'), LONGEST_MS)
      try {
        const [code, signal] = await once(running, 'exit')
        if (code !== 0) throw new Error(`an export ended with ${signal ?? code}`)
        return { path, bytes: (await stat(path)).size, remove: () => rm(path, { force: true }) }
      } catch (fault) {
        await rm(path, { force: true })
        throw fault
      } finally {
        clearTimeout(timer)
        running = undefined
      }
    },

    /** Ends what is being made. */
    async stop(): Promise<void> {
      if (running) {
        const ended = once(running, 'exit')
        running.kill('SIGKILL')
        await ended
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Removes folders, and files of earlier versions, in which nothing was made since then. */
async function removeLeft(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    // Another instance may remove it at this very moment.
    const found = await stat(path).catch(() => undefined)
    if (found && found.mtimeMs < before) await rm(path, { recursive: true, force: true })
  }
}

/** The command that exports just this, for whoever runs the bot. */
export const exportCommand = (order: ExportOrder): string =>
  ['npx suluh', ...argumentsOf(order, `${order.survey}.${order.ending}`)]
    .map((part, index) =>
      index === 0 || /^[\w.=-]+$/.test(part) ? part : `'${part.replaceAll("'", "'\\''")}'`,
    )
    .join(' ')

/** With `=`, so that no value is taken for an option. */
const argumentsOf = ({ survey, unit, period, format, language }: ExportOrder, path: string): string[] => [
  'export',
  'responses',
  survey,
  ...(unit === undefined ? [] : [`--unit=${unit}`]),
  ...(period === undefined ? [] : [`--period=${period}`]),
  `--format=${format}`,
  `--language=${language}`,
  `--out=${path}`,
]

function startExport(args: string[], environment: Record<string, string>): ChildProcess {
  return fork(join(packageRoot, 'dist/cli.js'), args, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...surroundings(), ...environment },
    execArgv: ['--max-old-space-size=256'],
  })
}

/** What the surroundings say of certificates, proxies and paths, and no secret that an export has no need of. */
function surroundings(): NodeJS.ProcessEnv {
  const { BOT_TOKEN: _, SECRET_KEY: __, ...others } = process.env
  return others
}
