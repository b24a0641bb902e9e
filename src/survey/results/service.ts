import { setImmediate } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { Clock } from '../../clock.ts'
import { type News, NO_NEWS } from '../../instance/news.ts'
import { localDay } from '../../localTime.ts'
import type { Units } from '../../unit/service.ts'
import type { Unit } from '../../unit/unit.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Choice } from '../definition/definition.ts'
import { periodOf } from '../period.ts'
import type { SurveyInfo } from '../surveyInfo.ts'
import { type CrossTable, countCrossing } from './crossTable.ts'
import { type OpenStops, openStops } from './openStops.ts'
import { type ResultForm, type ResultQuestion, resultForm } from './resultForm.ts'
import { type Cell, cellsIn, responsesIn, type Selection } from './selection.ts'
import { RESPONSES_A_READ, type ResultStore, type StoredResponse } from './store.ts'
import { countResponses, type SurveyFigures } from './surveyFigures.ts'
import { type TextPage, textsOf } from './textPage.ts'

/** A response with the number of its version in place of the version's id, and without its own. */
export type ReadResponse = Omit<StoredResponse, 'id'>

export type Results = ReturnType<typeof surveyResults>

/** How long changed services of units may be unknown to results. */
const FRESH_MS = 60_000

/**
 * What was answered to any survey, for those who count it: never who, unless the survey is a named one. Responses are
 * read and counted a few hundred at a time, so that everybody else is answered in between.
 */
export function surveyResults(parts: {
  store: ResultStore
  catalogue: Catalogue
  units: Units
  clock: Clock
  timeZone: string
  news?: News
}) {
  const { store, catalogue, units, clock, timeZone, news = NO_NEWS } = parts
  const forms = new LRUCache<string, ResultForm>({ max: 50, ttl: FRESH_MS })
  for (const topic of ['surveys', 'units'] as const) news.hear(topic, () => forms.clear())
  const counted = new LRUCache<string, Counted>({ max: 100 })

  const presentPeriod = (info: SurveyInfo, unit?: Unit): string =>
    periodOf(info.period, localDay(clock.now(), unit?.timeZone ?? timeZone))

  async function cellsOf({ id }: SurveyInfo): Promise<Cell[]> {
    const versions = await store.versions(id)
    return (await Promise.all(versions.map((version) => store.cells(version)))).flat()
  }

  async function form({ info, unit }: Selection): Promise<ResultForm> {
    const ids = await store.versions(info.id)
    const key = `${ids.join()} ${unit?.id ?? ''}`
    const known = forms.get(key)
    if (known) return known
    const versions = await Promise.all(ids.map((id) => catalogue.version(id)))
    const asked = versions.map(async (version) => ({
      number: version.number,
      survey: await catalogue.survey(version, undefined),
    }))
    const made = resultForm(await Promise.all(asked), await servicesOf(unit))
    forms.set(key, made)
    return made
  }

  /** The services of a unit, or of all: one code stands for one service, whatever the unit. */
  async function servicesOf(unit: Unit | undefined): Promise<Choice[]> {
    const all = await Promise.all((unit ? [unit] : await units.all()).map(({ id }) => units.services(id)))
    return all.flat().map(({ code, name, isActive }) => ({
      name: code,
      label: { default: name },
      ...(!isActive && { retired: true as const }),
    }))
  }

  /** The responses of a selection as they are now, by their random ids: in no order that tells anything. */
  async function snapshot(selection: Selection): Promise<Snapshot> {
    const cells = cellsIn(await cellsOf(selection.info), selection)
    const ids: string[] = []
    for (const cell of cells) for (const id of await store.ids(cell)) ids.push(id)
    ids.sort()
    const numbers = new Map<number, number>()
    for (const { version } of cells)
      numbers.set(version, numbers.get(version) ?? (await catalogue.version(version)).number)
    return {
      n: ids.length,
      async *batches() {
        for (let first = 0; first < ids.length; first += RESPONSES_A_READ) {
          const some = await store.responses(ids.slice(first, first + RESPONSES_A_READ))
          yield some.map(({ id: _, ...each }) => ({ ...each, version: numbers.get(each.version) ?? 0 }))
          await setImmediate()
        }
      },
    }
  }

  async function count<T>(selection: Selection, counter: Counter, result: () => T): Promise<T> {
    const { batches } = await snapshot(selection)
    for await (const batch of batches()) counter.add(batch)
    return result()
  }

  /** Counts once, until there are more responses: those that are there never change. */
  async function once<T>(selection: Selection, what: string, make: () => Promise<T>): Promise<T> {
    const { info, unit, period } = selection
    const n = responsesIn(cellsIn(await cellsOf(info), selection))
    const key = `${info.id} ${unit?.id ?? ''} ${period ?? ''} ${what}`
    const known = counted.get(key)
    if (known?.n === n) return known.result as Promise<T>
    const result = make()
    counted.set(key, { n, result })
    // What failed is tried again by the next who asks; this one hears of it.
    result.catch(() => counted.delete(key))
    return result
  }

  return {
    presentPeriod,
    form,
    snapshot,

    /** Every survey that was ever published, in the order of its first publication, with the words of its newest version. */
    async surveys(): Promise<
      { info: SurveyInfo; form: Pick<ResultForm, 'title' | 'languages' | 'language'> }[]
    > {
      const found = []
      for (const id of await store.surveys()) {
        const [newest] = await store.versions(id)
        if (newest === undefined) continue
        const version = await catalogue.version(newest)
        found.push({ info: version.survey, form: await catalogue.survey(version, undefined) })
      }
      return found
    },

    /** A survey by its id, if it was ever published. */
    async survey(id: number): Promise<SurveyInfo | undefined> {
      const [newest] = await store.versions(id)
      return newest === undefined ? undefined : (await catalogue.version(newest)).survey
    },

    /** A survey by its code, if it was ever published. */
    surveyOf: async (code: string): Promise<SurveyInfo | undefined> => (await catalogue.newest(code))?.survey,

    /** Periods with responses, and the present one; the newest first. */
    async periods(selection: Omit<Selection, 'period'>): Promise<{ period: string; n: number }[]> {
      const cells = cellsIn(await cellsOf(selection.info), selection)
      const periods = new Set([
        presentPeriod(selection.info, selection.unit),
        ...cells.map(({ period }) => period),
      ])
      return [...periods]
        .sort()
        .reverse()
        .map((period) => ({ period, n: responsesIn(cells.filter((cell) => cell.period === period)) }))
    },

    /** How many responses each unit has, by the unit's id; those about the regency as a whole under 0. */
    async countByUnit(info: SurveyInfo, period?: string): Promise<Map<number, number>> {
      const counts = new Map<number, number>()
      for (const { unit, n } of cellsIn(await cellsOf(info), {
        info,
        ...(period !== undefined && { period }),
      }))
        counts.set(unit ?? 0, (counts.get(unit ?? 0) ?? 0) + n)
      return counts
    },

    /** Everything that is counted of a selection. */
    figures: (selection: Selection): Promise<SurveyFigures> =>
      once(selection, 'figures', async () => {
        const counter = countResponses(await form(selection))
        return count(selection, counter, counter.figures)
      }),

    /** One question split by another. */
    crossTable: (selection: Selection, question: ResultQuestion, by: ResultQuestion): Promise<CrossTable> =>
      once(selection, `${question.id} ${by.id}`, () => {
        const counter = countCrossing(question, by)
        return count(selection, counter, counter.table)
      }),

    /** A page of what was written, if the selection is large enough that nobody is pointed at. */
    async texts(selection: Selection, question: ResultQuestion, page: number): Promise<TextPage> {
      const { n, batches } = await snapshot(selection)
      return textsOf(batches(), n, question, page)
    },

    /** Where the drafts stopped that nobody has finished. */
    async openStops({ info, unit, period }: Selection): Promise<OpenStops> {
      return openStops({
        versions: await store.versions(info.id),
        drafts: (version, most) => store.drafts(version, { unit: unit?.id, period }, most),
        open: store.openDrafts,
        async asked({ version, unit: about }) {
          const place = about === null ? undefined : await units.byId(about)
          const zone = place?.timeZone ?? timeZone
          return {
            survey: await catalogue.survey(await catalogue.version(version), place),
            zone,
            now: clock.now(),
          }
        },
      })
    },

    /** What was answered about a unit in a period: values by path, and whether it is made up. */
    async responses(
      info: SurveyInfo,
      unit: Unit,
      period: string,
    ): Promise<{ answers: Record<string, string>; isExample: boolean }[]> {
      const found: ReadResponse[] = []
      for await (const batch of (await snapshot({ info, unit, period })).batches()) found.push(...batch)
      return found
    },
  }
}

/** Responses that were there at one moment. */
export interface Snapshot {
  n: number
  batches(): AsyncGenerator<ReadResponse[]>
}

interface Counter {
  add(responses: Iterable<ReadResponse>): void
}

interface Counted {
  n: number
  result: Promise<unknown>
}
