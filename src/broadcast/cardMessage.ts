import { longMoment, timeOfDay } from '../dates.ts'
import { clip } from '../message/clip.ts'
import { type Html, html, joinHtml } from '../message/html.ts'
import type { Button, Message } from '../message/message.ts'
import { formatNumber } from '../numbers.ts'
import type { OutgoingStatus } from '../outbox/outgoing.ts'
import type { BroadcastSummary } from '../outbox/report/lines.ts'
import type { Speak } from '../texts.ts'
import { LEAST_BY_ANSWERS } from './audience.ts'
import { titleText } from './audienceMessages.ts'
import { audienceText } from './audienceText.ts'
import type { BroadcastFacts } from './facts.ts'
import { reasonText } from './reasonText.ts'

/** How a broadcast goes. */
export interface Progress {
  summary: BroadcastSummary
  /** Messages a second that went lately; absent when nobody knows. */
  perSecond?: number
  /** When sending goes on, while it rests in quiet hours. */
  goesOn?: Date
  /** When the last one will go, if it goes on like this. */
  ends?: Date
}

const MOST_REASONS = 6
const BAR = 10

/** Statuses from which nothing more is to come. */
const WAITING = ['pending', 'held', 'claimed'] as const satisfies readonly OutgoingStatus[]

/** A broadcast and how it goes, changed in its place while it runs. */
export function cardMessage(
  speak: Speak,
  facts: BroadcastFacts,
  progress: Progress,
  timeZone: string,
): Message {
  const { broadcast, invitedTo } = facts
  const { content, state, startsAt } = broadcast
  const isBegun = state !== 'awaiting' && state !== 'scheduled' && state !== 'refused'
  return {
    html: joinHtml(
      [
        joinHtml([
          speak.html('broadcast.card', {
            title: clip(titleText(speak, invitedTo, content.survey), 200),
            state: speak.plain(`broadcastState.${state}`),
          }),
          speak.html('broadcast.to', { audience: audienceText(speak, facts) }),
          (state === 'scheduled' || state === 'awaiting') &&
            startsAt &&
            speak.html('broadcast.begins', { moment: longMoment(startsAt, timeZone, speak.language) }),
        ]),
        state === 'awaiting' && speak.html('broadcast.awaits'),
        isBegun && progressText(speak, facts, progress, timeZone),
      ],
      '\n\n',
    ),
    buttons: cardButtons(speak, facts),
  }
}

/** How many messages of a broadcast are still to be sent. */
export const waitingOf = ({ byStatus }: BroadcastSummary): number =>
  WAITING.reduce((sum, status) => sum + (byStatus[status] ?? 0), 0)

function progressText(
  speak: Speak,
  { broadcast }: BroadcastFacts,
  { summary, perSecond = 0, goesOn, ends }: Progress,
  timeZone: string,
): Html {
  const { isQueued, state, begun, finished } = broadcast
  const number = (value: number) => formatNumber(value, speak.language)
  const of = (...statuses: OutgoingStatus[]) =>
    statuses.reduce((sum, status) => sum + (summary.byStatus[status] ?? 0), 0)
  const unreachable = summary.reasons.find(({ reason }) => reason === 'unreachable')?.count ?? 0
  const part = summary.total === 0 ? (isQueued ? 1 : 0) : 1 - waitingOf(summary) / summary.total
  const full = Math.floor(part * BAR)
  const line = (shown: number, text: Html) => shown > 0 && text
  return joinHtml([
    html`${'▓'.repeat(full)}${'░'.repeat(BAR - full)} ${number(Math.floor(part * 100))}%`,
    state === 'running' && !isQueued && speak.html('broadcast.filling'),
    speak.html('broadcast.waiting', { count: number(waitingOf(summary)) }),
    speak.html('broadcast.sent', { count: number(of('sent')) }),
    line(unreachable, speak.html('broadcast.blocked', { count: number(unreachable) })),
    line(
      of('skipped') - unreachable,
      speak.html('broadcast.skipped', { count: number(of('skipped') - unreachable) }),
    ),
    line(of('missed'), speak.html('broadcast.missed', { count: number(of('missed')) })),
    line(of('failed', 'unknown'), speak.html('broadcast.failed', { count: number(of('failed', 'unknown')) })),
    line(of('cancelled'), speak.html('broadcast.cancelled', { count: number(of('cancelled')) })),
    ...summary.reasons
      .filter(({ reason }) => reason !== 'unreachable')
      .slice(0, MOST_REASONS)
      .map(({ reason, count }) => html`   • ${reasonText(speak, reason)}: ${number(count)}`),
    of('sent') >= LEAST_BY_ANSWERS
      ? speak.html('broadcast.answers', { begun: number(begun), finished: number(finished) })
      : speak.html('broadcast.answersHidden', { least: LEAST_BY_ANSWERS }),
    goesOn && speak.html('broadcast.resting', { time: timeOfDay(goesOn, timeZone, speak.language) }),
    state === 'running' &&
      perSecond > 0 &&
      speak.html('broadcast.speed', { perSecond: formatNumber(perSecond, speak.language, 1) }),
    state === 'running' &&
      ends &&
      speak.html('broadcast.endsAt', { moment: longMoment(ends, timeZone, speak.language) }),
  ])
}

function cardButtons(speak: Speak, { broadcast: { id, state } }: BroadcastFacts): Button[][] {
  const step = (text: string, name: string): Button => ({
    text,
    press: { do: 'broadcast-step', broadcast: id, step: name },
  })
  const rows: Button[][] = []
  const stop = step(speak.plain('broadcast.stop'), 'ask-stop')
  if (state === 'running') rows.push([step(speak.plain('broadcast.pause'), 'pause'), stop])
  if (state === 'paused') rows.push([step(speak.plain('broadcast.resume'), 'resume'), stop])
  if (state === 'scheduled' || state === 'awaiting') rows.push([stop])
  if (state === 'running' || state === 'paused' || state === 'done' || state === 'cancelled')
    rows.push(
      (['xlsx', 'csv'] as const).map((format) => ({
        text: speak.plain(`broadcastDetails.${format}`),
        press: { do: 'broadcast-details', broadcast: id, format },
      })),
    )
  rows.push([{ text: speak.plain('broadcast.refresh'), press: { do: 'broadcast', broadcast: id } }])
  rows.push([{ text: speak.plain('broadcast.toList'), press: { do: 'list-broadcasts', page: 0 } }])
  return rows
}
