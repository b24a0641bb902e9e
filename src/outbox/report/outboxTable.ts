import { localMoment } from '../../localTime.ts'
import { MESSAGE_CLASSES } from '../outgoing.ts'
import type { OutboxCount, OutboxLine, OutboxTrouble } from './lines.ts'

/** The outbox as lines for an operator: what waits, why, until when; and what there was in all. */
export function outboxTable(
  { waiting, counts }: { waiting: readonly OutboxLine[]; counts: readonly OutboxCount[] },
  timeZone: string,
): string {
  const moment = (at: Date) => shortMoment(at, timeZone)
  const lines = waiting.map((line) => [
    String(line.count),
    line.kind,
    MESSAGE_CLASSES[line.priority] ?? '',
    whyOf(line),
    moment(line.from),
    moment(line.until),
    line.expiresFrom ? moment(line.expiresFrom) : '',
  ])
  const totals = counts.map(({ kind, status, count }) => [String(count), kind, status])
  const head = ['waiting', 'kind', 'class', 'why', 'from', 'until', 'too late from']
  return [
    lines.length === 0 ? 'nothing waits' : inColumns([head, ...lines]),
    ...(totals.length === 0 ? [] : ['', inColumns([['in all', 'kind', 'state'], ...totals])]),
  ].join('\n')
}

/** What did not go as it should, one a line; whom it was for is not shown. */
export function troubleTable(troubles: readonly OutboxTrouble[], timeZone: string): string {
  if (troubles.length === 0) return 'nothing failed'
  const lines = troubles.map(({ id, kind, status, reason, attempts, dueAt }) => [
    String(id),
    kind,
    status,
    reason ?? '',
    String(attempts),
    shortMoment(dueAt, timeZone),
  ])
  return inColumns([['id', 'kind', 'state', 'why', 'tries', 'was due'], ...lines])
}

function whyOf({ status, reason, isDue }: OutboxLine): string {
  if (status === 'held') return 'its broadcast is paused'
  if (status === 'claimed') return 'being sent'
  if (reason !== null) return reason
  return isDue ? 'its turn' : 'not due yet'
}

/** `2026-11-24 07:00`. */
const shortMoment = (at: Date, timeZone: string) => localMoment(at, timeZone).slice(0, 16).replace('T', ' ')

function inColumns(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const padded = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)))
  return padded.map((row) => row.join('  ').trimEnd()).join('\n')
}
