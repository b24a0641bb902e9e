import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Texts } from '../../texts.ts'
import { LANGUAGES } from '../../texts.ts'
import type { Units } from '../../unit/service.ts'
import { languageFor } from '../definition/words.ts'
import { periodWords } from '../openingReply.ts'
import type { Selection } from '../results/selection.ts'
import type { Results } from '../results/service.ts'
import { exportFacts } from './exportFacts.ts'
import type { ExportFormat } from './exportFormat.ts'
import { keepResponses } from './keptResponses.ts'
import { exportEnding, writeExport } from './writeExport.ts'

/** Why nothing was exported. */
export type ExportProblem =
  | { problem: 'unknown_language'; known: readonly string[] }
  | { problem: 'wrong_ending'; wanted: string }
  | { problem: 'too_many_rows' }

export type ResponseExports = ReturnType<typeof responseExports>

/** Rows of a sheet of Excel, without the header. */
const MOST_ROWS = 1_048_575

/** Exports responses into files. It takes a while and much reading: the bot does it in a process of its own. */
export function responseExports({ results, units, texts }: { results: Results; units: Units; texts: Texts }) {
  return {
    /**
     * Writes the responses of a selection as they are now.
     * @param language of words, as the survey calls it; its own when absent
     * @returns how many, or why not; a file that could not be finished is removed
     */
    async export(
      selection: Selection,
      {
        format,
        language: wanted,
        path,
      }: { format: ExportFormat; language?: string | undefined; path: string },
    ): Promise<{ responses: number } | ExportProblem> {
      const form = await results.form(selection)
      const language = wanted === undefined ? form.language : languageFor(form.languages, wanted, '')
      if (language === '') return { problem: 'unknown_language', known: form.languages }
      const ending = exportEnding(form, format)
      if (ending === 'zip' && !path.toLowerCase().endsWith('.zip'))
        return { problem: 'wrong_ending', wanted: '.zip' }
      const snapshot = await results.snapshot(selection)
      if (format === 'xlsx' && snapshot.n > MOST_ROWS) return { problem: 'too_many_rows' }
      const known = await units.names()
      // Notes in the codebook are ours, in the one of our languages that is nearest.
      const speak = texts(
        LANGUAGES.find((each) => languageFor([language], each, '') === language) ?? LANGUAGES[0],
      )
      const responses = await keepResponses(snapshot, dirname(path))
      try {
        const facts = exportFacts(
          selection.info,
          responses.examples > 0,
          (id) => known.get(id),
          (period) => periodWords(speak, period),
        )
        await writeExport(
          { code: selection.info.code, form, facts, responses, speak, language },
          format,
          path,
        )
        return { responses: responses.n }
      } catch (fault) {
        await rm(path, { force: true })
        if (fault instanceof RangeError && fault.message.startsWith('a sheet holds'))
          return { problem: 'too_many_rows' }
        throw fault
      } finally {
        await responses.close()
      }
    },
  }
}
