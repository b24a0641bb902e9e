import { open } from 'node:fs/promises'
import { systemClock } from '../clock.ts'
import { loadDatabaseConfig } from '../config.ts'
import { migrate } from '../database/migrate.ts'
import { openDatabase } from '../database/open.ts'
import { OperatorProblem } from '../operatorProblem.ts'
import { readSpreadsheet } from '../spreadsheet/readSpreadsheet.ts'
import { spreadsheetProblemText } from '../spreadsheet/spreadsheetProblemText.ts'
import { deactivatesMany, type RosterPlan } from '../staff/roster/rosterPlan.ts'
import { rosterPlanLines, rosterPlanSummary } from '../staff/roster/rosterPlanText.ts'
import { rosterProblemText } from '../staff/roster/rosterProblemText.ts'
import { LARGEST_ROSTER, rosterService } from '../staff/roster/service.ts'
import { rosterStore } from '../staff/roster/store.ts'
import { randomId } from '../survey/respondent.ts'
import { loadTexts } from '../texts.ts'
import { unitService } from '../unit/service.ts'
import { unitStore } from '../unit/store.ts'
import { print } from './print.ts'

/**
 * `suluh roster import FILE`: lets a spreadsheet take the place of the roster, whole or not at all; exit code 1 when
 * it has errors.
 */
export async function rosterImport(
  file: string,
  { dryRun, deactivateMany, json }: { dryRun?: boolean; deactivateMany?: boolean; json?: boolean },
): Promise<void> {
  const bytes = await bytesOf(file)
  const { databaseUrl, timeZone } = loadDatabaseConfig(process.env)
  const speak = (await loadTexts())('en')
  const database = await openDatabase(databaseUrl)
  try {
    await migrate(database)
    const units = unitService(unitStore(database))
    const store = rosterStore(database)
    const roster = rosterService({
      store,
      units,
      read: readSpreadsheet,
      clock: systemClock,
      timeZone,
      randomId,
    })
    const compared = await roster.compare(bytes)
    if (compared.type === 'unreadable')
      throw new OperatorProblem(`${file}: ${spreadsheetProblemText(compared.problem)}`)
    const problems = compared.type === 'faulty' ? compared.problems : compared.warnings
    const told = problems.map((problem) => ({ ...problem, text: rosterProblemText(speak, problem) }))
    const lines = told.map(({ severity, text }) => `  ${severity.padEnd(8)} ${text}`)
    if (compared.type === 'faulty') {
      process.exitCode = 1
      if (json) return print(JSON.stringify({ ok: false, problems: told }))
      return print([`${file} was not imported:`, ...lines].join('\n'))
    }

    const { plan, version, unitNames } = compared
    if (!dryRun && deactivatesMany(plan) && !deactivateMany)
      throw new OperatorProblem(
        `${plan.deactivated.length} of ${plan.active} employees are not in ${file} and would be deactivated; ` +
          'look at it with --dry-run, then say --deactivate-many if that is right',
      )
    if (!dryRun && !(await roster.apply(plan, version, null)))
      throw new OperatorProblem('somebody else has changed the roster at the same time; try again')
    if (json)
      return print(JSON.stringify({ ok: true, dryRun: dryRun ?? false, ...counts(plan), problems: told }))
    for (const line of lines) print(line)
    if (dryRun) for (const line of rosterPlanLines(speak, plan, unitNames)) print(line)
    print(`${file} ${dryRun ? 'would be imported' : 'is imported'}:`)
    for (const line of rosterPlanSummary(speak, plan)) print(`  ${line}`)
  } finally {
    await database.close()
  }
}

const counts = ({ added, changed, left, deactivated }: RosterPlan) => ({
  added: added.length,
  changed: changed.length,
  left,
  deactivated: deactivated.length,
})

/** @throws OperatorProblem naming the file that cannot be read */
async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    const handle = await open(file)
    try {
      const { size } = await handle.stat()
      if (size > LARGEST_ROSTER)
        throw new OperatorProblem(`${file} is larger than ${LARGEST_ROSTER / 1024 / 1024} MB`)
      return await handle.readFile()
    } finally {
      await handle.close()
    }
  } catch (fault) {
    if (fault instanceof OperatorProblem) throw fault
    throw new OperatorProblem(`${file} cannot be read (${(fault as NodeJS.ErrnoException).code})`)
  }
}
