import type { Outgoing } from '../../src/outbox/outgoing.ts'

/** A message to somebody in Tebo that is due on a Monday morning, unless it is said otherwise. */
export const anOutgoing = (given: Partial<Outgoing> = {}): Outgoing => ({
  key: 'note:1:7',
  kind: 'note',
  payload: { text: 'Halo' },
  chat: 7,
  class: 'normal',
  timeZone: 'Asia/Jakarta',
  dueAt: MORNING,
  ...given,
})

/** 08.30 in Jakarta. */
export const MORNING = new Date('2026-11-23T01:30:00Z')

/** So many minutes after that morning. */
export const minutesLater = (minutes: number) => new Date(MORNING.getTime() + minutes * 60_000)
