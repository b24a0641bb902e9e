import { loadDatabaseConfig } from '../config.ts'
import { migrate } from '../database/migrate.ts'
import { openDatabase } from '../database/open.ts'
import { print } from './print.ts'

/** `suluh migrate`: the database brought to the schema of this version. */
export async function migrateDatabase({ json }: { json?: boolean }): Promise<void> {
  const database = await openDatabase(loadDatabaseConfig(process.env).databaseUrl)
  try {
    const applied = await migrate(database)
    if (json) print(JSON.stringify({ database: database.url, applied }))
    else
      print(
        applied.length > 0 ? `applied: ${applied.join(', ')}` : 'nothing to do: the database is up to date',
      )
  } finally {
    await database.close()
  }
}
