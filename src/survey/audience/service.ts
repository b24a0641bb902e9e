import type { Clock } from '../../clock.ts'
import type { Units } from '../../unit/service.ts'
import type { Unit } from '../../unit/unit.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Survey } from '../definition/survey.ts'
import { interview } from '../interview/interview.ts'
import { surveyPasses } from '../passes.ts'
import type { Occasion, Respondents } from '../respondent.ts'
import { closedBecause, type SurveyInfo } from '../surveyInfo.ts'
import type { AnswerStateStore } from './store.ts'

export type SurveyAudience = ReturnType<typeof surveyAudience>

/** A survey as somebody is told of it who is invited. */
export interface InvitedTo {
  info: SurveyInfo
  survey: Survey
  unit?: Unit
  /** How many questions are asked of somebody who has answered none. */
  questions: number
}

/** Names worked out at a time, so that nobody's answer waits for thousands of them. */
const AT_ONCE = 500

/**
 * How many people stand towards a survey in its present period. It is worked out from people to responses, never the
 * other way: what is stored does not name them.
 */
export function surveyAudience(parts: {
  store: AnswerStateStore
  catalogue: Catalogue
  respondents: Respondents
  units: Units
  clock: Clock
  timeZone: string
}) {
  const { store, catalogue, respondents, units } = parts
  const passes = surveyPasses({ ...parts, mayTry: () => false })

  async function occasionsOf(code: string, unitId: number | undefined): Promise<Occasion[]> {
    const version = await catalogue.newest(code)
    if (!version) return []
    if (!version.survey.isPerUnit) return [passes.occasionAt(undefined, version).occasion]
    const all = await units.all()
    const about = unitId === undefined ? all : all.filter(({ id }) => id === unitId)
    return about.map((unit) => passes.occasionAt(unit, version).occasion)
  }

  async function invitedTo(code: string, unitId?: number): Promise<InvitedTo | undefined> {
    const version = await catalogue.newest(code)
    if (!version) return undefined
    const unit = unitId === undefined || !version.survey.isPerUnit ? undefined : await units.byId(unitId)
    const form = await passes.formOf(version, unit)
    const first = interview(form)
    const questions = 'of' in first ? first.of : 0
    return { info: version.survey, survey: form.survey, questions, ...(unit && { unit }) }
  }

  return {
    /**
     * Those of these people who have answered a survey in its present period, about the unit or about any.
     * Of a survey that may be answered as often as one likes nobody knows.
     */
    async answered(people: readonly number[], code: string, unit?: number): Promise<Set<number>> {
      const occasions = await occasionsOf(code, unit)
      const found = new Set<number>()
      const each = Math.max(1, Math.floor(AT_ONCE / Math.max(1, occasions.length)))
      for (let first = 0; first < people.length; first += each) {
        const names = new Map(
          people
            .slice(first, first + each)
            .flatMap((person) =>
              occasions.map((occasion) => [respondents.respondent(person, occasion), person] as const),
            ),
        )
        for (const name of await store.finished([...names.keys()])) found.add(names.get(name) ?? 0)
      }
      return found
    },

    /** Those of these people who have begun to answer a survey and not handed it in. */
    async unfinished(people: readonly number[], code: string): Promise<Set<number>> {
      const version = await catalogue.newest(code)
      if (!version) return new Set()
      const names = new Map(people.map((person) => [respondents.person(person), person]))
      const found = await store.unfinished([...names.keys()], version.survey.id)
      return new Set([...found].map((name) => names.get(name) ?? 0))
    },

    /** What people are invited to, about a unit that is there or none; nothing when it was never published. */
    invitedTo,

    /** Whether people can begin to answer a survey on a day; today when absent. */
    isOpen: (info: SurveyInfo, day = passes.todayAt(undefined)): boolean =>
      closedBecause(info, day) === undefined,

    /** Surveys that are open now or will be, the newest first. */
    open: async (): Promise<InvitedTo[]> => {
      const versions = [...(await catalogue.open())].reverse()
      const all = await Promise.all(versions.map(({ survey }) => invitedTo(survey.code)))
      return all.filter((each) => each !== undefined)
    },
  }
}
