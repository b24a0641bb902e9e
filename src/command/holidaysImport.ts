import { readFile } from 'node:fs/promises'
import { systemClock } from '../clock.ts'
import { loadDatabaseConfig } from '../config.ts'
import { migrate } from '../database/migrate.ts'
import { openDatabase } from '../database/open.ts'
import { OperatorProblem } from '../operatorProblem.ts'
import { type HolidayImport, holidayService } from '../schedule/holiday/service.ts'
import { holidayStore } from '../schedule/holiday/store.ts'
import { spreadsheetProblemText } from '../spreadsheet/spreadsheetProblemText.ts'
import { loadTexts } from '../texts.ts'
import { print } from './print.ts'

/** `suluh holidays import FILE`: takes a table of holidays over, all of it or nothing; with `--dry-run` only tells. */
export async function holidaysImport(
  file: string,
  { dryRun = false, json = false }: { dryRun?: boolean; json?: boolean },
): Promise<void> {
  const bytes = await readFile(file).catch((fault: NodeJS.ErrnoException) => {
    throw new OperatorProblem(`${file} cannot be read (${fault.code})`)
  })
  const { databaseUrl, timeZone } = loadDatabaseConfig(process.env)
  const database = await openDatabase(databaseUrl)
  try {
    await migrate(database)
    const holidays = holidayService({ store: holidayStore(database), clock: systemClock, timeZone })
    const outcome = dryRun ? await holidays.look(bytes) : await holidays.take(bytes)
    if (outcome.type !== 'readable') process.exitCode = 1
    if (json) return print(JSON.stringify({ dryRun, ...outcome }))
    await tell(file, outcome, dryRun)
  } finally {
    await database.close()
  }
}

async function tell(file: string, outcome: HolidayImport, dryRun: boolean): Promise<void> {
  switch (outcome.type) {
    case 'not-holidays':
      print(`${file} has no sheet with the columns tanggal, jenis and nama in its first row`)
      break
    case 'unreadable':
      print(`${file}: ${spreadsheetProblemText(outcome.problem)}`)
      break
    case 'faulty': {
      const speak = (await loadTexts())('en')
      print(`${file} cannot be taken over; nothing was changed:`)
      for (const { row, code, text } of outcome.faults)
        print(`  row ${row}: ${speak.plain(`holidayFault.${code}`, { text })}`)
      break
    }
    case 'readable': {
      const { added, changed, unchanged } = outcome
      const [mark, did] = dryRun ? ['would be ', 'Nothing was written'] : ['', 'Done']
      for (const { day, kind, name } of added) print(`  ${mark}added    ${day} ${kind} ${name}`)
      for (const { from, to } of changed)
        print(`  ${mark}changed  ${to.day} ${to.kind} ${from.name} → ${to.name}`)
      print(`${did}: ${added.length} added, ${changed.length} changed, ${unchanged} as they were.`)
    }
  }
}
