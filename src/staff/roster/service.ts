import type { Clock } from '../../clock.ts'
import { localDay } from '../../localTime.ts'
import type { SpreadsheetContent } from '../../spreadsheet/readContent.ts'
import type { ReadSpreadsheet } from '../../spreadsheet/readInTurn.ts'
import type { Units } from '../../unit/service.ts'
import type { RosterEntry } from '../employee.ts'
import { readRoster } from './readRoster.ts'
import { type RosterPlan, rosterPlan } from './rosterPlan.ts'
import type { RosterProblem } from './rosterProblem.ts'
import type { RosterStore } from './store.ts'

export type Roster = ReturnType<typeof rosterService>

/** What a file would make of the roster. */
export type ComparedRoster =
  | { type: 'unreadable'; problem: Extract<SpreadsheetContent, { problem: unknown }>['problem'] }
  /** With at least one error; nothing of it can be taken. */
  | { type: 'faulty'; problems: RosterProblem[] }
  | {
      type: 'sound'
      plan: RosterPlan
      warnings: RosterProblem[]
      version: number
      unitNames: Map<number, string>
    }

/** Bytes of a roster. */
export const LARGEST_ROSTER = 10 * 1024 * 1024

/** The roster of civil servants: comparing a file with it, and letting the file take its place. */
export function rosterService(parts: {
  store: RosterStore
  units: Units
  read: ReadSpreadsheet
  clock: Clock
  timeZone: string
  randomId: () => string
}) {
  const { store, units, read, clock, timeZone, randomId } = parts

  async function compareEntries(entries: readonly RosterEntry[]) {
    // First: what changes while we look makes the version too old, not the plan.
    const version = await store.version()
    return { version, plan: rosterPlan(await store.everybody(), entries) }
  }

  return {
    /** What would become of the roster if this file took its place. Nothing is written. */
    async compare(bytes: Uint8Array): Promise<ComparedRoster> {
      const content = await read(bytes, { csv: true })
      if ('problem' in content) return { type: 'unreadable', problem: content.problem }
      const known = await units.all()
      const today = localDay(clock.now(), timeZone)
      const { entries, problems } = await readRoster(content.sheets, { units: known, today })
      if (problems.some(({ severity }) => severity === 'error')) return { type: 'faulty', problems }
      const unitNames = new Map(known.map(({ id, name }) => [id, name]))
      return { type: 'sound', ...(await compareEntries(entries)), warnings: problems, unitNames }
    },

    compareEntries,

    /**
     * Lets a plan come true, whole or not at all.
     * @returns false when somebody else has changed the roster since it was compared
     */
    apply: (plan: RosterPlan, version: number, actor: number | null): Promise<boolean> =>
      store.apply(plan, { version, id: randomId(), actor, now: clock.now() }),
  }
}
