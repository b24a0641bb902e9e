import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import type { Link } from './link.ts'
import { isUpToDate } from './migrationState.ts'
import { readMigrations } from './migrations.ts'
import type { Database } from './open.ts'
import { DatabaseProblem } from './problem.ts'
import { loadSchemaEngine } from './schemaEngine.ts'

/**
 * Brings the database to the schema of this program. Several instances may start at once: one does the
 * work, the others wait and find nothing left to do. All that is missing is applied in one transaction,
 * so a migration that fails leaves the database as it was.
 *
 * @returns the names of the migrations applied now, oldest first
 * @throws {DatabaseProblem} naming the migration that failed, or one that only a newer program knows
 */
export async function migrate(
  { link }: Pick<Database, 'link'>,
  migrations: MigrationList = readMigrations(link.engine),
): Promise<string[]> {
  if (await isUpToDate(link, migrations)) return []
  const SchemaEngine = await loadSchemaEngine()
  let failed: string | undefined
  try {
    return await link.reshape(async (adapters) => {
      const watched = watchScripts(adapters, (script) => {
        failed = migrations.migrationDirectories.find(
          (one) => one.migrationFile.content.value === script,
        )?.path
      })
      const engine = await SchemaEngine.new(
        { datamodels: [['schema.prisma', `datasource db {\n  provider = "${link.engine}"\n}`]] },
        () => {},
        bindMigrationAwareSqlAdapterFactory(watched),
      )
      try {
        const filters = { externalTables: [], externalEnums: [] }
        return (await engine.applyMigrations({ migrationsList: migrations, filters })).appliedMigrationNames
      } finally {
        engine.free()
      }
    })
  } catch (error) {
    const what = failed ? `Migration ${failed}` : 'The migration'
    throw new DatabaseProblem(
      `${what} of ${link.url} failed and was undone: ${reasonOf(error)}. ` +
        'Start the version that ran before, and report this to the makers of Suluh.',
      { cause: error },
    )
  }
}

/** Tells which script failed: on PostgreSQL the engine's own report drowns in the aborted transaction. */
function watchScripts(adapters: Link['adapters'], onFailure: (script: string) => void): Link['adapters'] {
  return {
    provider: adapters.provider,
    adapterName: adapters.adapterName,
    connectToShadowDb: () => adapters.connectToShadowDb(),
    async connect() {
      const adapter = await adapters.connect()
      const executeScript = adapter.executeScript.bind(adapter)
      adapter.executeScript = (script) =>
        executeScript(script).catch((error: unknown) => {
          onFailure(script)
          throw error
        })
      return adapter
    },
  }
}

function reasonOf(error: unknown): string {
  const { message } = error as Error
  return message.split('\n   0:')[0]?.replace(/\s+/g, ' ').replace(/\.$/, '') ?? message
}
