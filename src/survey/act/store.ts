import { rowsOf } from '../../database/listParameter.ts'
import { momentText } from '../../database/momentText.ts'
import type { Database } from '../../database/open.ts'
import { INSERT_ACT } from '../statements.ts'

/** An act as a row, of which no other has the same draft and position, nor the same draft and update. */
export interface ActRow {
  draft: string
  position: number
  updateId: number
  path: string
  value: string | null
  reopens: boolean
  consequences: string | null
  /** When the draft was turned to, if absent. */
  actedAt: Date | null
}

/** Statements under way at once; what comes meanwhile waits for the next. */
const MOST_UNDER_WAY = 2
/** Acts in one statement. */
const MOST_TOGETHER = 200

const INSERT_ACTS = `INSERT INTO "DraftAnswer" ("draftId", "position", "updateId", "path", "value", "reopens", "consequences", "actedAt")
SELECT "Draft"."id", "row"."position", "row"."updateId", "row"."path", "row"."value", "row"."reopens", "row"."consequences",
  COALESCE("row"."actedAt", "Draft"."focusedAt")
FROM ${rowsOf('postgresql', {
  draft: 'text',
  position: 'int',
  updateId: 'bigint',
  path: 'text',
  value: 'text',
  reopens: 'boolean',
  consequences: 'text',
  actedAt: 'timestamp',
  place: 'int',
})} AS "row" JOIN "Draft" ON "Draft"."id" = "row"."draft"
ORDER BY "row"."place" ON CONFLICT DO NOTHING RETURNING "draftId" AS "draft", "position", "updateId"`

/**
 * Stores acts of many people in one statement of PostgreSQL, as SQLite's writes are committed together anyway: a
 * statement costs the bot more than the row, so the more people answer at once, the less each of them costs. Nobody
 * waits for others: what comes alone goes alone.
 * @returns stores an act; false when its position or its update is there already, or the draft is gone
 */
export function groupedActStore(
  database: Pick<Database, 'read' | 'write'>,
): (act: ActRow) => Promise<boolean> {
  const waiting: Waiting[] = []
  let underWay = 0
  let isGathering = false

  async function alone({ draft, position, updateId, path, value, reopens, consequences, actedAt }: ActRow) {
    const values = [position, updateId, path, value, reopens, consequences, actedAt, draft]
    return (await database.write(INSERT_ACT, values)) === 1
  }

  async function together(group: Waiting[]): Promise<void> {
    // Who comes first has the position.
    const acts = group.map(({ act }, place) => ({
      ...act,
      actedAt: act.actedAt && momentText(act.actedAt),
      place,
    }))
    const stored = await database.read<StoredRow>(INSERT_ACTS, [JSON.stringify(acts)])
    const names = new Set(stored.map(nameOf))
    // Of two that are the same, only one was stored.
    for (const { act, resolve } of group) resolve(names.delete(nameOf(act)))
  }

  const separately = (group: Waiting[]) =>
    Promise.all(group.map(({ act, resolve, reject }) => alone(act).then(resolve, reject)))

  async function store(group: Waiting[]): Promise<void> {
    try {
      await (group.length === 1 ? separately(group) : together(group))
    } catch (fault) {
      // One that cannot be stored at all must not be in the way of the others.
      if (isOfData(fault)) await separately(group)
      else for (const { reject } of group) reject(fault)
    }
  }

  async function storeWaiting(): Promise<void> {
    isGathering = false
    if (underWay >= MOST_UNDER_WAY) return
    underWay++
    while (waiting.length > 0) await store(waiting.splice(0, MOST_TOGETHER))
    underWay--
  }

  return (act) =>
    new Promise((resolve, reject) => {
      waiting.push({ act, resolve, reject })
      if (isGathering) return
      isGathering = true
      // What arrives in the same turn of the event loop goes together.
      setImmediate(() => void storeWaiting())
    })
}

interface Waiting {
  act: ActRow
  resolve(isStored: boolean): void
  reject(fault: unknown): void
}

type StoredRow = { draft: string; position: number; updateId: bigint | number }

const nameOf = ({ draft, position, updateId }: StoredRow) => `${draft} ${position} ${updateId}`

/** PostgreSQL's class of codes for values that it cannot keep. */
const isOfData = (fault: unknown) =>
  fault instanceof Error && 'code' in fault && String(fault.code).startsWith('22')
