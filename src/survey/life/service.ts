import type { Clock } from '../../clock.ts'
import { localDay } from '../../localTime.ts'
import type { SpreadsheetProblem } from '../../spreadsheet/spreadsheetProblem.ts'
import type { Catalogue } from '../catalogue.ts'
import { contextAt } from '../contextAt.ts'
import { compileSurvey } from '../definition/compileSurvey.ts'
import { type Definition, type RowDefinition, UNIT_SERVICES } from '../definition/definition.ts'
import { storedDefinition } from '../definition/earlierDefinition.ts'
import type { Survey } from '../definition/survey.ts'
import { wordsIn } from '../definition/words.ts'
import { namedMedia } from '../media/namedMedia.ts'
import type { SurveyMedia } from '../media/service.ts'
import { periodOf } from '../period.ts'
import type { Quotas } from '../quota/quotas.ts'
import type { Quota, SurveyInfo, SurveyStatus } from '../surveyInfo.ts'
import { checkFormAside } from '../xlsform/checkFormAside.ts'
import type { FormProblem } from '../xlsform/formProblem.ts'
import { changesBetween } from './changesBetween.ts'
import type { KeptSurvey } from './keptSurvey.ts'
import { LIFE_STEPS, type LifeStep } from './lifeStep.ts'
import type { VersionStore } from './store.ts'
import type { SurveyChange } from './surveyChange.ts'
import { surveyCodeFor } from './surveyCodeFor.ts'
import type { SurveySettings } from './surveySettings.ts'

export type SurveyLife = ReturnType<typeof surveyLife>

/** A survey as its admins see it. */
export interface SurveyCard extends KeptSurvey {
  title: string
  responses: number
  /** What publishing the trial would change; absent without a trial, or before the first version. */
  changes?: SurveyChange[]
  /** Pictures, sounds and films that its words name and nobody has sent; absent when they name none. */
  missingMedia?: string[]
}

/** What became of a spreadsheet that an admin sent. */
export type Uploaded =
  | { type: 'unreadable'; problem: SpreadsheetProblem }
  | { type: 'faulty'; problems: FormProblem[] }
  /** It asks what the published version asks. */
  | { type: 'unchanged'; problems: FormProblem[]; card: SurveyCard }
  | { type: 'kept'; problems: FormProblem[]; card: SurveyCard }

/** Tries when several admins change the same survey at once. */
const MOST_TRIES = 5

/** A page of the list of surveys. */
export interface SurveyPage {
  surveys: { code: string; title: string; status: SurveyStatus; isTried: boolean }[]
  /** From 0. */
  page: number
  pages: number
  isArchive: boolean
}

/** Surveys listed at a time: a list that fits a small phone. */
const SURVEYS_A_PAGE = 8

/** The life of surveys: sent as a spreadsheet, tried, published, opened and closed. Rights are the caller's to check. */
export function surveyLife(parts: {
  store: VersionStore
  catalogue: Catalogue
  quotas: Quotas
  clock: Clock
  timeZone: string
  /** The files that its words name go with it. */
  media?: Pick<SurveyMedia, 'discardTrial' | 'missing'>
}) {
  const { store, catalogue, quotas, clock, timeZone, media } = parts

  async function cardOf(survey: KeptSurvey): Promise<SurveyCard> {
    const { trial, newest } = survey
    const version = trial ?? newest
    const shown = storedDefinition(version?.definition)
    const namesMedia = namedMedia(shown).size > 0
    const changes = trial && newest && changesBetween(storedDefinition(newest.definition), shown)
    if (changes && (await store.hasTrialMedia(survey.info.id))) changes.push({ type: 'media_changed' })
    return {
      ...survey,
      title: titleOf(shown),
      responses: await store.responseCount(survey.info.code),
      ...(changes && { changes }),
      ...(namesMedia && { missingMedia: (version && (await media?.missing(version))) ?? [] }),
    }
  }

  async function card(code: string): Promise<SurveyCard | undefined> {
    const survey = await store.survey(code)
    return survey && (survey.trial ?? survey.newest) ? cardOf(survey) : undefined
  }

  /** Throws away what is being tried, with the files sent for it. */
  async function discardTrial(code: string): Promise<void> {
    const survey = await store.survey(code)
    if (survey) await media?.discardTrial(survey.info.id)
    await store.discardTrial(code)
    await catalogue.forget()
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
      await catalogue.forget()
    },

    /** A page of the surveys with their titles, the newest first; the last one when there are fewer. */
    async list(wanted: number, isArchive = false): Promise<SurveyPage> {
      const which = isArchive ? 'archived' : 'others'
      const at = (page: number) => ({ first: page * SURVEYS_A_PAGE, most: SURVEYS_A_PAGE })
      const { count } = await store.surveys(which, { first: 0, most: 0 })
      const pages = Math.max(1, Math.ceil(count / SURVEYS_A_PAGE))
      const page = Math.min(wanted, pages - 1)
      const { surveys } = await store.surveys(which, at(page))
      const listed = surveys.flatMap(({ info, trial, newest }) => {
        const version = newest ?? trial
        if (!version) return []
        const title = titleOf(storedDefinition(version.definition))
        return [{ code: info.code, title, status: info.status, isTried: trial !== undefined }]
      })
      return { surveys: listed, page, pages, isArchive }
    },

    /** Checks a spreadsheet and, unless it has errors or changes nothing, keeps it to be tried by any admin. */
    async upload(author: number, bytes: Uint8Array, name: string): Promise<Uploaded> {
      const context = contextAt(clock.now(), timeZone, name, '')
      const checked = await checkFormAside(bytes, context, name.replace(/\.\w{1,5}$/, ''))
      if ('problem' in checked) return { type: 'unreadable', problem: checked.problem }
      const { definition, problems } = checked
      if (!definition) return { type: 'faulty', problems }
      const code = surveyCodeFor(definition.settings.form_id ?? titleOf(definition))
      const published = (await store.survey(code))?.newest
      // Of a form that names pictures, others may be sent, though it asks the same.
      const isSame =
        published &&
        namedMedia(definition).size === 0 &&
        changesBetween(storedDefinition(published.definition), definition).length === 0
      if (isSame) await discardTrial(code)
      else {
        const isPerUnit = asksForServices(definition.survey)
        await store.saveTrial(code, { definition, author, isPerUnit })
      }
      await catalogue.forget()
      return { type: isSame ? 'unchanged' : 'kept', problems, card: (await card(code)) as SurveyCard }
    },

    /** The survey of a version that is being tried. */
    async tried(id: number): Promise<SurveyInfo | undefined> {
      return (await catalogue.trial(id))?.survey
    },

    /**
     * Publishes the version that an admin tried and was told the changes of; nothing when it is not there any more,
     * because it was published or replaced, and when it changes nothing.
     */
    async publish(
      code: string,
      trial: number,
    ): Promise<{ number: number; changes: SurveyChange[] } | undefined> {
      const found = await card(code)
      if (found?.trial?.id !== trial) return undefined
      const { changes = [], newest } = found
      if (newest && changes.length === 0) return undefined
      const number = await store.publishTrial(trial, {
        after: newest?.number ?? 0,
        publishedOn: localDay(clock.now(), timeZone),
        changes,
      })
      await catalogue.forget()
      return number === undefined ? undefined : { number, changes }
    },

    discardTrial,

    /** Takes a step in a survey's life; false when it is not in a state to take it from. */
    async take(code: string, step: LifeStep): Promise<boolean> {
      const survey = await store.survey(code)
      const { from, to } = LIFE_STEPS[step]
      if (!survey || !from.some((status) => status === survey.info.status)) return false
      const isDone = await store.change(code, { status: survey.info.status }, { status: to })
      await catalogue.forget()
      return isDone
    },

    /**
     * Changes settings. Whether people are named, what they are asked about, and the periods that results are kept by
     * cannot change any more once somebody has begun to answer: they agreed to the one or the other, and their answers
     * count for a period.
     */
    async set(code: string, settings: Omit<SurveySettings, 'status'>): Promise<'set' | 'has_begun' | 'gone'> {
      const survey = await store.survey(code)
      if (!survey) return 'gone'
      const { isNamed, isPerUnit, period } = { ...survey.info, ...settings }
      const isDeep =
        isNamed !== survey.info.isNamed ||
        isPerUnit !== survey.info.isPerUnit ||
        period !== survey.info.period
      const isDone = isDeep
        ? await store.changeUnlessBegun(code, settings)
        : await store.change(code, {}, settings)
      await catalogue.forget()
      return isDone ? 'set' : 'has_begun'
    },
  }
}

/** Whether a question offers the services of a unit, which only a survey about units has. */
const asksForServices = (rows: readonly RowDefinition[]): boolean =>
  rows.some(
    (row) =>
      ('list' in row && row.list === UNIT_SERVICES) || ('children' in row && asksForServices(row.children)),
  )

const titleOf = ({ settings }: Definition): string =>
  wordsIn(settings.title, settings.default_language, settings.default_language) ?? ''
