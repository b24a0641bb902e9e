import type { PeriodKind } from '../period.ts'
import type { Participation, SurveyInfo, SurveyStatus, SurveyVersion } from '../surveyInfo.ts'

/** A survey with the versions that matter now. */
export interface KeptSurvey {
  info: SurveyInfo
  /** The newest published version. */
  newest?: SurveyVersion & { publishedOn?: string }
  /** The one that is being tried. */
  trial?: SurveyVersion
}

/**
 * A survey from its row and those of two versions.
 * @param last the version with the highest number, which is the trial itself before the first is published
 */
export function keptSurvey(survey: SurveyRow, last: VersionRow | null, trial: VersionRow | null): KeptSurvey {
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

/** A version from its row and its survey's. */
export function versionOf(row: Omit<VersionRow, 'publishedOn'> & { survey: SurveyRow }): SurveyVersion {
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

/** A survey as the database has it. */
interface SurveyRow {
  id: number
  code: string
  period: string
  participation: string
  isNamed: boolean
  isPerUnit: boolean
  status: string
  opensOn: string | null
  closesOn: string | null
  target: number | null
  quotas: string
  author: bigint | null
}

type VersionRow = { id: number; number: number; definition: string; publishedOn: string | null }
