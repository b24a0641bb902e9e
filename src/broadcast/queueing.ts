import type { Clock } from '../clock.ts'
import type { Outgoing } from '../outbox/outgoing.ts'
import type { Plan } from '../schedule/job.ts'
import type { SurveyAudience } from '../survey/audience/service.ts'
import type { Respondents } from '../survey/respondent.ts'
import type { Units } from '../unit/service.ts'
import type { Broadcast } from './broadcast.ts'
import { readerBatches } from './readers.ts'
import type { BroadcastStore, Consenting } from './store.ts'

/** Messages put in at a time: with SQLite, whose work is done in this process, somebody's answer waits that long. */
const A_PIECE = 100

/**
 * What is to be put into the outbox for a broadcast that has begun, piece by piece. Whatever ends it in
 * the middle, it goes on where it was: the place is kept only after the messages before it are in the outbox, and
 * those that come twice have the same key.
 */
export function broadcastQueueing(parts: {
  store: BroadcastStore
  surveys: SurveyAudience
  units: Units
  respondents: Pick<Respondents, 'reader'>
  clock: Clock
  timeZone: string
}) {
  const { store, surveys, units, respondents, clock, timeZone } = parts

  return async function* plan(id: number): AsyncGenerator<Plan> {
    const begun = await store.find(id)
    if (!begun || begun.isQueued) return
    const messageFor = messages(begun, await zones())
    const { audience, lastPerson } = begun
    for await (const { people, last } of readerBatches(store, surveys, audience, lastPerson)) {
      const written = people.filter(isWrittenTo)
      for (let first = 0; first < written.length; first += A_PIECE)
        yield { messages: written.slice(first, first + A_PIECE).map(messageFor) }
      yield { messages: [], note: () => store.reached(id, last) }
      // Paused, it need not go on being filled up; ended, it must not.
      const now = await store.find(id)
      if (now?.state !== begun.state) return
    }
    yield {
      messages: [],
      note: () => store.allReached(id),
    }
  }

  function messages(broadcast: Broadcast, zoneOf: ReadonlyMap<number, string>) {
    const { id, audience, startsAt = clock.now(), expiresAt } = broadcast
    const isByAnswers = audience.answers !== undefined
    return ({ person, unit }: Consenting): Outgoing => ({
      // Chosen by answers, a key with an id would say for ever who had answered.
      key: `invitation:${id}:${isByAnswers ? respondents.reader(person, id) : person}`,
      kind: 'invitation',
      payload: { broadcast: id },
      chat: person,
      class: 'bulk',
      timeZone: (unit !== null && zoneOf.get(unit)) || timeZone,
      dueAt: startsAt,
      ...(expiresAt && { expiresAt }),
      isInvitation: true,
      isForgetful: isByAnswers,
      broadcast: id,
    })
  }

  async function zones(): Promise<Map<number, string>> {
    return new Map(
      (await units.all()).flatMap(({ id, timeZone: zone }) =>
        zone === undefined ? [] : [[id, zone] as const],
      ),
    )
  }
}

const isWrittenTo = ({ isReachable, isSilent }: Consenting) => isReachable && !isSilent
