import type { PeriodKind } from '../period.ts'
import type { Participation, Quota, SurveyStatus } from '../surveyInfo.ts'

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
