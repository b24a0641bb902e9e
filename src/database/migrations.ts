import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import type { Engine } from './link.ts'

/** The same place whether this runs from `src` or from `dist`. */
const folder = fileURLToPath(new URL('../../prisma/migrations/', import.meta.url))

/** The migrations of one engine as Prisma's schema engine wants them, oldest first. */
export function readMigrations(engine: Engine, baseDir = `${folder}${engine}`): MigrationList {
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`${baseDir}/${entry.name}/migration.sql`))
    .map((entry) => entry.name)
    .sort()
  return {
    baseDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(`${baseDir}/migration_lock.toml`, 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(`${baseDir}/${name}/migration.sql`, 'utf8') },
      },
    })),
  }
}
