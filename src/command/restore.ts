import { systemClock } from '../clock.ts'
import { loadDatabaseConfig } from '../config.ts'
import { restoreSqlite } from '../database/backup/restoreSqlite.ts'
import { pathOfUrl } from '../database/sqliteFile.ts'
import { OperatorProblem } from '../operatorProblem.ts'
import { secretKeyFile } from '../secretKey.ts'
import { print } from './print.ts'

/** `suluh restore FILE`: a backup in the place of the SQLite database; what was there is kept beside it. */
export async function restore(file: string, { json }: { json?: boolean }): Promise<void> {
  const { databaseUrl, secretKey } = loadDatabaseConfig(process.env)
  if (!databaseUrl.startsWith('file:'))
    throw new OperatorProblem(
      'PostgreSQL has its own tool: pg_restore --no-owner --dbname="$DATABASE_URL" FILE (see docs/operations.md)',
    )
  const path = pathOfUrl(databaseUrl)
  const { rows, before } = await restoreSqlite(file, path, systemClock.now())
  if (json) return print(JSON.stringify({ database: path, rows, before: before ?? null }))
  print(`${path} is the backup now: ${Object.values(rows).reduce((sum, count) => sum + count, 0)} rows`)
  if (before !== undefined) print(`What was there is ${before}; delete it when you are sure.`)
  const key = secretKey === undefined ? secretKeyFile(databaseUrl) : 'SECRET_KEY'
  print(`The key (${key}) has to be the one of that time, or everybody may answer once more.`)
}
