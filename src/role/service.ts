import type { Clock } from '../clock.ts'
import type { KeyedHash } from '../keyedHash.ts'
import type { RightsOf } from './rightsService.ts'
import { type Grant, isAboutUnit, type Offer, type Role } from './role.ts'
import type { RoleStore } from './store.ts'

export type Roles = ReturnType<typeof roleService>

/** Hours that a link waits to be opened. */
export const OFFER_HOURS = 72
/** Links that one admin may have given out and nobody opened. */
const MOST_OPEN_OFFERS = 50
/** Characters of a person's name that are kept. */
const LONGEST_NAME = 64

/** What stands behind a link that somebody opened. */
export type OpenedOffer =
  | { type: 'offered'; offer: Offer }
  /** Used, withdrawn, too old, never there, or of somebody who may not grant it any more. */
  | { type: 'gone' }
  /** Their own: it is for somebody else. */
  | { type: 'own' }
  | { type: 'held'; offer: Offer }

/** Granting roles by links that work once, and taking them away. */
export function roleService(parts: {
  store: RoleStore
  rights: RightsOf
  hash: KeyedHash
  /** A name that cannot be guessed. */
  randomCode: () => string
  clock: Clock
}) {
  const { store, rights, hash, randomCode, clock } = parts
  const hashOf = (code: string) => hash('role offer', code)

  async function open(person: number, code: string): Promise<OpenedOffer> {
    const offer = await store.offerOf(hashOf(code), clock.now())
    if (!offer) return { type: 'gone' }
    if (offer.offeredBy === person) return { type: 'own' }
    if (!(await rights.may(offer.offeredBy, { act: 'grant-role', role: offer }))) return { type: 'gone' }
    const held = await store.grantsOf(person)
    const isHeld = held.some(({ role, unitId }) => role === offer.role && unitId === offer.unitId)
    return { type: isHeld ? 'held' : 'offered', offer }
  }

  return {
    open,

    /** Makes a link's code for a role. */
    async offer(
      actor: number,
      wanted: Role,
    ): Promise<{ code: string } | { problem: 'not-allowed' | 'too-many' }> {
      const role = { role: wanted.role, unitId: isAboutUnit(wanted.role) ? wanted.unitId : 0 }
      if (!(await rights.may(actor, { act: 'grant-role', role }))) return { problem: 'not-allowed' }
      const now = clock.now()
      const open = (await store.offers(now)).filter(({ offeredBy }) => offeredBy === actor)
      if (open.length >= MOST_OPEN_OFFERS) return { problem: 'too-many' }
      const code = randomCode()
      const until = new Date(now.getTime() + OFFER_HOURS * 3_600_000)
      await store.addOffer({ ...role, hash: hashOf(code), offeredBy: actor, until }, now)
      return { code }
    },

    /** Takes the role that a link offers; of two who try, the first has it. */
    async accept(person: number, name: string, code: string): Promise<OpenedOffer & { isTaken: boolean }> {
      const opened = await open(person, code)
      if (opened.type !== 'offered') return { ...opened, isTaken: false }
      const isTaken = await store.accept(opened.offer, person, name.slice(0, LONGEST_NAME), clock.now())
      return isTaken ? { ...opened, isTaken } : { type: 'gone', isTaken }
    },

    /** Who has roles, and which links are open. */
    async list(): Promise<{ grants: Grant[]; offers: Offer[] }> {
      const [grants, offers] = await Promise.all([store.grants(), store.offers(clock.now())])
      return { grants, offers }
    },

    grant: (id: number): Promise<Grant | undefined> => store.grant(id),

    /** Makes a link that nobody opened worthless. */
    async withdraw(actor: number, id: number): Promise<boolean> {
      const offer = await store.offer(id)
      if (!offer || !(await rights.may(actor, { act: 'revoke-role', role: offer }))) return false
      return store.withdraw(offer, actor, clock.now())
    },

    /** Takes a role away; gives what was taken, or nothing when it was gone or the actor may not. */
    async revoke(actor: number, id: number): Promise<Grant | undefined> {
      const grant = await store.grant(id)
      if (!grant || !(await rights.may(actor, { act: 'revoke-role', role: grant }))) return undefined
      return (await store.revoke(grant, actor, clock.now())) ? grant : undefined
    },
  }
}
