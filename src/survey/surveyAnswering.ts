import { readAnswer } from './answer/readAnswer.ts'
import type { Input } from './answer/reading.ts'
import type { Actor, Drafts } from './drafts.ts'
import { at, type DraftTurns, standingOf } from './draftTurns.ts'
import { hiddenItems } from './hiddenItems.ts'
import { itemBefore } from './interview/interview.ts'
import { newestInstance } from './interview/newestInstance.ts'
import type { Item } from './interview/nodes.ts'
import { itemAt } from './interview/place.ts'
import { removeNewest } from './interview/removeNewest.ts'
import type { Quotas } from './quota/quotas.ts'
import type { SurveyStore } from './store.ts'
import type { Pass, Turn } from './turn.ts'

/** Answering, going back, and looking around in a draft that was begun. */
export function surveyAnswering(parts: {
  store: SurveyStore
  drafts: Drafts
  turns: DraftTurns
  quotas: Quotas
}) {
  const { store, drafts, quotas } = parts
  const { within, record } = parts.turns

  /** Whether enough people have given this answer. Most surveys want as many as come. */
  async function isEnough({ info, isTrial, draft }: Pass, { row }: Item, value: string): Promise<boolean> {
    if (info.quotas.length === 0 || isTrial) return false
    return quotas.isFull(info, draft.period, row.path, value)
  }

  async function answer(actor: Actor, pass: Pass, input: Input, asked?: string): Promise<Turn | undefined> {
    const now = standingOf(pass)
    const late = asked === undefined ? undefined : itemAt(pass.form, asked)
    const isAsked = 'ask' in now && (asked === undefined || now.ask === late)
    if (!isAsked) {
      const isDoubleTap = late !== undefined && late.path === pass.draft.lastPath
      return { type: 'stale', pass, interview: now, item: late, isDoubleTap }
    }
    const item = now.ask
    const reading = readAnswer(pass.form, item, input)
    if ('problem' in reading) return { type: 'problem', pass, item, problem: reading }
    const { value, stays: reopens = false } = reading
    if (!reopens && (await isEnough(pass, item, value))) {
      if (!(await drafts.isCurrent(pass.draft))) return undefined
      await store.discard(pass.draft.id)
      drafts.forget(pass.draft)
      return { type: 'full', pass, item, value }
    }
    // Where the words below a photo are the answer, the photo is none.
    const isFile = input.type === 'file' && input.attachment.name === value
    const attachment = isFile ? input.attachment : undefined
    const isForFocused = asked === undefined
    const after = await record(actor, pass, { path: item.path, value, reopens }, { attachment, isForFocused })
    if (!after) return undefined
    if (reopens) {
      const choice = input.type === 'choice' ? input.index : undefined
      return {
        type: 'ticked',
        pass: after,
        interview: standingOf(after),
        choice,
        isTyped: input.type === 'text',
      }
    }
    const hidden = hiddenItems(pass.form, after.form)
    return { type: 'answered', pass: after, item, value, interview: standingOf(after), hidden }
  }

  async function reopen(actor: Actor, id: string, choose: (pass: Pass) => Item | undefined): Promise<Turn> {
    return within(actor, await drafts.own(actor.person, id), async (pass) => {
      const item = choose(pass)
      if (!item) return at(pass)
      const value = pass.draft.values.get(item.path) ?? null
      const after = await record(actor, pass, { path: item.path, value, reopens: true })
      return after && at(after)
    })
  }

  return {
    /** An answer by a button of this very question. */
    async answerButton(
      actor: Actor,
      asked: { draft: string; question: string },
      input: Input,
    ): Promise<Turn> {
      const draft = await drafts.own(actor.person, asked.draft)
      return within(actor, draft, (pass) => answer(actor, pass, input, asked.question))
    },

    /** An answer by typing, or anything else that was sent, to the question that is being asked. */
    async answerMessage(actor: Actor, input: Input): Promise<Turn> {
      const focused = () => drafts.focused(actor.person)
      return within(
        actor,
        await focused(),
        (pass) => answer(actor, pass, input),
        () => {
          // Another instance may have been turned to another draft.
          drafts.unfocus(actor.person)
          return focused()
        },
      )
    },

    /**
     * Takes the last instance of a repeat away.
     * @param count how many there were when it was asked for: a second tap takes no second one
     */
    async removeInstance(actor: Actor, id: string, question: string, count: number): Promise<Turn> {
      return within(actor, await drafts.own(actor.person, id), async (pass) => {
        const { form } = pass
        const now = standingOf(pass)
        const series = itemAt(form, question)
        const asked = 'ask' in now ? now.ask : undefined
        const isThere = series !== undefined && series === asked
        const isInside = asked !== undefined && newestInstance(form, asked)?.series === series
        if (series?.kind !== 'series' || series.instances().length !== count || !(isThere || isInside))
          return { type: 'stale', pass, interview: now, item: undefined, isDoubleTap: true }
        const after = await record(actor, pass, removeNewest(form, series, isThere))
        return after && at(after)
      })
    },

    /** Where the draft stands, to look at another part of the same question: nothing is read again. */
    async look(actor: Actor, id: string): Promise<Turn> {
      return within(actor, await drafts.own(actor.person, id), async (pass) => at(pass))
    },

    /** Back to the question before the one whose button was pressed. */
    back: (actor: Actor, id: string, from: string) =>
      reopen(actor, id, ({ form }) => itemBefore(form, itemAt(form, from))),

    /** From the review to one of its questions. */
    change: (actor: Actor, id: string, question: string) =>
      reopen(actor, id, ({ form }) => itemAt(form, question)),

    /** Where the draft stands; typed answers belong to it from now on. */
    async resume(actor: Actor, id: string): Promise<Turn> {
      drafts.unfocus(actor.person)
      return within(actor, await drafts.fresh(actor.person, id), async (pass) => at(pass))
    },
  }
}
