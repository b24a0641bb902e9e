import type { Row } from '../link.ts'

const MOST_ROWS = 1_000
const MOST_CHARACTERS = 1_000_000

/** Rows in pieces that the memory holds: some have a whole questionnaire in a column. */
export function* inBatches(rows: Iterable<Row>): Generator<Row[]> {
  let batch: Row[] = []
  let characters = 0
  for (const row of rows) {
    batch.push(row)
    characters += sizeOf(row)
    if (batch.length < MOST_ROWS && characters < MOST_CHARACTERS) continue
    yield batch
    batch = []
    characters = 0
  }
  if (batch.length > 0) yield batch
}

const sizeOf = (row: Row) =>
  Object.values(row).reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 8), 0)
