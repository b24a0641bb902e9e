import { open } from 'node:fs/promises'
import { MOST_BYTES, readRawQuestionnaires } from './rawQuestionnaires.ts'
import { type SatisfactionIndex, satisfactionIndex, type WeightRule } from './satisfactionIndex.ts'
import { tallyOf } from './tally.ts'

/** The index with the number of questionnaires that were left out because an answer is missing. */
export type FileIndex = SatisfactionIndex & { incomplete: number }

export type IndexOfFile =
  | {
      /** As `--json` prints it; all figures are rounded numbers, and null while n = 0. */
      report: FileIndex
      /** Names of the columns that are no element, for a note beside the report. */
      ignored: string[]
    }
  | { problem: string }

/**
 * The satisfaction index of a file of raw questionnaires (CSV, XLSX or XLS) with the nine elements.
 * @returns the report, or one English sentence that names the file and what to mend in it
 */
export async function indexOfFile(file: string, weight: WeightRule = 'exact'): Promise<IndexOfFile> {
  const content = await contentOf(file)
  const raw = 'problem' in content ? content : await readRawQuestionnaires(content.bytes)
  if ('problem' in raw) return { problem: `${file}: ${raw.problem}` }
  const tally = tallyOf(raw.questionnaires)
  const { n, ...rest } = satisfactionIndex(tally, weight)
  return { report: { n, incomplete: tally.incomplete, ...rest }, ignored: raw.ignored }
}

async function contentOf(file: string): Promise<{ bytes: Uint8Array } | { problem: string }> {
  try {
    const handle = await open(file)
    try {
      const facts = await handle.stat()
      if (!facts.isFile()) return { problem: 'this is not a file' }
      if (facts.size > MOST_BYTES)
        return { problem: `the file is larger than ${MOST_BYTES / 1024 / 1024} MB` }
      return { bytes: await handle.readFile() }
    } finally {
      await handle.close()
    }
  } catch (fault) {
    const { code, message } = fault as NodeJS.ErrnoException
    return { problem: code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code ?? message})` }
  }
}
