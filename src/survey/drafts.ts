import { LRUCache } from 'lru-cache'
import type { Clock } from '../clock.ts'
import { type News, NO_NEWS } from '../instance/news.ts'
import type { Attachment } from './attachment/attachment.ts'
import { applyAct, type Draft, type DraftOpening } from './draft.ts'
import type { Act } from './interview/answering.ts'
import { firstReminderAt } from './reminder/reminderLadder.ts'
import { type Occasion, ONCE, type Respondents, randomId, type UsedOccasions } from './respondent.ts'
import type { SurveyStore } from './store.ts'

/** Who acts, and by which update of Telegram: a second delivery of the same one changes nothing. */
export interface Actor {
  person: number
  update: number
}

/** What is answered in a draft. */
export interface DraftVersion {
  id: number
  isTrial: boolean
}

export type Drafts = ReturnType<typeof openDrafts>

/** Drafts kept at hand. Only a cache: one more is a read, never a loss. */
const MOST_DRAFTS = 5_000
/** That this person has no draft. */
const NONE = ''
/** Acts kept of one draft: whoever ticks and unticks for hours shall not fill the disk. */
const MOST_ACTS = 20_000

/** The unfinished responses: whose they are, which one a person is busy with, and every act written once. */
export function openDrafts({
  store,
  respondents,
  clock,
  news = NO_NEWS,
  onAnswer = () => {},
}: {
  store: SurveyStore
  respondents: Respondents
  clock: Clock
  news?: News
  /** An act was stored. */
  onAnswer?: () => void
}) {
  const drafts = new LRUCache<string, Draft>({ max: MOST_DRAFTS })
  /** By the person's name in drafts: who is busy with which draft is told to other instances without saying who. */
  const focused = new LRUCache<string, string>({ max: MOST_DRAFTS })
  const nameOf = (person: number) => respondents.person(person)
  news.hear('focus', (name) => (name === undefined ? focused.clear() : focused.delete(name)))

  async function turnTo({ person, id }: Draft): Promise<void> {
    focused.set(person, id)
    await news.tell('focus', person)
  }

  /** The draft of this id, if it is this person's own. */
  async function own(person: number, id: string): Promise<Draft | undefined> {
    const draft = drafts.get(id) ?? (await store.draft(id))
    if (draft?.person !== respondents.person(person)) return undefined
    drafts.set(id, draft)
    return draft
  }

  /** How a draft begins; of a trial nobody is reminded. */
  function openingOf(person: number, id: string, { isTrial }: DraftVersion): DraftOpening {
    const now = clock.now()
    if (isTrial) return { now }
    return { now, reminding: { chat: respondents.seal(person, id), remindAt: firstReminderAt(now) } }
  }

  /** Forgets all acts but the last of each question; long questionnaires keep them all. */
  async function compact(draft: Draft): Promise<Draft> {
    await store.compact(draft.id)
    const fresh = (await store.draft(draft.id)) ?? draft
    drafts.set(fresh.id, fresh)
    return fresh
  }

  return {
    own,

    /** The draft that this person turned to last: the one that typed answers belong to. */
    async focused(person: number): Promise<Draft | undefined> {
      const name = nameOf(person)
      const id = focused.get(name)
      if (id === NONE) return undefined
      const known = id === undefined ? undefined : await own(person, id)
      if (known) return known
      const draft = await store.focusedDraft(name)
      if (draft) drafts.set(draft.id, draft)
      focused.set(name, draft?.id ?? NONE)
      return draft
    },

    /** What its person types belongs to this draft from now on. */
    async focus(draft: Draft): Promise<void> {
      if (focused.get(draft.person) === draft.id) return
      const now = clock.now()
      await store.focus(draft.id, now)
      draft.turnedAt = now.getTime()
      await turnTo(draft)
    },

    /** Believes no longer to know which draft this person is busy with: another instance may know better. */
    unfocus(person: number): void {
      focused.delete(nameOf(person))
    },

    /** This person's draft on this occasion, if one is unfinished. */
    on: (person: number, occasion: Occasion) => store.draftOf(respondents.respondent(person, occasion)),

    /** What a response for a period uses up. */
    used(person: number, occasion: Omit<Occasion, 'period'>, period: string, isOnce: boolean): UsedOccasions {
      const [ever, then] = [ONCE, period].map((each) =>
        respondents.respondent(person, { ...occasion, period: each }),
      ) as [string, string]
      return isOnce ? { now: ever, otherwise: then } : { now: then, otherwise: ever }
    },

    hasFinished: (person: number, occasion: Occasion) =>
      store.hasParticipated(respondents.respondent(person, occasion)),

    /** Opens a draft, or finds the one that is open on this occasion; its answers count for the period. */
    async open(person: number, version: DraftVersion, occasion: Occasion, period: string): Promise<Draft> {
      const { unit } = occasion
      const named = {
        person: respondents.person(person),
        respondent: respondents.respondent(person, occasion),
      }
      const id = randomId()
      const draft = await store.openDraft(
        { id, ...named, version: version.id, unit, period },
        openingOf(person, id, version),
      )
      // One that was there already may not be the one this person turned to last.
      if (draft.id !== id) {
        const now = clock.now()
        await store.focus(draft.id, now)
        draft.turnedAt = now.getTime()
      }
      drafts.set(draft.id, draft)
      await turnTo(draft)
      return draft
    },

    /**
     * Whether the draft that was at hand is as it is stored: asked before anything is said that was decided without
     * storing an act, for an act is refused by the database when another instance has written meanwhile.
     */
    async isCurrent({ id, nextPosition }: Draft): Promise<boolean> {
      if (!news.hasOthers()) return true
      const isSame = (await store.nextPosition(id)) === nextPosition
      if (!isSame) drafts.delete(id)
      return isSame
    },

    /** The draft as it is stored, whatever another instance has done to it meanwhile. */
    fresh(person: number, id: string): Promise<Draft | undefined> {
      drafts.delete(id)
      return own(person, id)
    },

    /** Puts an empty draft on this occasion in the place of one: both or neither, or a crash would leave none. */
    async restart(
      person: number,
      old: Draft,
      version: DraftVersion,
      occasion: Occasion,
      period: string,
    ): Promise<Draft> {
      const { unit } = occasion
      const named = {
        person: respondents.person(person),
        respondent: respondents.respondent(person, occasion),
      }
      const id = randomId()
      const opening = openingOf(person, id, version)
      await store.replaceDraft(old.id, { id, ...named, version: version.id, unit, period }, opening)
      this.forget(old)
      return this.open(person, version, occasion, period)
    },

    forget({ id, person }: Draft): void {
      drafts.delete(id)
      focused.delete(person)
      // It never fails, and is on its way before anything that follows.
      void news.tell('focus', person)
    },

    /**
     * Stores an act and takes it into the draft: one statement, no read.
     * @returns the draft with the act in it; nothing when another instance was quicker, or had this update before, or
     * ended the draft: then {@link own} gives what is there now
     * @param isForFocused it was meant for the draft that the person is busy with, and not for this one by name
     */
    async record(
      { update }: Actor,
      draft: Draft,
      act: Act,
      {
        attachment,
        isForFocused = false,
      }: { attachment?: Attachment | undefined; isForFocused?: boolean } = {},
    ): Promise<Draft | undefined> {
      const current = draft.seen.size < MOST_ACTS ? draft : await compact(draft)
      const placed = { ...act, position: current.nextPosition, updateId: update, actedAt: clock.now() }
      const file = attachment && { ...attachment, replaces: current.values.get(act.path) }
      const since = isForFocused ? current.turnedAt : undefined
      if (await store.record(current.id, placed, file, since)) {
        applyAct(current, placed)
        onAnswer()
        return current
      }
      drafts.delete(current.id)
      return undefined
    },
  }
}
