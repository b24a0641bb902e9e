import { resolve } from 'node:path'
import { loadDatabaseConfig } from '../config.ts'
import { moveDatabase } from '../database/move/moveDatabase.ts'
import { DatabaseProblem } from '../database/problem.ts'
import { pathOfUrl } from '../database/sqliteFile.ts'
import { OperatorProblem } from '../operatorProblem.ts'
import { secretKeyFile } from '../secretKey.ts'
import { keepHeapSmall } from './keepHeapSmall.ts'
import { print } from './print.ts'

/** `suluh move --to postgresql://…`: everything from the SQLite database into an empty one of PostgreSQL. */
export async function move({ to, json }: { to: string; json?: boolean }): Promise<void> {
  keepHeapSmall()
  const { databaseUrl, secretKey } = loadDatabaseConfig(process.env)
  if (!databaseUrl.startsWith('file:'))
    throw new OperatorProblem('DATABASE_URL names the database to move from: file:…, a SQLite file')
  if (!/^postgres(ql)?:\/\//.test(to))
    throw new OperatorProblem('--to names the database to move to: postgresql://user@host/name')
  const path = pathOfUrl(databaseUrl)
  const { rows, mended } = await moveDatabase(path, to).catch((fault: unknown) => {
    // The reasons speak of the setting, where this is usually written.
    if (!(fault instanceof DatabaseProblem) || fault.message.includes(path)) throw fault
    throw new OperatorProblem(fault.message.replaceAll('DATABASE_URL', '--to'))
  })
  if (json) return print(JSON.stringify({ rows, mended }))
  for (const [table, count] of Object.entries(rows)) print(`${String(count).padStart(10)}  ${table}`)
  print('Moved, and compared row by row: both sides are the same.')
  if (mended > 0)
    print(
      `In ${mended} texts a NUL character was left out, which PostgreSQL cannot hold; else they are the same.`,
    )
  print('Now:')
  print('  1. Set DATABASE_URL to the new address, and leave DATA_DIR as it is: files stay where they are.')
  print(`  2. Keep the key, or everybody may answer once more: ${keyAdvice(databaseUrl, secretKey)}`)
  print('  3. suluh doctor, then start the bot.')
  print(`  4. ${path} is as it was. Delete it when you are sure: it tells as much as the new one.`)
}

function keyAdvice(databaseUrl: string, secretKey: string | undefined): string {
  if (secretKey !== undefined) return 'SECRET_KEY stays as it is, on every machine.'
  const [now, then] = [secretKeyFile(databaseUrl), secretKeyFile('postgresql:')].map((file) => resolve(file))
  if (now === then) return `it stays in ${now}; for several machines set SECRET_KEY to what stands there.`
  return `cp -p ${now} ${then}, or set SECRET_KEY to what stands there (on every machine).`
}
