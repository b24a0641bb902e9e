import type { Clock } from '../clock.ts'
import type { Units } from '../unit/service.ts'
import type { Unit } from '../unit/unit.ts'
import type { Catalogue } from './catalogue.ts'
import type { Draft } from './draft.ts'
import type { Actor, Drafts } from './drafts.ts'
import { interview, questionBefore, relevantAnswers } from './interview.ts'
import { localDay, periodOf } from './period.ts'
import { readAnswer } from './readAnswer.ts'
import type { Input } from './reading.ts'
import { randomId } from './respondent.ts'
import type { PublishedVersion, SurveyStore } from './store.ts'
import type { Question } from './survey.ts'
import type { Opening, Pass, Turn } from './turn.ts'

export type Surveys = ReturnType<typeof surveyService>

/** The survey that every unit holds; which others there are comes with spreadsheets. */
const SATISFACTION = 'skm'

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
}) {
  const { store, drafts, catalogue, units, clock, timeZone } = parts

  const todayAt = (unit: Unit) => localDay(clock.now(), unit.timeZone ?? timeZone)
  const occasionAt = (unit: Unit, version: PublishedVersion) => ({
    survey: version.survey,
    unit: unit.id,
    period: periodOf(version.period, todayAt(unit)),
  })

  async function passOf(draft: Draft): Promise<Pass | undefined> {
    const unit = await units.byId(draft.unit)
    if (!unit) return undefined
    const survey = await catalogue.survey(await catalogue.version(draft.version), unit)
    return { draft, survey, unit, context: { today: todayAt(unit) } }
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
      if (!pass) return { type: 'gone' }
      await drafts.focus(actor.person, pass.draft)
      if (pass.draft.seen.has(actor.update)) return at(pass)
      const turn = await act(pass)
      if (turn) return turn
      found = await drafts.own(actor.person, pass.draft.id)
    }
    throw new Error('a draft is written to from too many places at once')
  }

  async function record(
    actor: Actor,
    pass: Pass,
    act: { path: string; value: string | null; reopens: boolean },
  ) {
    const written = await drafts.record(actor, pass.draft, act)
    return written ? { ...pass, draft: written } : undefined
  }

  async function answer(actor: Actor, pass: Pass, input: Input, asked?: number): Promise<Turn | undefined> {
    const now = here(pass)
    const isAsked = 'ask' in now && (asked === undefined || now.ask.index === asked)
    if (!isAsked) {
      const late = questionAt(pass, asked)
      const isDoubleTap = late !== undefined && late.path === pass.draft.lastPath
      return { type: 'stale', pass, interview: now, question: late, isDoubleTap }
    }
    const question = now.ask
    const reading = readAnswer(pass.survey, question, input, pass.draft, pass.context)
    if ('problem' in reading) return { type: 'problem', pass, question, problem: reading }
    const { value, stays: reopens = false } = reading
    const after = await record(actor, pass, { path: question.path, value, reopens })
    if (!after) return undefined
    if (reopens) {
      const choice = input.type === 'choice' ? input.index : undefined
      return { type: 'ticked', pass: after, interview: here(after), choice }
    }
    return { type: 'answered', pass: after, question, value, interview: here(after) }
  }

  async function reopen(
    actor: Actor,
    id: string,
    choose: (pass: Pass) => Question | undefined,
  ): Promise<Turn> {
    return within(actor, await drafts.own(actor.person, id), async (pass) => {
      const question = choose(pass)
      if (!question) return at(pass)
      const value = pass.draft.values.get(question.path) ?? null
      const after = await record(actor, pass, { path: question.path, value, reopens: true })
      return after && at(after)
    })
  }

  return {
    /** How a visit to a unit begins: with a greeting, an unfinished draft, or thanks for an earlier response. */
    async open(person: number, unit: Unit): Promise<Opening> {
      const version = await catalogue.newest(SATISFACTION)
      if (!version) return { type: 'no-survey' }
      const occasion = occasionAt(unit, version)
      if (await drafts.hasFinished(person, occasion))
        return { type: 'already', unit, period: occasion.period }
      const draft = await drafts.on(person, occasion)
      const pass = draft && (await passOf(draft))
      if (pass) return { type: 'unfinished', pass, interview: here(pass) }
      const first = interview(
        await catalogue.survey(version, unit),
        { values: new Map() },
        { today: todayAt(unit) },
      )
      return { type: 'greeting', unit, questions: 'of' in first ? first.of : 0 }
    },

    /** The unfinished response that this person turned to last. */
    async unfinished(person: number): Promise<Pass | undefined> {
      const draft = await drafts.focused(person)
      return draft && passOf(draft)
    },

    /** Consent was given: opens the draft and asks the first question, or goes on where an earlier one stopped. */
    async begin({ person }: Actor, unit: Unit): Promise<Turn> {
      const version = await catalogue.newest(SATISFACTION)
      if (!version) return { type: 'gone' }
      const occasion = occasionAt(unit, version)
      if (await drafts.hasFinished(person, occasion)) return { type: 'already' }
      const pass = await passOf(await drafts.open(person, version.id, occasion))
      return pass ? at(pass) : { type: 'gone' }
    },

    /** An answer by a button of this very question. */
    async answerButton(
      actor: Actor,
      asked: { draft: string; question: number },
      input: Input,
    ): Promise<Turn> {
      const draft = await drafts.own(actor.person, asked.draft)
      return within(actor, draft, (pass) => answer(actor, pass, input, asked.question))
    },

    /** An answer by typing, or anything else that was sent, to the question that is being asked. */
    async answerMessage(actor: Actor, input: Input): Promise<Turn> {
      return within(actor, await drafts.focused(actor.person), (pass) => answer(actor, pass, input))
    },

    /** Back to the question before the one whose button was pressed. */
    back: (actor: Actor, id: string, from: number) =>
      reopen(actor, id, (pass) =>
        questionBefore(pass.survey, pass.draft, pass.context, questionAt(pass, from)?.path),
      ),

    /** From the review to one of its questions. */
    change: (actor: Actor, id: string, question: number) =>
      reopen(actor, id, (pass) => questionAt(pass, question)),

    /** Where the draft stands; typed answers belong to it from now on. */
    async resume(actor: Actor, id: string): Promise<Turn> {
      return within(actor, await drafts.fresh(actor.person, id), async (pass) => at(pass))
    },

    /** Throws the answers away and asks from the first question on; nothing when that draft is not there (any more). */
    async restart({ person }: Actor, id: string): Promise<Turn | undefined> {
      const draft = await drafts.own(person, id)
      const unit = draft && (await units.byId(draft.unit))
      const version = await catalogue.newest(SATISFACTION)
      if (!unit || !version) return undefined
      const occasion = occasionAt(unit, version)
      if (await drafts.hasFinished(person, occasion)) {
        await store.discard(draft.id)
        drafts.forget(person, draft)
        return { type: 'already' }
      }
      const pass = await passOf(await drafts.restart(person, draft, version.id, occasion))
      return pass && at(pass)
    },

    /** Throws the draft away with all its answers; gives the unit it was about. */
    async discard({ person }: Actor, id: string): Promise<Unit | undefined> {
      const draft = await drafts.own(person, id)
      if (!draft) return undefined
      await store.discard(draft.id)
      drafts.forget(person, draft)
      return units.byId(draft.unit)
    },

    /** Hands the response in: what is relevant is kept without the person, everything else goes. */
    async submit(actor: Actor, id: string): Promise<Turn> {
      // What is handed in is what is stored, not what was at hand.
      return within(actor, await drafts.fresh(actor.person, id), async (pass) => {
        if ('ask' in here(pass)) return at(pass)
        const { draft, survey, unit, context } = pass
        const kept = relevantAnswers(survey, draft, context)
        const isNew = await store.finish(draft, {
          id: randomId(),
          version: draft.version,
          unit: unit.id,
          period: draft.period,
          finishedOn: context.today,
          // Not the one it was held in: few people choose another, and their choice is stored with their name.
          language: survey.language,
          answers: Object.fromEntries(kept.map(({ question, value }) => [question.path, value])),
        })
        drafts.forget(actor.person, draft)
        return isNew ? { type: 'submitted', unit } : { type: 'already' }
      })
    },
  }
}

const here = ({ survey, draft, context }: Pass) => interview(survey, draft, context)
const at = (pass: Pass): Turn => ({ type: 'at', pass, interview: here(pass) })

/** The question at a place that a button names, if it is one that people answer. */
function questionAt({ survey }: Pass, index: number | undefined): Question | undefined {
  const question = index === undefined ? undefined : survey.questions[index]
  return question && question.definition.type !== 'note' && !question.calculation ? question : undefined
}
