import pg from 'pg'
import type { Value } from './link.ts'

/** A value as Prisma's adapter would store it. A Date goes as UTC text: pg itself would send local time. */
export function toPostgresql(value: Value): unknown {
  return value instanceof Date ? value.toISOString().replace('T', ' ').replace('Z', '') : value
}

/** Readers that give the rows the types {@link Row} promises, the same as from SQLite. */
export const rowTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number) =>
    readers[oid] ?? pg.types.getTypeParser(oid)) as typeof pg.types.getTypeParser,
}

const { INT8, NUMERIC, TIMESTAMP } = pg.types.builtins

const readers: Record<number, (text: string) => Value> = {
  [INT8]: (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text)),
  [NUMERIC]: Number,
  [TIMESTAMP]: (text) => new Date(`${text.replace(' ', 'T')}Z`),
}
