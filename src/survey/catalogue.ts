import { LRUCache } from 'lru-cache'
import { type News, NO_NEWS } from '../instance/news.ts'
import type { Units } from '../unit/service.ts'
import type { Unit } from '../unit/unit.ts'
import { compileSurvey } from './definition/compileSurvey.ts'
import type { Choice, Definition } from './definition/definition.ts'
import { storedDefinition } from './definition/earlierDefinition.ts'
import type { Survey } from './definition/survey.ts'
import type { VersionStore } from './life/store.ts'
import type { PeriodKind } from './period.ts'
import type { SurveyVersion } from './surveyInfo.ts'

export type Catalogue = ReturnType<typeof surveyCatalogue>

/** How long what a command has changed may stay unseen; instances tell each other. */
const FRESH_MS = 60_000

/** Published versions, read and compiled once: what they ask never changes. */
export function surveyCatalogue(store: VersionStore, units: Units, news: News = NO_NEWS) {
  const versions = new LRUCache<number, SurveyVersion>({ max: 100, ttl: FRESH_MS })
  const newest = new LRUCache<string, SurveyVersion>({ max: 100, ttl: FRESH_MS })
  const opened = new LRUCache<'all', readonly SurveyVersion[]>({ max: 1, ttl: FRESH_MS })
  const compiled = new LRUCache<string, Survey>({ max: 500, ttl: FRESH_MS })

  function forgetAll(): void {
    versions.clear()
    newest.clear()
    compiled.clear()
    opened.clear()
  }
  news.hear('surveys', forgetAll)
  news.hear('units', () => compiled.clear())

  /** A version, unless it was being tried and has vanished. */
  async function find(id: number): Promise<SurveyVersion | undefined> {
    const found = versions.get(id) ?? (await store.version(id))
    if (found) versions.set(id, found)
    return found
  }

  return {
    /**
     * Publishes a survey that was never published. A version that is there stays the newest: an office may have
     * published its own.
     */
    async publishFirst(code: string, period: PeriodKind, definition: Definition): Promise<SurveyVersion> {
      const present = await store.newestVersion(code)
      if (present) return present
      await store.publish(code, period, definition)
      return (await store.newestVersion(code)) as SurveyVersion
    },

    /** The newest version of a survey, if it was ever published. */
    async newest(code: string): Promise<SurveyVersion | undefined> {
      const found = newest.get(code) ?? (await store.newestVersion(code))
      if (found) newest.set(code, found)
      return found
    },

    /** Surveys that are open, by the order in which they were made; believed for a minute. */
    async open(): Promise<readonly SurveyVersion[]> {
      const known = opened.get('all')
      if (known) return known
      const found = await store.openSurveys()
      opened.set('all', found)
      return found
    },

    /** The version that is being tried, if it still is. */
    async trial(id: number): Promise<SurveyVersion | undefined> {
      const found = await store.version(id)
      return found?.number === 0 ? found : undefined
    },

    find,

    /** @throws when the version is not there: responses refer only to versions that are */
    async version(id: number): Promise<SurveyVersion> {
      const found = await find(id)
      if (!found) throw new Error(`survey version ${id} is missing`)
      return found
    },

    /** The version as it is asked about one unit, whose services stand in for the list `unit_services`. */
    async survey(version: SurveyVersion, unit: Unit | undefined): Promise<Survey> {
      const key = `${version.id} ${unit?.id ?? ''}`
      const known = compiled.get(key)
      if (known) return known
      const services = unit ? (await units.services(unit.id)).map(choiceOf) : []
      const survey = compileSurvey(storedDefinition(version.definition), services)
      compiled.set(key, survey)
      return survey
    },

    /** Forgets what is known of versions, here and in other instances, after one was published or a survey changed. */
    async forget(): Promise<void> {
      forgetAll()
      await news.tell('surveys')
    },
  }
}

const choiceOf = ({ code, name, isActive }: { code: string; name: string; isActive: boolean }): Choice => ({
  name: code,
  label: { default: name },
  ...(!isActive && { retired: true }),
})
