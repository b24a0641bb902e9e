import { spawnSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { packageRoot } from '../src/packageRoot.ts'
import { writeWorkbook } from '../src/spreadsheet/writeWorkbook.ts'
import type { Definition, RowDefinition } from '../src/survey/definition/definition.ts'
import { checkForm } from '../src/survey/xlsform/checkForm.ts'
import { checkFormAside } from '../src/survey/xlsform/checkFormAside.ts'
import { writeForm } from '../src/survey/xlsform/writeForm.ts'

/** Times reading and checking spreadsheets: in this process as the bot does, and as a command with its memory. */
export async function benchForms(): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'suluh-bench-forms-'))
  try {
    const ordinary = await workbook(join(folder, 'ordinary.xlsx'), formOf(469, 5))
    const large = await workbook(join(folder, 'large.xlsx'), formOf(10_000, 10_000))
    return {
      'form of 469 questions, from file to asking': await loadTimes(ordinary),
      'survey check of 10,000 rows and 10,000 choices': commandCost(large),
      'the same sent to the bot': await stallTimes(large),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function formOf(questions: number, choices: number): Definition {
  const label = (text: string) => ({ id: text, en: text })
  const rows = Array.from({ length: questions }, (_, index): RowDefinition => {
    const name = `q${index}`
    const relevant =
      index % 3 === 2 ? { relevant: `\${q${index - 2}} != '' and \${q${index - 1}} != 'x'` } : {}
    const said = { name, label: label(`Pertanyaan nomor ${index} tentang pelayanan`), ...relevant }
    if (index % 4 === 0) return { type: 'integer', ...said, constraint: '. >= 0 and . < 200' }
    if (index % 4 === 1) return { type: 'text', ...said }
    return { type: 'select_one', list: 'pilihan', ...said, required: true }
  })
  const list = Array.from({ length: choices }, (_, index) => ({
    name: `c${index}`,
    label: label(`Pilihan ${index}`),
  }))
  return {
    format: 2,
    settings: { title: label('Bench'), form_id: 'bench', default_language: 'id' },
    survey: rows,
    choices: { pilihan: list },
  }
}

async function workbook(file: string, definition: Definition): Promise<string> {
  const sheets = writeForm(definition).map(({ name, rows }) => {
    const [header, ...others] = rows.map(({ cells }) => cells)
    return { name, columns: (header ?? []).map((title) => ({ header: title })), rows: others }
  })
  await writeWorkbook(sheets, createWriteStream(file))
  return file
}

async function loadTimes(file: string): Promise<string> {
  const bytes = await readFile(file)
  const context = { today: '2026-11-24', now: '2026-11-24T08:00:00.000+07:00', seed: 1, language: 'id' }
  const times: number[] = []
  for (let round = 0; round < 7; round++) {
    const began = performance.now()
    const checked = await checkForm(bytes, context)
    if ('problem' in checked || !checked.survey) throw new Error('the bench form has a fault')
    times.push(performance.now() - began)
  }
  const [first = 0] = times
  times.sort((one, other) => one - other)
  return `first ${first.toFixed(0)} ms, then ${(times[3] ?? 0).toFixed(0)} ms`
}

/** How long others wait at most while the bot has a form checked. */
async function stallTimes(file: string): Promise<string> {
  const bytes = await readFile(file)
  const context = { today: '2026-11-24', now: '2026-11-24T08:00:00.000+07:00', seed: 1, language: 'id' }
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await setTimeout(50)
  delay.reset()
  const began = performance.now()
  const checked = await checkFormAside(bytes, context, 'bench')
  const seconds = (performance.now() - began) / 1000
  await setTimeout(50)
  delay.disable()
  if ('problem' in checked || !checked.definition) throw new Error('the bench form has a fault')
  return `${seconds.toFixed(1)} s, in which others wait ${(delay.max / 1e6).toFixed(0)} ms at most`
}

/** Runs the command in a process of its own; the kernel tells its greatest memory. */
function commandCost(file: string): string {
  const script = `process.argv.splice(1, 0, 'survey', 'check', ${JSON.stringify(file)});
    process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)));
    await import(${JSON.stringify(join(packageRoot, 'dist/cli.js'))})`
  const began = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  const seconds = (performance.now() - began) / 1000
  return `${seconds.toFixed(1)} s, ${Math.round(Number(/\d+$/.exec(stderr)?.[0]) / 1024)} MB, exit ${status}`
}
