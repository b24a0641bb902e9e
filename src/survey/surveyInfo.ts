import type { PeriodKind } from './period.ts'

/** How often one person may answer: once ever, once in each period, or as often as they like. */
export type Participation = 'once' | 'period' | 'unlimited'

/** Where a survey is in its life. Only an open one can be begun. */
export type SurveyStatus = 'trial' | 'open' | 'paused' | 'closed' | 'archived'

/** Only so many responses with this answer are wanted. */
export interface Quota {
  path: string
  value: string
  most: number
}

/** A survey apart from what it asks. */
export interface SurveyInfo {
  id: number
  code: string
  period: PeriodKind
  participation: Participation
  isNamed: boolean
  /** Asked about a unit; otherwise about the regency as a whole. */
  isPerUnit: boolean
  status: SurveyStatus
  /** First and last local day on which it may be begun. */
  opensOn?: string
  closesOn?: string
  /** Responses wanted. */
  target?: number
  quotas: readonly Quota[]
  /** The admin who sent the newest spreadsheet of it. */
  author?: number
}

/** One published version, or the one that is being tried. */
export interface SurveyVersion {
  id: number
  /** 1, 2, 3 …; 0 is being tried. */
  number: number
  survey: SurveyInfo
  definition: unknown
}

/** Why a survey cannot be begun on a day; nothing when it can. */
export function closedBecause(
  { status, opensOn, closesOn }: SurveyInfo,
  today: string,
): 'paused' | 'closed' | { opensOn: string } | undefined {
  if (status === 'paused') return 'paused'
  if (status !== 'open') return 'closed'
  if (opensOn !== undefined && today < opensOn) return { opensOn }
  return closesOn !== undefined && today > closesOn ? 'closed' : undefined
}
