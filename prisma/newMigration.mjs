/**
 * Writes the next migration for both engines:
 *
 *     npm run build && node prisma/newMigration.mjs add_training
 *
 * It compares prisma/schema.prisma with prisma/migrations/schema.prisma, the schema that all migrations
 * so far add up to, writes the difference as SQL and moves that copy on. No database is needed. Read the
 * SQL before committing it: renamed things come out as dropped and added, and data that must be carried
 * over is yours to write. All pending migrations run in one transaction, so nothing that PostgreSQL
 * refuses there (such as CREATE INDEX CONCURRENTLY).
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import { loadSchemaEngine } from '../dist/database/schemaEngine.js'
import { schemaFor } from './schemaFor.mjs'
import { withoutRowid } from './withoutRowid.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const before = `${here}migrations/schema.prisma`
const after = `${here}schema.prisma`
const name = process.argv[2]
if (!/^[a-z0-9_]+$/.test(name ?? ''))
  fail('Name the migration in small letters: node prisma/newMigration.mjs add_training')

const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const SchemaEngine = await loadSchemaEngine()
const scripts = await Promise.all(
  ['sqlite', 'postgresql'].map(async (engine) => [engine, await difference(engine)]),
)
if (scripts.every(([, script]) => /^-- This is an empty migration/.test(script)))
  fail('The schema has not changed.')

for (const [engine, script] of scripts) {
  const folder = `${here}migrations/${engine}/${stamp}_${name}`
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/migration.sql`, script)
  writeFileSync(`${here}migrations/${engine}/migration_lock.toml`, `provider = "${engine}"\n`)
  process.stdout.write(`${folder}/migration.sql\n`)
}
copyFileSync(after, before)

async function difference(engine) {
  const schema = schemaFor(engine, readFileSync(after, 'utf8'))
  const target = (content) => ({ tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] })
  const schemaEngine = await SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(pretendDatabase(engine)),
  )
  const { stdout } = await schemaEngine.diff({
    from: existsSync(before) ? target(schemaFor(engine, readFileSync(before, 'utf8'))) : { tag: 'empty' },
    to: target(schema),
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return engine === 'sqlite' ? withoutRowid(stdout, schema) : stdout.replace(/^-- CreateSchema\n.*\n\n/, '')
}

/** Comparing two schemas needs no database; the engine only asks PostgreSQL for its version. */
function pretendDatabase(engine) {
  const never = () => Promise.reject(new Error('there is no database here'))
  const names = { provider: engine === 'sqlite' ? 'sqlite' : 'postgres', adapterName: 'none' }
  return {
    ...names,
    connectToShadowDb: never,
    connect: async () => ({
      ...names,
      getConnectionInfo: () => ({ supportsRelationJoins: true }),
      queryRaw: async () => ({
        columnNames: ['exists', 'version', 'numeric_version'],
        columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
        rows: [[true, 'PostgreSQL 15.0', 150000]],
      }),
      executeRaw: never,
      executeScript: never,
      startTransaction: never,
      dispose: async () => {},
    }),
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
