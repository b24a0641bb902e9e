import type { Config } from '../../config.ts'
import type { News } from '../../instance/news.ts'
import type { Instance } from '../../instance/thisInstance.ts'
import type { People } from '../../person/service.ts'
import type { TelegramApi } from '../../telegram/api.ts'
import { courier } from '../../telegram/courier.ts'
import type { Texts } from '../../texts.ts'
import type { MessageKind } from '../outgoing.ts'
import type { Outbox } from '../service.ts'
import type { OutboxStore } from '../store.ts'
import { admission } from './admit.ts'
import { type Delivery, type DeliveryParts, openDelivery } from './deliver.ts'
import { doubtKind, doubtMessages } from './doubt.ts'
import type { Replies } from './watchReplies.ts'

/** Connects the outbox with Telegram: features bring the kinds of messages that they put in. */
export function startDelivery(
  parts: Pick<DeliveryParts, 'beats' | 'clock' | 'pause' | 'log' | 'observe'> & {
    store: OutboxStore
    outbox: Outbox
    people: People
    texts: Texts
    /** For what the outbox sends. */
    api: TelegramApi
    /** What is sent besides. */
    replies: Replies
    instance: Instance
    news: Pick<News, 'nobodyListed'>
    kinds: readonly MessageKind[]
    config: Pick<Config, 'adminIds' | 'timeZone' | 'quietHours' | 'invitationsAWeek' | 'messagesPerSecond'>
  },
): Delivery {
  const { store, outbox, people, texts, api, replies, instance, news, config, clock, log } = parts
  const { pace, time } = replies
  const { adminIds, timeZone, quietHours, invitationsAWeek, messagesPerSecond } = config
  const kinds = new Map([...parts.kinds, doubtKind].map((kind) => [kind.name, kind]))
  const presence = instance.presence(replies.perSecond, (load, others) => {
    pace.othersReply(load)
    if (others === 0) news.nobodyListed()
  })
  const lease = instance.lease('outbox')
  const delivery = openDelivery({
    ...parts,
    ...{ pace, time, lease, instance: instance.name },
    admit: admission({ store, people, texts, kinds, quietHours, invitationsAWeek, log }),
    courier: courier(api, log),
    perSecond: messagesPerSecond,
    onGone: (person) => people.reach(person, false),
    onDoubt: async (ids) => {
      await outbox.put(doubtMessages(ids, adminIds, { now: clock.now(), timeZone }))
    },
  })
  outbox.onDue(delivery.wake)
  return {
    ...delivery,
    async stop() {
      await delivery.stop()
      await lease.stop()
      await presence.stop()
    },
  }
}
