import type { Clock } from '../clock.ts'
import type { Units } from '../unit/service.ts'
import type { Unit } from '../unit/unit.ts'
import type { Catalogue } from './catalogue.ts'
import type { Survey } from './definition/survey.ts'
import type { Actor, Drafts, DraftVersion } from './drafts.ts'
import { at, draftTurns, standingOf } from './draftTurns.ts'
import { interview } from './interview/interview.ts'
import type { Item } from './interview/nodes.ts'
import { type InvitationCount, invitedResponses } from './invitedResponses.ts'
import { keptAnswers } from './keptAnswers.ts'
import { surveyPasses, type Visit } from './passes.ts'
import type { Quotas } from './quota/quotas.ts'
import { type Occasion, randomId } from './respondent.ts'
import type { SurveyStore } from './store.ts'
import { surveyAnswering } from './surveyAnswering.ts'
import { closedBecause, type SurveyVersion } from './surveyInfo.ts'
import type { Opening, Pass, Turn } from './turn.ts'

export type Surveys = ReturnType<typeof surveyService>

/** Conversations about surveys: one use case a function. Nothing here knows of chats or buttons. */
export function surveyService(parts: {
  store: SurveyStore
  drafts: Drafts
  catalogue: Catalogue
  units: Units
  clock: Clock
  timeZone: string
  quotas: Quotas
  /** Who may try what is not published; nobody when absent. */
  mayTry?: (person: number) => boolean
  /** Files were handed in, which are still where Telegram keeps them. */
  onFiles?: () => void
  /** Counts what comes of invitations; nobody when absent. */
  invitations?: InvitationCount
}) {
  const { store, drafts, catalogue, units, quotas, clock, timeZone } = parts
  const { mayTry = () => false, onFiles = () => {} } = parts
  const passes = surveyPasses({ catalogue, units, clock, timeZone, mayTry })
  const { todayAt, occasionAt, versionOf, formOf, passOf, closed } = passes
  const turns = draftTurns(drafts, passOf)
  const invited = invitedResponses(
    store,
    parts.invitations ?? { counts: async () => false, counted: async () => {} },
  )
  const answering = surveyAnswering({ store, drafts, turns, quotas })

  /** Whether this person may not answer (again) on this occasion, by the rule that the survey has now. */
  const isUsedUp = async (person: number, { survey }: SurveyVersion, occasion: Occasion) =>
    survey.participation !== 'unlimited' && (await drafts.hasFinished(person, occasion))

  return {
    ...answering,

    /** How a visit begins: with a greeting, an unfinished draft, or thanks for an earlier response. */
    async open(person: number, visit: Visit): Promise<Opening> {
      const version = await versionOf(visit)
      if (!version) return { type: 'no-survey' }
      const { survey: info } = version
      const unit = info.isPerUnit ? visit.unit : undefined
      if (lacksUnit(version, unit)) return { type: 'needs-unit' }
      const { occasion, period } = occasionAt(unit, version)
      if (await isUsedUp(person, version, occasion))
        return { type: 'already', info, form: await formOf(version, unit), unit, period }
      const draft = await drafts.on(person, occasion)
      const pass = draft && (await passOf(draft))
      if (pass) return { type: 'unfinished', pass, interview: standingOf(pass) }
      const why = closed(person, version, unit)
      if (why) return { type: 'closed', why }
      const form = await formOf(version, unit)
      const first = interview(form)
      const questions = 'of' in first ? first.of : 0
      return { type: 'greeting', info, isTrial: version.number === 0, form, unit, questions }
    },

    /**
     * The surveys that people can come to by themselves, about units or about the regency as a whole: what each is
     * called, by language.
     */
    async offered(isPerUnit: boolean): Promise<{ code: string; survey: Survey }[]> {
      const today = todayAt(undefined)
      const open = (await catalogue.open()).filter(
        ({ survey }) => survey.isPerUnit === isPerUnit && closedBecause(survey, today) === undefined,
      )
      return Promise.all(
        open.map(async (version) => ({
          code: version.survey.code,
          survey: await catalogue.survey(version, undefined),
        })),
      )
    },

    /** The unfinished response that this person turned to last. */
    async unfinished(person: number): Promise<Pass | undefined> {
      const draft = await drafts.focused(person)
      const pass = draft && (await passOf(draft))
      if (pass || !draft) return pass
      drafts.forget(draft)
      const other = await drafts.focused(person)
      return other && passOf(other)
    },

    /** A draft of this person's as it is stored, whatever another instance has done to it; nothing when it is gone. */
    async resting(person: number, id: string): Promise<Pass | undefined> {
      const draft = await drafts.fresh(person, id)
      return draft && passOf(draft)
    },

    /** The question that this person is being asked, if any. */
    async presentQuestion(person: number): Promise<Item | undefined> {
      const pass = await this.unfinished(person)
      const now = pass && standingOf(pass)
      return now && 'ask' in now ? now.ask : undefined
    },

    /**
     * Consent was given: opens the draft and asks the first question, or goes on where an earlier one stopped.
     * @param isNamed what the person was told and agreed to; a survey that is not so (any more) does not begin
     * @param broadcast the invitation that the person followed
     */
    async begin({ person }: Actor, visit: Visit, isNamed = false, broadcast?: number): Promise<Turn> {
      const version = await versionOf(visit)
      if (!version) return { type: 'gone' }
      const unit = version.survey.isPerUnit ? visit.unit : undefined
      if (lacksUnit(version, unit)) return { type: 'gone' }
      const { occasion, period } = occasionAt(unit, version)
      if (await isUsedUp(person, version, occasion)) return { type: 'already' }
      const why = closed(person, version, unit)
      const isAgreed = version.number === 0 || version.survey.isNamed === isNamed
      // Who has begun may finish, whatever became of the survey meanwhile.
      if ((why || !isAgreed) && !(await drafts.on(person, occasion)))
        return why ? { type: 'closed', why } : { type: 'other-terms' }
      const pass = await passOf(await drafts.open(person, draftVersion(version), occasion, period))
      if (pass) await invited.begun(pass.draft, version.survey.code, broadcast)
      return pass ? at(pass) : { type: 'gone' }
    },

    /**
     * Throws the answers away and asks from the first question on; nothing when that draft is not there (any more).
     * Where nobody may begin now, the answers stay: they may still be finished.
     */
    async restart({ person }: Actor, id: string): Promise<Turn | undefined> {
      const draft = await drafts.fresh(person, id)
      const earlier = draft && (await passOf(draft))
      if (!earlier) return undefined
      const { info, unit, isTrial } = earlier
      const version = await versionOf({ survey: isTrial ? { trial: draft.version } : info.code })
      if (!version) return undefined
      const { occasion, period } = occasionAt(unit, version)
      const why = closed(person, version, unit)
      if (why) return { type: 'closed', why }
      if (await isUsedUp(person, version, occasion)) {
        await store.discard(draft.id)
        drafts.forget(draft)
        return { type: 'already' }
      }
      const pass = await passOf(await drafts.restart(person, draft, draftVersion(version), occasion, period))
      if (pass) await invited.restarted(draft, pass.draft)
      return pass && at(pass)
    },

    /** Throws the draft away with all its answers; false when it is not there (any more). */
    async discard({ person }: Actor, id: string): Promise<boolean> {
      const draft = await drafts.own(person, id)
      if (!draft) return false
      await store.discard(draft.id)
      drafts.forget(draft)
      return true
    },

    /**
     * Hands the response in: what is relevant is kept, without the person unless the survey is a named one;
     * everything else goes. Of a trial nothing is kept.
     */
    async submit(actor: Actor, id: string): Promise<Turn> {
      // What is handed in is what is stored, not what was at hand.
      return turns.within(actor, await drafts.fresh(actor.person, id), async (pass) => {
        if ('ask' in standingOf(pass)) return at(pass)
        const { draft, info, form, unit, isTrial } = pass
        drafts.forget(draft)
        if (isTrial) {
          await store.discard(draft.id)
          return { type: 'submitted', pass }
        }
        const response = {
          id: randomId(),
          version: draft.version,
          unit: unit?.id ?? null,
          period: draft.period,
          finishedOn: form.context.today,
          // Not the one it was held in: few people choose another, and their choice is stored with their name.
          language: form.survey.language,
          ...keptAnswers(form, info),
          ...(info.isNamed && { person: actor.person }),
        }
        const { files, ...rest } = response
        const about = { survey: info.id, unit: response.unit }
        const once =
          info.participation === 'unlimited'
            ? undefined
            : drafts.used(actor.person, about, draft.period, info.participation === 'once')
        const isNew = await store.finish(draft, rest, { once, files })
        // A second draft, begun before the survey was changed to be answered less often.
        if (!isNew) await store.discard(draft.id)
        if (isNew && files.length > 0) onFiles()
        if (isNew) await invited.finished(draft)
        if (isNew) quotas.finished(info, draft.period, rest.answers)
        return isNew ? { type: 'submitted', pass } : { type: 'already' }
      })
    },
  }
}

/** Whether nobody would know what the answers are about. Where no unit is known yet, a trial does without. */
const lacksUnit = ({ survey, number }: SurveyVersion, unit: Unit | undefined): boolean =>
  survey.isPerUnit && unit === undefined && number > 0

const draftVersion = ({ id, number }: SurveyVersion): DraftVersion => ({ id, isTrial: number === 0 })
