import { systemClock } from '../clock.ts'
import { loadDatabaseConfig } from '../config.ts'
import { isUpToDate } from '../database/migrationState.ts'
import { readMigrations } from '../database/migrations.ts'
import { openDatabase } from '../database/open.ts'
import { OperatorProblem } from '../operatorProblem.ts'
import { outboxTable, troubleTable } from '../outbox/report/outboxTable.ts'
import { outboxReportStore } from '../outbox/report/store.ts'
import { outboxService } from '../outbox/service.ts'
import { outboxStore } from '../outbox/store.ts'
import { print } from './print.ts'

/** Troubles that are shown at most, the newest. */
const MOST_TROUBLES = 500

/** `suluh outbox`: what the bot still has to say, why it waits and until when. Nothing in it names a reader. */
export async function outbox({ failed, json }: { failed?: boolean; json?: boolean }): Promise<void> {
  const { databaseUrl, timeZone } = loadDatabaseConfig(process.env)
  const database = await openDatabase(databaseUrl)
  try {
    if (!(await isUpToDate(database.link, readMigrations(database.engine))))
      throw new OperatorProblem('the database is not at the schema of this version; run suluh migrate')
    const service = outboxService({
      store: outboxStore(database),
      reports: outboxReportStore(database),
      clock: systemClock,
      quietHours: undefined,
    })
    if (failed) {
      const troubles = await service.troubles(MOST_TROUBLES)
      print(json ? JSON.stringify(troubles) : troubleTable(troubles, timeZone))
    } else {
      const overview = await service.overview()
      print(json ? JSON.stringify(overview) : outboxTable(overview, timeZone))
    }
  } finally {
    await database.close()
  }
}
