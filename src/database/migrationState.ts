import type { MigrationList } from '@prisma/schema-engine-wasm'
import type { Link } from './link.ts'
import { DatabaseProblem } from './problem.ts'

/**
 * Whether every migration has been applied: one query, so that an ordinary start need not load the
 * schema engine.
 *
 * @throws {DatabaseProblem} where only a person can decide what to do
 */
export async function isUpToDate(
  link: Pick<Link, 'read' | 'url'>,
  { migrationDirectories }: MigrationList,
): Promise<boolean> {
  const known = migrationDirectories.map(({ path }) => path)
  const stored = await readStored(link)

  const half = stored.find(({ state }) => state === 'failed')
  if (half) {
    throw new DatabaseProblem(
      `Migration ${half.name} of ${link.url} was begun by another tool and failed halfway: restore a backup, or mend the tables ` +
        `and set rolled_back_at of that row in _prisma_migrations.`,
    )
  }
  const newer = stored.find(({ name }) => !known.includes(name))
  if (newer) {
    throw new DatabaseProblem(
      `The database ${link.url} has been used by a newer version of Suluh (migration ${newer.name}): start that version, or restore a backup.`,
    )
  }
  return stored.length === known.length
}

interface Stored {
  name: string
  state: string
}

async function readStored(link: Pick<Link, 'read'>): Promise<Stored[]> {
  try {
    return await link.read<{ name: string; state: string }>(
      `SELECT migration_name AS name, CASE WHEN finished_at IS NULL THEN 'failed' ELSE 'applied' END AS state
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
      [],
    )
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (code === '42P01' || message.startsWith('no such table')) return []
    throw error
  }
}
