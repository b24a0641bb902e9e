import type { Clock } from '../clock.ts'
import { localDay } from '../localTime.ts'
import type { Units } from '../unit/service.ts'
import type { Unit } from '../unit/unit.ts'
import { readAnswer } from './answer/readAnswer.ts'
import type { Input } from './answer/reading.ts'
import type { Attachment } from './attachment/attachment.ts'
import type { Catalogue } from './catalogue.ts'
import { contextAt } from './contextAt.ts'
import type { Survey } from './definition/survey.ts'
import type { Draft } from './draft.ts'
import type { Actor, Drafts } from './drafts.ts'
import { hiddenItems } from './hiddenItems.ts'
import { type Act, perform } from './interview/answering.ts'
import { NO_ANSWERS } from './interview/answers.ts'
import { Form } from './interview/form.ts'
import { interview, itemBefore } from './interview/interview.ts'
import { newestInstance } from './interview/newestInstance.ts'
import type { Item } from './interview/nodes.ts'
import { itemAt } from './interview/place.ts'
import { removeNewest } from './interview/removeNewest.ts'
import { keptAnswers } from './keptAnswers.ts'
import { periodOf } from './period.ts'
import type { Quotas } from './quota/quotas.ts'
import { randomId } from './respondent.ts'
import type { SurveyStore } from './store.ts'
import { closedBecause, type SurveyVersion } from './surveyInfo.ts'
import type { Opening, Pass, Turn } from './turn.ts'

export type Surveys = ReturnType<typeof surveyService>

/** What somebody comes to: a survey, about a unit or about the regency as a whole. */
export interface Visit {
  /** The published survey of this code, or a version that is being tried. */
  survey: string | { trial: number }
  unit?: Unit | undefined
}

/** Tries when two writers want the same position in a draft. */
const MOST_TRIES = 5

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
}) {
  const { store, drafts, catalogue, units, quotas, clock, timeZone } = parts
  const { mayTry = () => false, onFiles = () => {} } = parts

  const zoneOf = (unit: Unit | undefined) => unit?.timeZone ?? timeZone
  const todayAt = (unit: Unit | undefined) => localDay(clock.now(), zoneOf(unit))

  function occasionAt(unit: Unit | undefined, { survey, number, id }: SurveyVersion) {
    const period = periodOf(survey.period, todayAt(unit))
    // A trial is no occasion of the survey: it neither finds its drafts nor uses up the one response.
    const counted = number === 0 ? `trial ${id}` : survey.participation === 'once' ? 'once' : period
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

  /**
   * Does something in a draft that is this person's own; what was done by the same update before is not done again.
   * When another instance has written meanwhile, it is decided anew on what is there now.
   */
  async function within(
    actor: Actor,
    draft: Draft | undefined,
    act: (pass: Pass) => Promise<Turn | undefined>,
  ): Promise<Turn> {
    let found = draft
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const pass = found && (await passOf(found))
      if (!pass) {
        // What was tried has been published or replaced: its drafts went with it.
        if (found) drafts.forget(actor.person, found)
        return { type: 'gone' }
      }
      await drafts.focus(actor.person, pass.draft)
      if (pass.draft.seen.has(actor.update)) return at(pass)
      const turn = await act(pass)
      if (turn) return turn
      found = await drafts.own(actor.person, pass.draft.id)
    }
    throw new Error('a draft is written to from too many places at once')
  }

  /** Stores an act with all that follows from it. */
  async function record(
    actor: Actor,
    pass: Pass,
    act: Act,
    attachment?: Attachment,
  ): Promise<Pass | undefined> {
    const performed = perform(pass.form, act)
    const draft = await drafts.record(actor, pass.draft, performed.act, attachment)
    return draft && { ...pass, draft, form: performed.form }
  }

  /** Whether enough people have given this answer. Most surveys want as many as come. */
  async function isEnough({ info, isTrial, draft }: Pass, { row }: Item, value: string): Promise<boolean> {
    if (info.quotas.length === 0 || isTrial) return false
    return quotas.isFull(info, draft.period, row.path, value)
  }

  async function answer(actor: Actor, pass: Pass, input: Input, asked?: string): Promise<Turn | undefined> {
    const now = here(pass)
    const late = asked === undefined ? undefined : itemAt(pass.form, asked)
    const isAsked = 'ask' in now && (asked === undefined || now.ask === late)
    if (!isAsked) {
      const isDoubleTap = late !== undefined && late.path === pass.draft.lastPath
      return { type: 'stale', pass, interview: now, item: late, isDoubleTap }
    }
    const item = now.ask
    const reading = readAnswer(pass.form, item, input)
    if ('problem' in reading) return { type: 'problem', pass, item, problem: reading }
    const { value, stays: reopens = false } = reading
    if (!reopens && (await isEnough(pass, item, value))) {
      await store.discard(pass.draft.id)
      drafts.forget(actor.person, pass.draft)
      return { type: 'full', pass, item, value }
    }
    // Where the words below a photo are the answer, the photo is none.
    const isFile = input.type === 'file' && input.attachment.name === value
    const attachment = isFile ? input.attachment : undefined
    const after = await record(actor, pass, { path: item.path, value, reopens }, attachment)
    if (!after) return undefined
    if (reopens) {
      const choice = input.type === 'choice' ? input.index : undefined
      return { type: 'ticked', pass: after, interview: here(after), choice, isTyped: input.type === 'text' }
    }
    const hidden = hiddenItems(pass.form, after.form)
    return { type: 'answered', pass: after, item, value, interview: here(after), hidden }
  }

  async function reopen(actor: Actor, id: string, choose: (pass: Pass) => Item | undefined): Promise<Turn> {
    return within(actor, await drafts.own(actor.person, id), async (pass) => {
      const item = choose(pass)
      if (!item) return at(pass)
      const value = pass.draft.values.get(item.path) ?? null
      const after = await record(actor, pass, { path: item.path, value, reopens: true })
      return after && at(after)
    })
  }

  return {
    /** How a visit begins: with a greeting, an unfinished draft, or thanks for an earlier response. */
    async open(person: number, visit: Visit): Promise<Opening> {
      const version = await versionOf(visit)
      if (!version) return { type: 'no-survey' }
      const { survey: info } = version
      const unit = info.isPerUnit ? visit.unit : undefined
      if (lacksUnit(version, unit)) return { type: 'needs-unit' }
      const { occasion, period } = occasionAt(unit, version)
      if (await drafts.hasFinished(person, occasion))
        return { type: 'already', info, form: await formOf(version, unit), unit, period }
      const draft = await drafts.on(person, occasion)
      const pass = draft && (await passOf(draft))
      if (pass) return { type: 'unfinished', pass, interview: here(pass) }
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
      drafts.forget(person, draft)
      const other = await drafts.focused(person)
      return other && passOf(other)
    },

    /** The question that this person is being asked, if any. */
    async presentQuestion(person: number): Promise<Item | undefined> {
      const pass = await this.unfinished(person)
      const now = pass && here(pass)
      return now && 'ask' in now ? now.ask : undefined
    },

    /**
     * Consent was given: opens the draft and asks the first question, or goes on where an earlier one stopped.
     * @param isNamed what the person was told and agreed to; a survey that is not so (any more) does not begin
     */
    async begin({ person }: Actor, visit: Visit, isNamed = false): Promise<Turn> {
      const version = await versionOf(visit)
      if (!version) return { type: 'gone' }
      const unit = version.survey.isPerUnit ? visit.unit : undefined
      if (lacksUnit(version, unit)) return { type: 'gone' }
      const { occasion, period } = occasionAt(unit, version)
      if (await drafts.hasFinished(person, occasion)) return { type: 'already' }
      const why = closed(person, version, unit)
      const isAgreed = version.number === 0 || version.survey.isNamed === isNamed
      // Who has begun may finish, whatever became of the survey meanwhile.
      if ((why || !isAgreed) && !(await drafts.on(person, occasion)))
        return why ? { type: 'closed', why } : { type: 'other-terms' }
      const pass = await passOf(await drafts.open(person, version.id, occasion, period))
      return pass ? at(pass) : { type: 'gone' }
    },

    /** An answer by a button of this very question. */
    async answerButton(
      actor: Actor,
      asked: { draft: string; question: string },
      input: Input,
    ): Promise<Turn> {
      const draft = await drafts.own(actor.person, asked.draft)
      return within(actor, draft, (pass) => answer(actor, pass, input, asked.question))
    },

    /** An answer by typing, or anything else that was sent, to the question that is being asked. */
    async answerMessage(actor: Actor, input: Input): Promise<Turn> {
      return within(actor, await drafts.focused(actor.person), (pass) => answer(actor, pass, input))
    },

    /**
     * Takes the last instance of a repeat away.
     * @param count how many there were when it was asked for: a second tap takes no second one
     */
    async removeInstance(actor: Actor, id: string, question: string, count: number): Promise<Turn> {
      return within(actor, await drafts.own(actor.person, id), async (pass) => {
        const { form } = pass
        const now = here(pass)
        const series = itemAt(form, question)
        const asked = 'ask' in now ? now.ask : undefined
        const isThere = series !== undefined && series === asked
        const isInside = asked !== undefined && newestInstance(form, asked)?.series === series
        if (series?.kind !== 'series' || series.instances().length !== count || !(isThere || isInside))
          return { type: 'stale', pass, interview: now, item: undefined, isDoubleTap: true }
        const after = await record(actor, pass, removeNewest(form, series, isThere))
        return after && at(after)
      })
    },

    /** Where the draft stands, to look at another part of the same question: nothing is read again. */
    async look(actor: Actor, id: string): Promise<Turn> {
      return within(actor, await drafts.own(actor.person, id), async (pass) => at(pass))
    },

    /** Back to the question before the one whose button was pressed. */
    back: (actor: Actor, id: string, from: string) =>
      reopen(actor, id, ({ form }) => itemBefore(form, itemAt(form, from))),

    /** From the review to one of its questions. */
    change: (actor: Actor, id: string, question: string) =>
      reopen(actor, id, ({ form }) => itemAt(form, question)),

    /** Where the draft stands; typed answers belong to it from now on. */
    async resume(actor: Actor, id: string): Promise<Turn> {
      return within(actor, await drafts.fresh(actor.person, id), async (pass) => at(pass))
    },

    /**
     * Throws the answers away and asks from the first question on; nothing when that draft is not there (any more).
     * Where nobody may begin now, the answers stay: they may still be finished.
     */
    async restart({ person }: Actor, id: string): Promise<Turn | undefined> {
      const draft = await drafts.own(person, id)
      const earlier = draft && (await passOf(draft))
      if (!earlier) return undefined
      const { info, unit, isTrial } = earlier
      const version = await versionOf({ survey: isTrial ? { trial: draft.version } : info.code })
      if (!version) return undefined
      const { occasion, period } = occasionAt(unit, version)
      const why = closed(person, version, unit)
      if (why) return { type: 'closed', why }
      if (await drafts.hasFinished(person, occasion)) {
        await store.discard(draft.id)
        drafts.forget(person, draft)
        return { type: 'already' }
      }
      const pass = await passOf(await drafts.restart(person, draft, version.id, occasion, period))
      return pass && at(pass)
    },

    /** Throws the draft away with all its answers; false when it is not there (any more). */
    async discard({ person }: Actor, id: string): Promise<boolean> {
      const draft = await drafts.own(person, id)
      if (!draft) return false
      await store.discard(draft.id)
      drafts.forget(person, draft)
      return true
    },

    /**
     * Hands the response in: what is relevant is kept, without the person unless the survey is a named one;
     * everything else goes. Of a trial nothing is kept.
     */
    async submit(actor: Actor, id: string): Promise<Turn> {
      // What is handed in is what is stored, not what was at hand.
      return within(actor, await drafts.fresh(actor.person, id), async (pass) => {
        if ('ask' in here(pass)) return at(pass)
        const { draft, info, form, unit, isTrial } = pass
        drafts.forget(actor.person, draft)
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
        const isNew = await store.finish(draft, rest, {
          isOnce: info.participation !== 'unlimited',
          files,
        })
        if (isNew && files.length > 0) onFiles()
        if (isNew) quotas.finished(info, draft.period, rest.answers)
        return isNew ? { type: 'submitted', pass } : { type: 'already' }
      })
    },
  }
}

const here = ({ form }: Pass) => interview(form)
const at = (pass: Pass): Turn => ({ type: 'at', pass, interview: here(pass) })
/** Whether nobody would know what the answers are about. Where no unit is known yet, a trial does without. */
const lacksUnit = ({ survey, number }: SurveyVersion, unit: Unit | undefined): boolean =>
  survey.isPerUnit && unit === undefined && number > 0
