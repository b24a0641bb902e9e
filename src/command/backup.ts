import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { loadDatabaseConfig } from '../config.ts'
import { backupSqlite } from '../database/backup/backupSqlite.ts'
import { pathOfUrl } from '../database/sqliteFile.ts'
import { OperatorProblem } from '../operatorProblem.ts'
import { secretKeyFile } from '../secretKey.ts'
import { print } from './print.ts'

/** `suluh backup FILE`: a copy of the SQLite database, made while the bot works, and what else is to be kept. */
export async function backup(file: string, { json }: { json?: boolean }): Promise<void> {
  const { databaseUrl, dataDir, secretKey } = loadDatabaseConfig(process.env)
  if (!databaseUrl.startsWith('file:'))
    throw new OperatorProblem(
      'PostgreSQL has its own tool: pg_dump --format=custom --file=FILE "$DATABASE_URL" (see docs/operations.md)',
    )
  // Whoever is being asked something on this machine goes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const made = await backupSqlite(pathOfUrl(databaseUrl), file)
  const key = secretKey === undefined ? secretKeyFile(databaseUrl) : 'SECRET_KEY'
  const files = join(dataDir, 'files')
  if (json) return print(JSON.stringify({ ...made, alsoKeep: { files, key } }))
  const rows = Object.values(made.rows).reduce((sum, count) => sum + count, 0)
  print(`${made.file} is a sound copy: ${rows} rows, ${Math.ceil(made.bytes / 1024 / 1024)} MB`)
  print('Not in it, so keep too:')
  print(`  ${files}   files that people handed in`)
  print(`  ${key}   somewhere else: with both, anybody can find out who has answered`)
  print('To go back to it: stop the bot, suluh restore FILE, start the bot.')
}
