import { type ChildProcess, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../src/packageRoot.ts'

export const SECRET_KEY = 'a secret key that is only used in tests'

/** `suluh …` in a process of its own, as an office runs it; needs `npm run build` before. */
export function suluhProcess(words: string[], env: Record<string, string> = {}, cwd = tmpdir()) {
  const child: ChildProcess = spawn(process.execPath, [join(packageRoot, 'dist/cli.js'), ...words], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', ...env },
  })
  let stdout = ''
  let stderr = ''
  let onOutput = () => {}
  child.stdout?.on('data', (data) => {
    stdout += data
    onOutput()
  })
  child.stderr?.on('data', (data) => {
    stderr += data
  })
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, stdout, stderr })),
  )

  return {
    ended,
    /** What it has said so far. */
    stdout: () => stdout,
    /** Resolves when the words are in the output; rejects when the process ends before. */
    says: (words: string) =>
      new Promise<void>((resolve, reject) => {
        onOutput = () => stdout.includes(words) && resolve()
        onOutput()
        void ended.then(({ code }) =>
          reject(new Error(`ended with ${code} before it said ${words}: ${stderr}`)),
        )
      }),
    stop: (signal: NodeJS.Signals) => {
      child.kill(signal)
      return ended
    },
  }
}
