import { readFile } from 'node:fs/promises'
import { loadDatabaseConfig } from '../config.ts'
import { migrate } from '../database/migrate.ts'
import { openDatabase } from '../database/open.ts'
import { OperatorProblem } from '../operatorProblem.ts'
import { spreadsheetProblemText } from '../spreadsheet/spreadsheetProblemText.ts'
import { readUnitTable, type UnitEntry } from '../unit/readUnitTable.ts'
import { unitStore } from '../unit/store.ts'
import { print } from './print.ts'

/**
 * `suluh units import FILE`: adds the units of a spreadsheet and brings those of the same code up to date, all of them
 * or none; exit code 1 when it has faults. Units that are not in it stay as they are.
 */
export async function unitsImport(
  file: string,
  { dryRun = false, json = false }: { dryRun?: boolean; json?: boolean },
): Promise<void> {
  const bytes = await readFile(file).catch((fault: NodeJS.ErrnoException) => {
    throw new OperatorProblem(`${file} cannot be read (${fault.code})`)
  })
  const table = await readUnitTable(bytes)
  if (table.type === 'not-units')
    throw new OperatorProblem(`${file} has no sheet with the columns kode and nama in its first row`)
  if (table.type === 'unreadable')
    throw new OperatorProblem(`${file}: ${spreadsheetProblemText(table.problem)}`)
  if (table.type === 'faulty') {
    process.exitCode = 1
    if (json) return print(JSON.stringify({ ok: false, faults: table.faults }))
    print(`${file} cannot be taken over; nothing was changed:`)
    for (const { row, text } of table.faults) print(`  row ${row}: ${text}`)
    return
  }
  const { added, present } = await takeOver(table.units, dryRun)
  if (json) return print(JSON.stringify({ ok: true, dryRun, added, present }))
  const [mark, did] = dryRun ? ['would be ', 'Nothing was written'] : ['', 'Done']
  for (const code of added) print(`  ${mark}added          ${code}`)
  for (const code of present) print(`  ${mark}brought up to date  ${code}`)
  print(`${did}: ${added.length} added, ${present.length} that were there already.`)
}

async function takeOver(units: readonly UnitEntry[], dryRun: boolean) {
  const database = await openDatabase(loadDatabaseConfig(process.env).databaseUrl)
  try {
    await migrate(database)
    const store = unitStore(database)
    const known = new Set((await store.names()).map(({ code }) => code))
    if (!dryRun) await store.saveAll(units)
    const codes = units.map(({ code }) => code)
    return {
      added: codes.filter((code) => !known.has(code)),
      present: codes.filter((code) => known.has(code)),
    }
  } finally {
    await database.close()
  }
}
