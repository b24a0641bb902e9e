import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ExportOrder, exportCommand, exportsAside } from '../../../src/survey/export/exportsAside.ts'
import { temporaryFolder } from '../../temporaryFolder.ts'

const NOW = new Date('2026-11-24T01:00:00Z')
const ORDER: ExportOrder = {
  survey: 'skm',
  period: '2026-S2',
  format: 'xlsx',
  language: 'id',
  ending: 'xlsx',
}

/** A process in the place of the export, which does what this script says with the path as its last word. */
function startWith(folder: string, script: string): (args: string[]) => ChildProcess {
  const file = join(folder, 'program.cjs')
  writeFileSync(file, `const path = process.argv.at(-1).replace('--out=', '')\n${script}`)
  return (args) => fork(file, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())

describe('an export in a process of its own', () => {
  test('gives the file, and removes it when it has been sent', async () => {
    const folder = temporaryFolder()
    const start = startWith(folder, "require('node:fs').writeFileSync(path, 'data'); process.disconnect()")
    const exports = await exportsAside(join(folder, 'exports'), NOW, {}, start)
    const made = await exports.make(ORDER)
    expect(made.bytes).toBe(4)
    expect(made.path).toMatch(/\.xlsx$/)
    await made.remove()
    expect(filesIn(join(folder, 'exports'))).toEqual([])
  })

  test('is one at a time', async () => {
    const folder = temporaryFolder()
    const exports = await exportsAside(
      join(folder, 'exports'),
      NOW,
      {},
      startWith(folder, 'setInterval(() => {}, 1000)'),
    )
    const making = exports.make(ORDER)
    expect(exports.isBusy()).toBe(true)
    await expect(exports.make(ORDER)).rejects.toThrow('already')
    await Promise.all([exports.stop(), expect(making).rejects.toThrow('SIGKILL')])
    expect(exports.isBusy()).toBe(false)
  })

  test('that fails leaves no file', async () => {
    const folder = temporaryFolder()
    const start = startWith(folder, "require('node:fs').writeFileSync(path, 'half'); process.exit(1)")
    const exports = await exportsAside(join(folder, 'exports'), NOW, {}, start)
    await expect(exports.make(ORDER)).rejects.toThrow('ended with 1')
    expect(filesIn(join(folder, 'exports'))).toEqual([])
  })

  test('removes what a bot that died has left', async () => {
    const folder = join(temporaryFolder(), 'exports')
    mkdirSync(join(folder, 'died'), { recursive: true })
    writeFileSync(join(folder, 'died', 'old.xlsx'), 'answers')
    utimesSync(join(folder, 'died'), NOW, new Date(NOW.getTime() - 2 * 3600_000))
    await exportsAside(folder, NOW, {})
    expect(existsSync(join(folder, 'died'))).toBe(false)
  })

  test('leaves alone what another instance is making', async () => {
    const folder = temporaryFolder()
    const start = startWith(folder, "require('node:fs').writeFileSync(path, 'data'); process.disconnect()")
    const other = await exportsAside(join(folder, 'exports'), NOW, {}, start)
    const made = await other.make(ORDER)
    const exports = await exportsAside(join(folder, 'exports'), NOW, {}, start)
    await exports.stop()
    expect(existsSync(made.path)).toBe(true)
  })
})

test('the command for the operator survives words with blanks and quotes', () => {
  expect(exportCommand(ORDER)).toBe(
    'npx suluh export responses skm --period=2026-S2 --format=xlsx --language=id --out=skm.xlsx',
  )
  expect(exportCommand({ ...ORDER, language: "Jum'at (id)" })).toContain(` '--language=Jum'\\''at (id)' `)
})
