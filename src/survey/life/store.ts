import type { Database } from '../../database/open.ts'
import type { Definition } from '../definition/definition.ts'
import type { PeriodKind } from '../period.ts'
import type { SurveyInfo, SurveyVersion } from '../surveyInfo.ts'
import { type KeptSurvey, keptSurvey, versionOf } from './keptSurvey.ts'
import type { SurveyChange } from './surveyChange.ts'
import type { SurveySettings } from './surveySettings.ts'

export type VersionStore = ReturnType<typeof versionStore>

/** Surveys and their versions. */
export function versionStore({ client }: Database) {
  return {
    /** The newest published version of a survey. */
    async newestVersion(code: string): Promise<SurveyVersion | undefined> {
      const version = await client.surveyVersion.findFirst({
        where: { survey: { code }, number: { gt: 0 } },
        orderBy: { number: 'desc' },
        include: { survey: true },
      })
      return version ? versionOf(version) : undefined
    },

    /** The version of this id, which may be any number: it comes from buttons, too. */
    async version(id: number): Promise<SurveyVersion | undefined> {
      if (id > LARGEST_ID) return undefined
      const version = await client.surveyVersion.findUnique({ where: { id }, include: { survey: true } })
      return version ? versionOf(version) : undefined
    },

    /** A survey by its code, with its newest published version and the one being tried. */
    async survey(code: string): Promise<KeptSurvey | undefined> {
      const row = await client.survey.findUnique({ where: { code } })
      if (!row) return undefined
      const newest = await client.surveyVersion.findFirst({
        where: { surveyId: row.id },
        orderBy: { number: 'desc' },
      })
      const trial =
        newest?.number === 0
          ? newest
          : await client.surveyVersion.findUnique({
              where: { surveyId_number: { surveyId: row.id, number: 0 } },
            })
      return keptSurvey(row, newest, trial)
    },

    /** The surveys on one page of the list, the newest first, and how many there are. */
    async surveys(
      which: 'archived' | 'others',
      { first, most }: { first: number; most: number },
    ): Promise<{ surveys: KeptSurvey[]; count: number }> {
      const where = { status: which === 'archived' ? 'archived' : { not: 'archived' } }
      const [rows, count] = await Promise.all([
        client.survey.findMany({ where, orderBy: { id: 'desc' }, skip: first, take: most }),
        client.survey.count({ where }),
      ])
      const surveys = await Promise.all(rows.map(({ code }) => this.survey(code)))
      return { surveys: surveys.filter((each) => each !== undefined), count }
    },

    /**
     * Keeps a definition to be tried, in the place of the one tried before, whose drafts go with it. A survey of a new
     * code is made.
     */
    async saveTrial(
      code: string,
      trial: { definition: Definition; author: number; isPerUnit: boolean },
    ): Promise<void> {
      const { definition, author, isPerUnit } = trial
      await client.$transaction(async (transaction) => {
        const { id: surveyId } = await transaction.survey.upsert({
          where: { code },
          create: { code, period: 'year', status: 'trial', isPerUnit, author: BigInt(author) },
          update: { author: BigInt(author) },
        })
        await transaction.surveyVersion.deleteMany({ where: { surveyId, number: 0 } })
        await transaction.surveyVersion.create({
          data: { surveyId, number: 0, definition: JSON.stringify(definition) },
        })
      })
    },

    /**
     * Publishes what is being tried as the version after `after`. The trial goes with all its drafts, and the version
     * gets a row of its own: other instances may still take the old one for a trial.
     * @returns the number of the new version; nothing when another admin was quicker
     */
    async publishTrial(
      id: number,
      given: { after: number; publishedOn: string; changes: readonly SurveyChange[] },
    ): Promise<number | undefined> {
      const { after, publishedOn, changes } = given
      return client.$transaction(async (transaction) => {
        const trial = await transaction.surveyVersion.findUnique({ where: { id } })
        if (trial?.number !== 0) return undefined
        const { surveyId, definition } = trial
        const newest = await transaction.surveyVersion.findFirst({
          where: { surveyId },
          orderBy: { number: 'desc' },
        })
        if (newest?.number !== after) return undefined
        // Whoever deletes it publishes it: of two admins at once, one.
        const { count } = await transaction.surveyVersion.deleteMany({ where: { id } })
        if (count === 0) return undefined
        const number = after + 1
        await transaction.surveyVersion.create({
          data: { surveyId, number, definition, publishedOn, changes: JSON.stringify(changes) },
        })
        await transaction.surveyMedia.updateMany({ where: { surveyId, number: 0 }, data: { number } })
        await transaction.survey.updateMany({
          where: { id: surveyId, status: 'trial' },
          data: { status: 'open' },
        })
        return number
      })
    },

    /** Throws away what is being tried; a survey that was never published goes with it. */
    async discardTrial(code: string): Promise<void> {
      await client.$transaction(async (transaction) => {
        await transaction.surveyVersion.deleteMany({ where: { survey: { code }, number: 0 } })
        await transaction.survey.deleteMany({ where: { code, status: 'trial' } })
      })
    },

    /** Changes a survey where it still is as it was seen; false when somebody else was quicker. */
    async change(code: string, seen: Partial<SurveyInfo>, change: SurveySettings): Promise<boolean> {
      const where = {
        code,
        ...(seen.status !== undefined && { status: seen.status }),
        ...(seen.quotas && { quotas: JSON.stringify(seen.quotas) }),
      }
      const { count } = await client.survey.updateMany({ where, data: rowOf(change) })
      return count === 1
    },

    /** Whether files were sent for the version that is being tried. */
    async hasTrialMedia(surveyId: number): Promise<boolean> {
      return (await client.surveyMedia.count({ where: { surveyId, number: 0 } })) > 0
    },

    /** Responses that a survey has, made-up ones left out. */
    async responseCount(code: string): Promise<number> {
      return client.response.count({ where: { version: { survey: { code } }, isExample: false } })
    },

    /** Surveys that are open, by code, with their newest published version. */
    async openSurveys(): Promise<SurveyVersion[]> {
      const rows = await client.survey.findMany({
        where: { status: 'open', versions: { some: { number: { gt: 0 } } } },
        orderBy: { id: 'asc' },
        include: { versions: { orderBy: { number: 'desc' }, take: 1 } },
        take: MOST_SURVEYS,
      })
      return rows.flatMap(({ versions: [newest], ...survey }) =>
        newest ? versionOf({ ...newest, survey }) : [],
      )
    },

    /**
     * Changes what nobody may have agreed to yet: false when somebody has answered a published version, or begun to.
     */
    async changeUnlessBegun(code: string, change: SurveySettings): Promise<boolean> {
      const begun = { number: { gt: 0 }, OR: [{ responses: { some: {} } }, { drafts: { some: {} } }] }
      const where = { code, versions: { none: begun } }
      const { count } = await client.survey.updateMany({ where, data: rowOf(change) })
      return count === 1
    },

    /** Publishes a version when it differs from the newest one; gives the id of the newest. */
    async publish(code: string, period: PeriodKind, definition: unknown): Promise<number> {
      const text = JSON.stringify(definition)
      return client.$transaction(async (transaction) => {
        const survey = await transaction.survey.upsert({
          where: { code },
          create: { code, period },
          update: {},
        })
        const newest = await transaction.surveyVersion.findFirst({
          where: { surveyId: survey.id, number: { gt: 0 } },
          orderBy: { number: 'desc' },
        })
        if (newest?.definition === text) return newest.id
        const number = (newest?.number ?? 0) + 1
        const version = await transaction.surveyVersion.create({
          data: { surveyId: survey.id, number, definition: text },
        })
        return version.id
      })
    },
  }
}

/** PostgreSQL's integers go no further, and complain of those that do. */
const LARGEST_ID = 2 ** 31 - 1

/** Open surveys that people are offered, at most. */
const MOST_SURVEYS = 500

const rowOf = ({ quotas, ...data }: SurveySettings) => ({
  ...data,
  ...(quotas && { quotas: JSON.stringify(quotas) }),
})
