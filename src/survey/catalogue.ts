import { LRUCache } from 'lru-cache'
import type { Units } from '../unit/service.ts'
import type { Unit } from '../unit/unit.ts'
import type { Choice, DefinitionInput } from './definition.ts'
import type { PeriodKind } from './period.ts'
import type { PublishedVersion, SurveyStore } from './store.ts'
import { compileSurvey, type Survey } from './survey.ts'

export type Catalogue = ReturnType<typeof surveyCatalogue>

/** How long a newly published version, or a change of a unit's services, may stay unseen elsewhere. */
const FRESH_MS = 60_000

/** Published versions, read and compiled once: they never change. */
export function surveyCatalogue(store: SurveyStore, units: Units) {
  const versions = new LRUCache<number, PublishedVersion>({ max: 100 })
  const newest = new LRUCache<string, PublishedVersion>({ max: 100, ttl: FRESH_MS })
  const compiled = new LRUCache<string, Survey>({ max: 500, ttl: FRESH_MS })

  return {
    /**
     * Publishes a survey that was never published. A version that is there stays the newest: an office may have
     * published its own.
     */
    async publishFirst(
      code: string,
      period: PeriodKind,
      definition: DefinitionInput,
    ): Promise<PublishedVersion> {
      const present = await store.newestVersion(code)
      if (present) return present
      await store.publish(code, period, definition)
      return (await store.newestVersion(code)) as PublishedVersion
    },

    /** The newest version of a survey, if it was ever published. */
    async newest(code: string): Promise<PublishedVersion | undefined> {
      const found = newest.get(code) ?? (await store.newestVersion(code))
      if (found) newest.set(code, found)
      return found
    },

    /** @throws when the version is not there: drafts refer only to versions that are */
    async version(id: number): Promise<PublishedVersion> {
      const found = versions.get(id) ?? (await store.version(id))
      if (!found) throw new Error(`survey version ${id} is missing`)
      versions.set(id, found)
      return found
    },

    /** The version as it is asked about one unit, whose services stand in for the list `unit_services`. */
    async survey(version: PublishedVersion, unit: Unit): Promise<Survey> {
      const key = `${version.id} ${unit.id}`
      const known = compiled.get(key)
      if (known) return known
      const survey = compileSurvey(version.definition, (await units.services(unit.id)).map(choiceOf))
      compiled.set(key, survey)
      return survey
    },
  }
}

const choiceOf = ({ code, name, isActive }: { code: string; name: string; isActive: boolean }): Choice => ({
  name: code,
  label: { id: name },
  ...(!isActive && { retired: true }),
})
