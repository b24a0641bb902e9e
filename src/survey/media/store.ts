import type { Database } from '../../database/open.ts'
import type { KnownFile } from '../../message/messageFile.ts'

export type MediaStore = ReturnType<typeof mediaStore>

/** A file that the words of a survey name. */
export interface KeptMedia {
  name: string
  /** The version from which on it is shown; 0 while that is tried. */
  number: number
  file: KnownFile
  /** Its name in the folder of files, if it is there. */
  storedName: string | null
}

/** Pictures, sounds and films of surveys, as their admins sent them. */
export function mediaStore({ client }: Database) {
  return {
    /** All that a survey has, of all its versions. */
    async all(surveyId: number): Promise<KeptMedia[]> {
      const rows = await client.surveyMedia.findMany({ where: { surveyId }, take: MOST_ROWS })
      return rows.map(({ name, number, kind, fileId, storedName }) => ({
        name,
        number,
        file: { kind: kind as KnownFile['kind'], fileId },
        storedName,
      }))
    },

    /** Keeps a file, in the place of the one that this version had under its name. */
    async keep(surveyId: number, { name, number, file, storedName }: KeptMedia): Promise<void> {
      const facts = { ...file, storedName }
      await client.surveyMedia.upsert({
        where: { surveyId_name_number: { surveyId, name, number } },
        create: { surveyId, name, number, ...facts },
        update: facts,
      })
    },

    /** Forgets the files of the version that was being tried. */
    async discardTrial(surveyId: number): Promise<void> {
      await client.surveyMedia.deleteMany({ where: { surveyId, number: 0 } })
    },
  }
}

/** Files of one survey and all its versions, at most. */
const MOST_ROWS = 5_000
