import type { MessageKind, Outgoing } from '../outgoing.ts'

const NAME = 'outbox-doubt'

/** Tells admins of messages of which nobody knows whether they reached a group. */
export const doubtKind: MessageKind = {
  name: NAME,
  async render({ payload, speak }) {
    const { count } = payload as { count: number }
    return { html: speak.html('outbox.doubt', { count }) }
  },
}

/** What is put into the outbox for each admin. @param ids of the messages that are in doubt, at least one */
export function doubtMessages(
  ids: readonly number[],
  admins: Iterable<number>,
  { now, timeZone }: { now: Date; timeZone: string },
): Outgoing[] {
  return [...admins].map((admin) => ({
    key: `${NAME}:${ids[0]}:${admin}`,
    kind: NAME,
    payload: { count: ids.length },
    chat: admin,
    class: 'normal',
    timeZone,
    dueAt: now,
  }))
}
