import type { Attachment } from './attachment/attachment.ts'
import type { Draft } from './draft.ts'
import type { Actor, Drafts } from './drafts.ts'
import { type Act, perform } from './interview/answering.ts'
import { type Interview, interview } from './interview/interview.ts'
import type { Pass, Turn } from './turn.ts'

/** Tries when two writers want the same position in a draft. */
const MOST_TRIES = 5

export type DraftTurns = ReturnType<typeof draftTurns>

/** Acts in drafts: each once, decided on what is there now, and stored with all that follows from it. */
export function draftTurns(drafts: Drafts, passOf: (draft: Draft) => Promise<Pass | undefined>) {
  /**
   * Does something in a draft that is this person's own; what was done by the same update before is not done again.
   * When another instance has written meanwhile, it is decided anew on what is there now.
   * @param again the draft that it is then done in: the same one unless said otherwise
   */
  async function within(
    actor: Actor,
    draft: Draft | undefined,
    act: (pass: Pass) => Promise<Turn | undefined>,
    again: (id: string) => Promise<Draft | undefined> = (id) => drafts.own(actor.person, id),
  ): Promise<Turn> {
    let found = draft
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const pass = found && (await passOf(found))
      if (!pass) {
        // What was tried has been published or replaced: its drafts went with it.
        if (found) drafts.forget(found)
        return { type: 'gone' }
      }
      await drafts.focus(pass.draft)
      const turn = pass.draft.seen.has(actor.update) ? at(pass) : await act(pass)
      if (turn && (STORED.includes(turn.type) || (await drafts.isCurrent(pass.draft)))) return turn
      found = await again(pass.draft.id)
    }
    throw new Error('a draft is written to from too many places at once')
  }

  /** Stores an act with all that follows from it. */
  async function record(
    actor: Actor,
    pass: Pass,
    act: Act,
    how?: { attachment?: Attachment | undefined; isForFocused?: boolean },
  ): Promise<Pass | undefined> {
    const performed = perform(pass.form, act)
    const draft = await drafts.record(actor, pass.draft, performed.act, how)
    return draft && { ...pass, draft, form: performed.form }
  }

  return { within, record }
}

/** Turns to which the database has agreed: nothing older was at hand than is stored. */
const STORED: readonly Turn['type'][] = ['answered', 'ticked', 'full', 'submitted', 'already']

/** What a draft has come to. */
export const standingOf = ({ form }: Pass): Interview => interview(form)

/** The turn of an act that changed nothing. */
export const at = (pass: Pass): Turn => ({ type: 'at', pass, interview: standingOf(pass) })
