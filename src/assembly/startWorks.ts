import { randomBytes } from 'node:crypto'
import { broadcastKinds } from '../broadcast/kinds.ts'
import { instanceStore } from '../instance/store.ts'
import { thisInstance } from '../instance/thisInstance.ts'
import { startDelivery } from '../outbox/delivery/startDelivery.ts'
import { nextYearKind } from '../schedule/holiday/warnOfNextYear.ts'
import { openSchedule } from '../schedule/schedule.ts'
import { jobRunStore } from '../schedule/store.ts'
import { unfinishedKind } from '../survey/reminder/unfinishedKind.ts'
import { jobsOf } from './jobsOf.ts'
import type { Ground } from './openGround.ts'
import type { Personnel } from './openPersonnel.ts'
import type { Surveys } from './openSurveys.ts'

/** How often the card of a running broadcast is brought up to date. */
const CARD_MS = 10_000

/** What goes on by itself while people talk to the bot, by one instance at a time. */
export interface Works {
  /** In the order in which they end. */
  endings: (() => Promise<void>)[]
}

/** Starts what the bot does without being asked: the work of the clock, and delivering what it brings about. */
export function startWorks(ground: Ground, all: Surveys, personnel: Personnel): Works {
  const { database, config, beats, clock, pause, log, timeZone, isAdmin, metrics } = ground
  const { people, units, texts, api, news, replies, outbox, outgoing, holidays, names } = ground
  const { surveys, catalogue, reminders, audience, broadcasts, broadcasting, cards, invitations } = all
  const name = randomBytes(6).toString('hex')
  const instance = thisInstance({ store: instanceStore(database), name, beats, log })
  const delivery = startDelivery({
    ...{
      store: outgoing,
      outbox,
      people,
      texts,
      api,
      replies,
      config,
      instance,
      news,
      beats,
      clock,
      pause,
      log,
    },
    kinds: [
      unfinishedKind({ surveys, store: reminders, timeZone }),
      nextYearKind({ holidays, isAdmin }),
      ...personnel.kinds,
      ...broadcastKinds({
        ...{ broadcasts, surveys: audience, hasConsent: invitations.isAgreed, isAdmin, timeZone },
      }),
    ],
  })
  const runs = jobRunStore(database)
  const lease = instance.lease('schedule')
  const schedule = openSchedule({
    jobs: jobsOf({
      ...{ config, runs, outgoing, holidays, people, units, catalogue, reminders, respondents: names },
      broadcasts: broadcasting.job,
    }),
    put: outbox.put,
    ...{ runs, clock, instance: name, lease, log, ...(metrics && { observe: metrics.onTick }) },
  }).start(beats)
  // By the one instance that has the clock's work, so that a card is not changed twice.
  const showing = beats.every(CARD_MS, async () => {
    if (lease.isHeld()) await cards.beat()
  })
  return {
    endings: [showing.stop, broadcasting.stop, schedule.stop, lease.stop, delivery.stop],
  }
}
