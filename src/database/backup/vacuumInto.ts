import { open } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import Libsql from 'libsql/promise'

/** Between two syncs: what has come together until then is written in less time than anybody notices. */
const SYNC_EVERY_MS = 5

/**
 * `VACUUM INTO` beside a bot at work. It only reads the source, and writers go on; but when 500 MB are synced to the
 * disk at the end, a commit of the bot waits for them for most of a second. So SQLite is told not to sync, and the
 * file is synced as it grows: then no commit waits much longer than 20 ms.
 *
 * @param file an empty file
 */
export async function vacuumInto(source: string, file: string): Promise<void> {
  const database = new Libsql(source, {})
  const handle = await open(file, 'r+')
  try {
    await database.exec('PRAGMA busy_timeout = 5000; PRAGMA synchronous = OFF')
    let isDone = false
    const copying = Promise.resolve(database.exec(`VACUUM INTO '${file.replaceAll("'", "''")}'`)).finally(
      () => {
        isDone = true
      },
    )
    const syncing = (async () => {
      while (!isDone) {
        await handle.datasync()
        await setTimeout(SYNC_EVERY_MS)
      }
    })()
    await Promise.all([copying, syncing])
    await handle.sync()
  } finally {
    await handle.close()
    database.close()
  }
}
