import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { DETAILS_FORMATS, detailsFile } from '../broadcast/details.ts'
import { broadcastPreviews } from '../broadcast/previews.ts'
import { broadcastStore } from '../broadcast/store.ts'
import { systemClock } from '../clock.ts'
import { loadDatabaseConfig } from '../config.ts'
import { isUpToDate } from '../database/migrationState.ts'
import { readMigrations } from '../database/migrations.ts'
import { openDatabase } from '../database/open.ts'
import { OperatorProblem } from '../operatorProblem.ts'
import { outboxReportStore } from '../outbox/report/store.ts'
import { surveyAudience } from '../survey/audience/service.ts'
import { answerStateStore } from '../survey/audience/store.ts'
import { surveyCatalogue } from '../survey/catalogue.ts'
import { versionStore } from '../survey/life/store.ts'
import { respondents } from '../survey/respondent.ts'
import { LANGUAGES, type Language, loadTexts } from '../texts.ts'
import { unitService } from '../unit/service.ts'
import { unitStore } from '../unit/store.ts'
import { print } from './print.ts'

/** `suluh export broadcast ID`: what became of each of its messages, without naming anybody. The database is only read. */
export async function exportBroadcast(
  id: number,
  options: { out: string; language?: Language; json?: boolean },
): Promise<void> {
  const { out, language = LANGUAGES[0] } = options
  const format = DETAILS_FORMATS.find((known) => extname(out).toLowerCase() === `.${known}`)
  if (!format) throw new OperatorProblem('--out needs a name that ends in .xlsx or .csv')
  const { databaseUrl, timeZone, quietHours, messagesPerSecond } = loadDatabaseConfig(process.env)
  const database = await openDatabase(databaseUrl)
  try {
    if (!(await isUpToDate(database.link, readMigrations(database.engine))))
      throw new OperatorProblem('the database is not at the schema of this version; run suluh migrate')
    const store = broadcastStore(database)
    const broadcast = await store.find(id)
    if (!broadcast) throw new OperatorProblem(`no broadcast has the number ${id}`)
    const units = unitService(unitStore(database))
    const catalogue = surveyCatalogue(versionStore(database), units)
    // Nothing is looked for by the names that the key makes.
    const given = { catalogue, respondents: respondents(''), units, clock: systemClock, timeZone }
    const surveys = surveyAudience({ ...given, store: answerStateStore(database) })
    const { facts } = broadcastPreviews({
      ...{ ...given, store, surveys, quietHours, perSecond: messagesPerSecond },
    })
    const { summary } = outboxReportStore(database)
    const speak = (await loadTexts())(language)
    const content = await detailsFile({ store, broadcasts: { facts, summary }, timeZone })(
      speak,
      broadcast,
      format,
    )
    await writeFile(out, content).catch((fault: NodeJS.ErrnoException) => {
      throw new OperatorProblem(`${out} cannot be written (${fault.code})`)
    })
    const { total } = await summary(id)
    if (options.json) print(JSON.stringify({ messages: total, file: out, bytes: content.length }))
    else print(`${total} messages in ${out} (${Math.ceil(content.length / 1024)} kB)`)
  } finally {
    await database.close()
  }
}
