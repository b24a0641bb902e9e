import type { Database } from '../../database/open.ts'
import type { Definition } from '../definition/definition.ts'
import type { PeriodKind } from '../period.ts'
import type { Participation, Quota, SurveyInfo, SurveyStatus, SurveyVersion } from '../surveyInfo.ts'
import type { SurveyChange } from './surveyChange.ts'

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

    async version(id: number): Promise<SurveyVersion | undefined> {
      const version = await client.surveyVersion.findUnique({ where: { id }, include: { survey: true } })
      return version ? versionOf(version) : undefined
    },

    /** A survey by its code, with its newest published version and the one being tried. */
    async survey(code: string): Promise<KeptSurvey | undefined> {
      const row = await client.survey.findUnique({ where: { code }, include: { versions: VERSIONS } })
      return row ? keptSurvey(row) : undefined
    },

    /** All surveys but archived ones, the newest first. */
    async surveys(): Promise<KeptSurvey[]> {
      const rows = await client.survey.findMany({
        where: { status: { not: 'archived' } },
        orderBy: { id: 'desc' },
        include: { versions: VERSIONS },
        take: MOST_SURVEYS,
      })
      return rows.map(keptSurvey)
    },

    /**
     * Keeps a definition to be tried by its author, in the place of the one tried before, whose drafts go with it.
     * A survey of a new code is made.
     */
    async saveTrial(code: string, definition: Definition, author: number): Promise<void> {
      await client.$transaction(async (transaction) => {
        const survey = await transaction.survey.upsert({
          where: { code },
          create: { code, period: 'year', status: 'trial', isPerUnit: false, author: BigInt(author) },
          update: { author: BigInt(author) },
        })
        const surveyId = survey.id
        await transaction.surveyVersion.deleteMany({ where: { surveyId, number: 0 } })
        const text = JSON.stringify(definition)
        await transaction.surveyVersion.create({ data: { surveyId, number: 0, definition: text } })
      })
    },

    /**
     * Publishes what is being tried as the next version. The trial goes with all its drafts, and the version gets a
     * row of its own: other instances may still take the old one for a trial.
     * @returns the number of the new version; nothing when nothing is being tried
     */
    async publishTrial(code: string, publishedOn: string, changes: readonly SurveyChange[]) {
      return client.$transaction(async (transaction) => {
        const trial = await transaction.surveyVersion.findFirst({ where: { survey: { code }, number: 0 } })
        if (!trial) return undefined
        const { surveyId, definition } = trial
        const newest = await transaction.surveyVersion.findFirst({
          where: { surveyId },
          orderBy: { number: 'desc' },
        })
        const number = (newest?.number ?? 0) + 1
        await transaction.surveyVersion.delete({ where: { id: trial.id } })
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
      const { quotas, ...data } = change
      const kept = { ...data, ...(quotas && { quotas: JSON.stringify(quotas) }) }
      const { count } = await client.survey.updateMany({ where, data: kept })
      return count === 1
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

    /** Whether anybody has answered a published version, or begun to. */
    async hasBegun(code: string): Promise<boolean> {
      const where = { version: { survey: { code }, number: { gt: 0 } } }
      return (await client.response.count({ where })) > 0 || (await client.draft.count({ where })) > 0
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

/** A survey with the versions that matter now. */
export interface KeptSurvey {
  info: SurveyInfo
  /** The newest published version. */
  newest?: SurveyVersion & { publishedOn?: string }
  /** The one that is being tried. */
  trial?: SurveyVersion
}

/** What admins may change of a survey; null takes a day or a target away. */
export interface SurveySettings {
  status?: SurveyStatus
  period?: PeriodKind
  participation?: Participation
  isNamed?: boolean
  isPerUnit?: boolean
  opensOn?: string | null
  closesOn?: string | null
  target?: number | null
  quotas?: readonly Quota[]
}

/** Surveys in one list, at most. */
const MOST_SURVEYS = 500

/** The one being tried, which has the lowest number, and the newest. */
const VERSIONS = { orderBy: { number: 'asc' } } as const

type VersionRow = { id: number; number: number; definition: string; publishedOn: string | null }

function keptSurvey({ versions, ...survey }: SurveyRow & { versions: VersionRow[] }): KeptSurvey {
  const trial = versions.find(({ number }) => number === 0)
  const last = versions.at(-1)
  const newest = last && last.number > 0 ? last : undefined
  return {
    info: infoOf(survey),
    ...(trial && { trial: versionOf({ ...trial, survey }) }),
    ...(newest && {
      newest: {
        ...versionOf({ ...newest, survey }),
        ...(newest.publishedOn !== null && { publishedOn: newest.publishedOn }),
      },
    }),
  }
}

type SurveyRow = Awaited<ReturnType<Database['client']['survey']['findFirstOrThrow']>>

function versionOf(row: {
  id: number
  number: number
  definition: string
  survey: SurveyRow
}): SurveyVersion {
  const { id, number, definition, survey } = row
  return { id, number, survey: infoOf(survey), definition: JSON.parse(definition) }
}

function infoOf(row: SurveyRow): SurveyInfo {
  const { id, code, isNamed, isPerUnit, opensOn, closesOn, target, author } = row
  return {
    id,
    code,
    period: row.period as PeriodKind,
    participation: row.participation as Participation,
    status: row.status as SurveyStatus,
    isNamed,
    isPerUnit,
    quotas: JSON.parse(row.quotas),
    ...(opensOn !== null && { opensOn }),
    ...(closesOn !== null && { closesOn }),
    ...(target !== null && { target }),
    ...(author !== null && { author: Number(author) }),
  }
}
