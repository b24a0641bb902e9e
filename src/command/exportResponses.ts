import { stat } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { systemClock } from '../clock.ts'
import { loadDatabaseConfig } from '../config.ts'
import { isUpToDate } from '../database/migrationState.ts'
import { readMigrations } from '../database/migrations.ts'
import { openDatabase } from '../database/open.ts'
import { OperatorProblem } from '../operatorProblem.ts'
import { surveyCatalogue } from '../survey/catalogue.ts'
import type { ExportFormat } from '../survey/export/exportFormat.ts'
import { type ExportProblem, responseExports } from '../survey/export/responseExports.ts'
import { versionStore } from '../survey/life/store.ts'
import { isPeriod } from '../survey/period.ts'
import { surveyResults } from '../survey/results/service.ts'
import { resultStore } from '../survey/results/store.ts'
import { loadTexts } from '../texts.ts'
import { unitService } from '../unit/service.ts'
import { unitStore } from '../unit/store.ts'
import { keepHeapSmall } from './keepHeapSmall.ts'
import { print } from './print.ts'

/** `suluh export responses SURVEY`: the answers to a survey as a file. The database is only read. */
export async function exportResponses(
  code: string,
  options: {
    unit?: string
    period?: string
    format: ExportFormat
    language?: string
    out: string
    json?: boolean
  },
): Promise<void> {
  // Whoever is being asked something on this machine goes first.
  keepHeapSmall()
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const { databaseUrl, timeZone } = loadDatabaseConfig(process.env)
  const database = await openDatabase(databaseUrl)
  try {
    if (!(await isUpToDate(database.link, readMigrations(database.engine))))
      throw new OperatorProblem('the database is not at the schema of this version; run suluh migrate')
    const units = unitService(unitStore(database))
    const catalogue = surveyCatalogue(versionStore(database), units)
    const results = surveyResults({
      store: resultStore(database),
      catalogue,
      units,
      clock: systemClock,
      timeZone,
    })
    const info = await results.surveyOf(code)
    if (!info) throw new OperatorProblem(`no published survey has the code ${code}`)
    const unit = options.unit === undefined ? undefined : await units.byCode(options.unit)
    if (options.unit !== undefined && !unit) throw new OperatorProblem(`no unit has the code ${options.unit}`)
    const { period, format, language, out } = options
    if (period !== undefined && !isPeriod(period))
      throw new OperatorProblem(`--period is one such as 2026, 2026-S2, 2026-Q4 or 2026-11, not ${period}`)
    const selection = { info, ...(unit && { unit }), ...(period !== undefined && { period }) }
    const exports = responseExports({ results, units, texts: await loadTexts() })
    const done = await exports.export(selection, { format, language, path: out }).catch(explainDisk(out))
    if ('problem' in done) throw new OperatorProblem(problemText(done))
    const { size } = await stat(out)
    if (options.json) print(JSON.stringify({ responses: done.responses, file: out, bytes: size }))
    else print(`${done.responses} responses in ${out} (${Math.ceil(size / 1024)} kB)`)
  } finally {
    await database.close()
  }
}

/** What the disk says is a matter of the operator's; anything else is ours. */
const explainDisk = (out: string) => (fault: NodeJS.ErrnoException) => {
  if (fault.syscall === undefined) throw fault
  throw new OperatorProblem(`${out} cannot be written (${fault.code})`)
}

function problemText(problem: ExportProblem): string {
  switch (problem.problem) {
    case 'unknown_language':
      return `--language is one of the survey's: ${problem.known.join(', ')}`
    case 'wrong_ending':
      return `this becomes an archive of several files: --out needs a name that ends in ${problem.wanted}`
    case 'too_many_rows':
      return 'there are more rows than a sheet of Excel holds; use --format csv, or --unit and --period'
  }
}
