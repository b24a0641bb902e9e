import type { Database } from '../../database/open.ts'
import type { PeriodKind } from '../period.ts'
import type { Participation, SurveyInfo, SurveyStatus, SurveyVersion } from '../surveyInfo.ts'

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
