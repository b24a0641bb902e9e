import type { Draft } from './draft.ts'
import type { SurveyStore } from './store.ts'

/** Whoever counts what comes of invitations. */
export interface InvitationCount {
  /** Whether a response to this survey counts for a broadcast. */
  counts(broadcast: number, survey: string): Promise<boolean>
  counted(broadcast: number, what: 'begun' | 'finished'): Promise<void>
}

export type InvitedResponses = ReturnType<typeof invitedResponses>

/**
 * Notes on a draft by which invitation it was begun, and counts it there: once when it is begun, once when it is
 * handed in. The note goes with the draft; nothing of it stays with the response or the person.
 */
export function invitedResponses(
  store: Pick<SurveyStore, 'markInvited'>,
  { counts, counted }: InvitationCount,
) {
  return {
    async begun(draft: Draft, survey: string, broadcast: number | undefined): Promise<void> {
      // Who had begun before the invitation came was not brought by it.
      if (broadcast === undefined || draft.nextPosition > 0 || !(await counts(broadcast, survey))) return
      if (await store.markInvited(draft.id, broadcast)) await counted(broadcast, 'begun')
    },

    /** Begun anew, the same draft counts only once. */
    async restarted({ broadcast }: Draft, draft: Draft): Promise<void> {
      if (broadcast !== undefined) await store.markInvited(draft.id, broadcast)
    },

    async finished({ broadcast }: Draft): Promise<void> {
      if (broadcast !== undefined) await counted(broadcast, 'finished')
    },
  }
}
