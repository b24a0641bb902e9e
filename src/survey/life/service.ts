import type { Clock } from '../../clock.ts'
import { localDay } from '../../localTime.ts'
import type { SpreadsheetProblem } from '../../spreadsheet/spreadsheetProblem.ts'
import type { Catalogue } from '../catalogue.ts'
import { contextAt } from '../contextAt.ts'
import { compileSurvey } from '../definition/compileSurvey.ts'
import type { Definition } from '../definition/definition.ts'
import { storedDefinition } from '../definition/earlierDefinition.ts'
import type { Survey } from '../definition/survey.ts'
import { wordsIn } from '../definition/words.ts'
import type { SurveyMedia } from '../media/service.ts'
import { periodOf } from '../period.ts'
import type { Quotas } from '../quota/quotas.ts'
import type { Quota, SurveyStatus } from '../surveyInfo.ts'
import { checkForm } from '../xlsform/checkForm.ts'
import type { FormProblem } from '../xlsform/formProblem.ts'
import { changesBetween } from './changesBetween.ts'
import type { KeptSurvey, SurveySettings, VersionStore } from './store.ts'
import type { SurveyChange } from './surveyChange.ts'
import { surveyCodeFor } from './surveyCodeFor.ts'

export type SurveyLife = ReturnType<typeof surveyLife>

/** A survey as its admins see it. */
export interface SurveyCard extends KeptSurvey {
  title: string
  responses: number
  /** What publishing the trial would change; absent without a trial, or before the first version. */
  changes?: SurveyChange[]
}

/** What became of a spreadsheet that an admin sent. */
export type Uploaded =
  | { type: 'unreadable'; problem: SpreadsheetProblem }
  | { type: 'faulty'; problems: FormProblem[] }
  | { type: 'kept'; problems: FormProblem[]; card: SurveyCard }

/** Tries when several admins change the same survey at once. */
const MOST_TRIES = 5

/** What an admin may do with a survey, and from which states. */
const STEPS = {
  pause: { from: ['open'], to: 'paused' },
  resume: { from: ['paused', 'closed'], to: 'open' },
  close: { from: ['open', 'paused'], to: 'closed' },
  archive: { from: ['closed'], to: 'archived' },
} as const satisfies Record<string, { from: readonly SurveyStatus[]; to: SurveyStatus }>

export type LifeStep = keyof typeof STEPS

/** The life of surveys: sent as a spreadsheet, tried, published, opened and closed. Rights are the caller's to check. */
export function surveyLife(parts: {
  store: VersionStore
  catalogue: Catalogue
  quotas: Quotas
  clock: Clock
  timeZone: string
  /** The files that its words name go with it. */
  media?: Pick<SurveyMedia, 'discardTrial'>
}) {
  const { store, catalogue, quotas, clock, timeZone, media } = parts

  async function cardOf(survey: KeptSurvey): Promise<SurveyCard> {
    const { trial, newest } = survey
    const shown = storedDefinition((trial ?? newest)?.definition)
    const changes = trial && newest && changesBetween(storedDefinition(newest.definition), shown)
    return {
      ...survey,
      title: titleOf(shown),
      responses: await store.responseCount(survey.info.code),
      ...(changes && { changes }),
    }
  }

  async function card(code: string): Promise<SurveyCard | undefined> {
    const survey = await store.survey(code)
    return survey && (survey.trial ?? survey.newest) ? cardOf(survey) : undefined
  }

  return {
    card,

    /** The day it is in the regency. */
    today: () => localDay(clock.now(), timeZone),

    /** What a survey asks, ready to be looked at: the published version, else the one being tried. */
    compiled({ newest, trial }: SurveyCard): Survey | undefined {
      const version = newest ?? trial
      return version && compileSurvey(storedDefinition(version.definition))
    },

    /** The answers of which only so many are wanted, and how many there are in the present period. */
    async quotas(code: string): Promise<{ quotas: readonly Quota[]; counts: number[] }> {
      const survey = await store.survey(code)
      if (!survey) return { quotas: [], counts: [] }
      const { info } = survey
      const period = periodOf(info.period, localDay(clock.now(), timeZone))
      const counts = await Promise.all(info.quotas.map((quota) => quotas.count(info, period, quota)))
      return { quotas: info.quotas, counts }
    },

    /**
     * Changes which answers are limited. When another admin has changed them meanwhile, it is done anew on what is
     * there now.
     */
    async changeQuotas(code: string, change: (quotas: readonly Quota[]) => readonly Quota[]): Promise<void> {
      let isDone = false
      for (let tries = 0; tries < MOST_TRIES && !isDone; tries++) {
        const survey = await store.survey(code)
        if (!survey) return
        const { quotas: seen } = survey.info
        isDone = await store.change(code, { quotas: seen }, { quotas: change(seen) })
      }
      if (!isDone) throw new Error('the quotas of a survey are changed from too many places at once')
      catalogue.forget()
    },

    /** Every survey that is not archived, with its title. */
    async list(): Promise<{ code: string; title: string; status: SurveyStatus; isTried: boolean }[]> {
      const surveys = await store.surveys()
      return surveys.flatMap(({ info, trial, newest }) => {
        const version = newest ?? trial
        if (!version) return []
        const title = titleOf(storedDefinition(version.definition))
        return [{ code: info.code, title, status: info.status, isTried: trial !== undefined }]
      })
    },

    /** Checks a spreadsheet and, unless it has errors, keeps it to be tried by whoever sent it. */
    async upload(author: number, bytes: Uint8Array, name: string): Promise<Uploaded> {
      const context = contextAt(clock.now(), timeZone, name, '')
      const checked = await checkForm(bytes, context, name.replace(/\.\w{1,5}$/, ''))
      if ('problem' in checked) return { type: 'unreadable', problem: checked.problem }
      const { definition, survey, problems } = checked
      if (!definition || !survey) return { type: 'faulty', problems }
      const code = surveyCodeFor(definition.settings.form_id ?? titleOf(definition))
      await store.saveTrial(code, definition, author)
      catalogue.forget()
      return { type: 'kept', problems, card: (await card(code)) as SurveyCard }
    },

    /** Publishes what is being tried; nothing when nothing is, or when it changes nothing. */
    async publish(
      code: string,
    ): Promise<{ number: number; changes: SurveyChange[] } | 'unchanged' | undefined> {
      const found = await card(code)
      if (!found?.trial) return undefined
      const { changes = [], newest } = found
      if (newest && changes.length === 0) return 'unchanged'
      const number = await store.publishTrial(code, localDay(clock.now(), timeZone), changes)
      catalogue.forget()
      return number === undefined ? undefined : { number, changes }
    },

    async discardTrial(code: string): Promise<void> {
      const survey = await store.survey(code)
      if (survey) await media?.discardTrial(survey.info.id)
      await store.discardTrial(code)
      catalogue.forget()
    },

    /** Takes a step in a survey's life; false when it is not in a state to take it from. */
    async take(code: string, step: LifeStep): Promise<boolean> {
      const survey = await store.survey(code)
      const { from, to } = STEPS[step]
      if (!survey || !from.some((status) => status === survey.info.status)) return false
      const isDone = await store.change(code, { status: survey.info.status }, { status: to })
      catalogue.forget()
      return isDone
    },

    /**
     * Changes settings. Whether people are named, and what they are asked about, cannot change any more once somebody
     * has begun to answer: they agreed to the one or the other.
     */
    async set(code: string, settings: Omit<SurveySettings, 'status'>): Promise<'set' | 'has_begun' | 'gone'> {
      const survey = await store.survey(code)
      if (!survey) return 'gone'
      const { isNamed, isPerUnit } = { ...survey.info, ...settings }
      const isDeep = isNamed !== survey.info.isNamed || isPerUnit !== survey.info.isPerUnit
      if (isDeep && (await store.hasBegun(code))) return 'has_begun'
      await store.change(code, {}, settings)
      catalogue.forget()
      return 'set'
    },
  }
}

const titleOf = ({ settings }: Definition): string =>
  wordsIn(settings.title, settings.default_language, settings.default_language) ?? ''
