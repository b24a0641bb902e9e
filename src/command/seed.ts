import { systemClock } from '../clock.ts'
import { loadDatabaseConfig } from '../config.ts'
import { migrate } from '../database/migrate.ts'
import { openDatabase } from '../database/open.ts'
import { seedExample } from '../example/seed.ts'
import { seedStaff } from '../example/seedStaff.ts'
import { print } from './print.ts'

/** `suluh seed`: the example regency in the configured database. Running it again changes nothing. */
export async function seed({ json }: { json?: boolean }): Promise<void> {
  const { databaseUrl, timeZone } = loadDatabaseConfig(process.env)
  const database = await openDatabase(databaseUrl)
  try {
    await migrate(database)
    const { units, responses } = await seedExample(database, systemClock.now(), timeZone)
    const employees = await seedStaff(database, systemClock.now())
    if (json) return print(JSON.stringify({ units, responses, employees }))
    print(
      `The example regency has ${units.length} units, ${responses} example responses and ${employees} civil servants. Deep links:`,
    )
    for (const { code, name } of units) print(`  https://t.me/<your bot>?start=${code}   ${name}`)
  } finally {
    await database.close()
  }
}
