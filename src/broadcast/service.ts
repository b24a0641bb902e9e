import type { Clock } from '../clock.ts'
import { localDay } from '../localTime.ts'
import type { Outbox } from '../outbox/service.ts'
import type { InvitedTo, SurveyAudience } from '../survey/audience/service.ts'
import { type AnswerState, type Audience, LEAST_BY_ANSWERS } from './audience.ts'
import type { Broadcast, BroadcastContent } from './broadcast.ts'
import type { BroadcastFacts } from './facts.ts'
import { type BroadcastPreviews, broadcastPreviews } from './previews.ts'
import { broadcastSending, type Sending } from './sending.ts'
import type { BroadcastStore } from './store.ts'

export type Broadcasts = ReturnType<typeof broadcastService>

/** Broadcasts that one admin may have begun and not sent. */
const MOST_DRAFTS = 20
const A_PAGE = 8

/** Broadcasts from the first thought to the end. That the one who acts is an admin is the caller's to check. */
export function broadcastService(
  parts: Omit<Parameters<typeof broadcastPreviews>[0], 'store'> &
    Omit<Parameters<typeof broadcastSending>[0], 'store' | 'previews' | 'outbox'> & {
      store: BroadcastStore
      surveys: SurveyAudience
      outbox: Outbox
      clock: Clock
    },
) {
  const { store, surveys, outbox, clock } = parts
  const previews: BroadcastPreviews = broadcastPreviews(parts)
  const { send, ...steps } = broadcastSending({ ...parts, previews })
  const { facts } = previews

  return {
    ...previews,
    ...steps,

    find: (id: number) => store.find(id),

    /** What an admin is writing; others' drafts are theirs. */
    async draft(person: number, id: number): Promise<Broadcast | undefined> {
      const broadcast = await store.find(id)
      return broadcast?.state === 'draft' && broadcast.author === person ? broadcast : undefined
    },

    /** Begins to invite to a survey, or goes on with what this admin has begun. */
    async begin(person: number, survey: string): Promise<Broadcast> {
      const drafts = await store.draftsOf(person, MOST_DRAFTS + 1)
      const begun = drafts.find(({ content }) => content.survey === survey)
      if (begun) return begun
      for (const { id } of drafts.slice(MOST_DRAFTS - 1)) await store.discard(id)
      return store.create({ content: { survey }, audience: {}, author: person, createdAt: clock.now() })
    },

    /** Changes who it goes to or what it says, while it is being written. */
    async edit(
      person: number,
      id: number,
      change: (draft: Broadcast) => { audience?: Audience; content?: BroadcastContent },
    ): Promise<Broadcast | undefined> {
      const draft = await this.draft(person, id)
      if (!draft || !(await store.change(id, ['draft'], change(draft)))) return undefined
      return store.find(id)
    },

    /** Throws away what was being written. */
    async discard(person: number, id: number): Promise<boolean> {
      return (await this.draft(person, id)) !== undefined && store.discard(id)
    },

    /** Sends what this admin has written; see {@link broadcastSending}. */
    async send(person: number, id: number, given: Parameters<typeof send>[1]): Promise<Sending> {
      const draft = await this.draft(person, id)
      return draft ? send(draft, given) : { type: 'not_now' }
    },

    summary: (id: number) => outbox.summary(id),

    /** The message in the author's chat that shows how it goes. */
    showIn: async ({ id, state }: Broadcast, card: number): Promise<void> =>
      void (await store.change(id, [state], { cardMessage: card })),

    /** A page of what was sent or is to be sent; the last one when there are fewer. */
    async list(wanted: number): Promise<{ broadcasts: BroadcastFacts[]; page: number; pages: number }> {
      const { count } = await store.list(0, 0)
      const pages = Math.max(1, Math.ceil(count / A_PAGE))
      const page = Math.min(wanted, pages - 1)
      const { broadcasts } = await store.list(page * A_PAGE, A_PAGE)
      return { broadcasts: await Promise.all(broadcasts.map(facts)), page, pages }
    },

    /** Whether people can be invited to a survey: it is published, and open now or later. */
    async canInviteTo(code: string): Promise<boolean> {
      const info = (await surveys.invitedTo(code))?.info
      const today = localDay(clock.now(), parts.timeZone)
      return info?.status === 'open' && (info.closesOn === undefined || info.closesOn >= today)
    },

    /** Surveys by which an audience can be chosen: of those that may be answered at will, nobody knows who did. */
    async surveysToAskBy(are: AnswerState): Promise<InvitedTo[]> {
      const all = await surveys.open()
      return are === 'unfinished' ? all : all.filter(({ info }) => info.participation !== 'unlimited')
    },

    /** The code of the survey that an invitation leads to. */
    surveyOf: async (id: number): Promise<string | undefined> => (await store.find(id))?.content.survey,

    /**
     * Whether a response to this survey counts for a broadcast. With fewer readers than may be singled out none does:
     * it would say of one of them that they have answered.
     */
    async counts(id: number, survey: string): Promise<boolean> {
      const broadcast = await store.find(id)
      const isSent = broadcast && ['running', 'paused', 'done', 'cancelled'].includes(broadcast.state)
      if (!isSent || broadcast.content.survey !== survey) return false
      return store.hasSent(id, LEAST_BY_ANSWERS)
    },

    counted: (id: number, what: 'begun' | 'finished') => store.counted(id, what),
  }
}
