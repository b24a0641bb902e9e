import type { Clock } from '../clock.ts'
import { localDay } from '../localTime.ts'
import type { Units } from '../unit/service.ts'
import type { Unit } from '../unit/unit.ts'
import type { Catalogue } from './catalogue.ts'
import { contextAt } from './contextAt.ts'
import type { Draft } from './draft.ts'
import { NO_ANSWERS } from './interview/answers.ts'
import { Form } from './interview/form.ts'
import { periodOf } from './period.ts'
import { ONCE } from './respondent.ts'
import { closedBecause, type SurveyVersion } from './surveyInfo.ts'
import type { Pass } from './turn.ts'

/** What somebody comes to: a survey, about a unit or about the regency as a whole. */
export interface Visit {
  /** The published survey of this code, or a version that is being tried. */
  survey: string | { trial: number }
  unit?: Unit | undefined
}

export type Passes = ReturnType<typeof surveyPasses>

/** Surveys as they are at this moment, about a unit or the regency, and drafts with all that is needed to go on. */
export function surveyPasses(parts: {
  catalogue: Catalogue
  units: Units
  clock: Clock
  timeZone: string
  /** Who may try what is not published. */
  mayTry: (person: number) => boolean
}) {
  const { catalogue, units, clock, timeZone, mayTry } = parts

  const zoneOf = (unit: Unit | undefined) => unit?.timeZone ?? timeZone
  const todayAt = (unit: Unit | undefined) => localDay(clock.now(), zoneOf(unit))

  function occasionAt(unit: Unit | undefined, { survey, number, id }: SurveyVersion) {
    const period = periodOf(survey.period, todayAt(unit))
    // A trial is no occasion of the survey: it neither finds its drafts nor uses up the one response.
    const counted = number === 0 ? `trial ${id}` : survey.participation === 'once' ? ONCE : period
    return { occasion: { survey: survey.id, unit: unit?.id ?? null, period: counted }, period }
  }

  async function versionOf({ survey }: Visit): Promise<SurveyVersion | undefined> {
    return typeof survey === 'string' ? catalogue.newest(survey) : catalogue.trial(survey.trial)
  }

  async function formOf(version: SurveyVersion, unit: Unit | undefined, draft?: Draft): Promise<Form> {
    const survey = await catalogue.survey(version, unit)
    const context = contextAt(clock.now(), zoneOf(unit), draft?.id ?? '', survey.language)
    return new Form(survey, draft ?? NO_ANSWERS, context)
  }

  async function passOf(draft: Draft): Promise<Pass | undefined> {
    const unit = draft.unit === null ? undefined : await units.byId(draft.unit)
    if (!unit && draft.unit !== null) return undefined
    const version = await catalogue.find(draft.version)
    if (!version) return undefined
    const form = await formOf(version, unit, draft)
    return { draft, info: version.survey, isTrial: version.number === 0, unit, form }
  }

  /** Whether a survey can be begun by this person now; why not, if not. */
  function closed(person: number, { survey, number }: SurveyVersion, unit: Unit | undefined) {
    if (number === 0) return mayTry(person) ? undefined : 'closed'
    return closedBecause(survey, todayAt(unit))
  }

  return { todayAt, occasionAt, versionOf, formOf, passOf, closed }
}
