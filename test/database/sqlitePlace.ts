import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Place } from './testDatabase.ts'

/** SQLite files in the system's folder for temporary files. */
export function sqlitePlace(): Place {
  return {
    async copy(key, fill) {
      const templates = join(tmpdir(), 'suluh-templates')
      const template = join(templates, `${key}.db`)
      if (!existsSync(template)) {
        mkdirSync(templates, { recursive: true })
        // Two workers may do the same at once; the last one to finish puts an equal file in place.
        const draft = join(templates, `${randomUUID()}.db`)
        await fill(`file:${draft}`)
        renameSync(draft, template)
        for (const companion of ['-wal', '-shm']) rmSync(draft + companion, { force: true })
      }
      const folder = mkdtempSync(join(tmpdir(), 'suluh-test-'))
      copyFileSync(template, join(folder, 'test.db'))
      return {
        address: `file:${join(folder, 'test.db')}`,
        remove: async () => rmSync(folder, { recursive: true, force: true }),
      }
    },
  }
}
