import type { MessageKind, Outgoing } from '../../outbox/outgoing.ts'

/** Tells the account that was an employee's before: if it was not they who moved, they have to hear of it. */
export const accountMovedNotice = (
  employee: number,
  before: number,
  { now, timeZone }: { now: Date; timeZone: string },
): Outgoing => ({
  key: `account-moved:${employee}:${before}:${now.getTime()}`,
  kind: 'account-moved',
  payload: {},
  chat: before,
  class: 'urgent',
  timeZone,
  dueAt: now,
})

/** It says nothing of whom: who reads it knows who they are. */
export const accountMovedKind: MessageKind = {
  name: 'account-moved',
  render: async ({ speak }) => ({ html: speak.html('daftar.moved') }),
}
