import type { Clock } from '../../clock.ts'
import { localDay } from '../../localTime.ts'
import type { People, Profile } from '../service.ts'
import type { ConsentStore } from './store.ts'

export type Invitations = ReturnType<typeof invitationConsent>

/** The purpose under which consent to invitations is kept (UU 27/2022: each purpose for itself). */
export const INVITATION = 'invitation'

/** Version of the words that people agree to, `invitation.explain`; raise it when their meaning changes. */
const WORDS_VERSION = 1

/** How somebody stands towards invitations. */
export type InvitationState = { isAgreed: boolean; profile: Profile }

/**
 * Consent to invitations, and what people say of themselves so that they are invited to what concerns them.
 * @param declinedMark a name for "this person declined" that tells nobody who without the secret key
 */
export function invitationConsent(parts: {
  store: ConsentStore
  people: People
  declinedMark: (person: number) => string
  clock: Clock
  timeZone: string
}) {
  const { store, people, declinedMark, clock, timeZone } = parts

  const isAgreed = (person: number) => store.has(INVITATION, person)

  return {
    isAgreed,

    async state(person: number): Promise<InvitationState> {
      return { isAgreed: await isAgreed(person), profile: await people.profile(person) }
    },

    /** Whether somebody may be asked: not who agreed, nor who declined, nor who wants silence. */
    async mayBeAsked(person: number): Promise<boolean> {
      if (await people.isSilent(person)) return false
      return !(await store.isDecided(INVITATION, person, declinedMark(person)))
    },

    /** Only the month is kept: a time beside a response of that day would tell who gave it. */
    async agree(person: number): Promise<void> {
      const month = localDay(clock.now(), timeZone).slice(0, 7)
      await people.silence(person, false)
      await store.agree({ purpose: INVITATION, person, version: WORDS_VERSION, month }, declinedMark(person))
    },

    /** Declines, or ends what was agreed to; what the person said of themselves for it goes too. */
    async decline(person: number): Promise<void> {
      const { role, district, unitId } = await people.profile(person)
      if (role !== null || district !== null || unitId !== null)
        await people.describe(person, { role: null, district: null, unitId: null })
      await store.decline(INVITATION, person, declinedMark(person))
    },

    /** What somebody says of themselves; an office is only a civil servant's. */
    async describe(person: number, profile: Partial<Profile>): Promise<void> {
      await people.describe(person, {
        ...profile,
        ...(profile.role !== undefined && profile.role !== 'asn' && { unitId: null }),
      })
    },
  }
}
