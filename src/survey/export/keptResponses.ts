import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { randomId } from '../respondent.ts'
import type { ReadResponse, Snapshot } from '../results/service.ts'

/** Responses as they were at one moment, to be gone through several times. */
export interface KeptResponses {
  n: number
  /** How many are made up. */
  examples: number
  /** All of them with their running numbers, in an order that tells nothing. */
  all(): AsyncGenerator<{ response: ReadResponse; number: number }>
  close(): Promise<void>
}

const PIECE = 256 * 1024

/**
 * Reads responses once from the database and keeps them in a file without a name: it is gone when this process is,
 * however that ends. So every sheet shows the same responses under the same numbers, and neither the database is
 * asked again nor is much in memory.
 * @param folder where there is room for them
 */
export async function keepResponses({ batches }: Snapshot, folder: string): Promise<KeptResponses> {
  const path = join(folder, `.suluh-export-${randomId()}`)
  const file = await open(path, 'wx+', 0o600)
  let n = 0
  let examples = 0
  try {
    await rm(path)
    for await (const batch of batches()) {
      let lines = ''
      for (const response of batch) {
        n += 1
        if (response.isExample) examples += 1
        lines += `${JSON.stringify(response)}\n`
      }
      await file.appendFile(lines)
    }
  } catch (fault) {
    await file.close()
    throw fault
  }
  return {
    n,
    examples,
    async *all() {
      let number = 0
      for await (const line of linesOf(file)) {
        number += 1
        yield { response: JSON.parse(line) as ReadResponse, number }
      }
    },
    close: () => file.close(),
  }
}

async function* linesOf(file: FileHandle): AsyncGenerator<string> {
  const buffer = Buffer.alloc(PIECE)
  const decoder = new TextDecoder()
  let position = 0
  let begun = ''
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, PIECE, position)
    if (bytesRead === 0) return
    position += bytesRead
    const lines = (begun + decoder.decode(buffer.subarray(0, bytesRead), { stream: true })).split('\n')
    begun = lines.pop() ?? ''
    yield* lines
  }
}
