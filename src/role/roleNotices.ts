import { z } from 'zod'
import type { MessageKind, Outgoing } from '../outbox/outgoing.ts'
import type { Units } from '../unit/service.ts'
import { type Grant, ROLES, type Role } from './role.ts'
import { roleWords } from './roleWords.ts'
import type { Roles } from './service.ts'

const facts = z.object({
  role: z.enum(ROLES),
  unitId: z.number(),
  /** Who took the role. */
  person: z.number().optional(),
})

interface When {
  now: Date
  timeZone: string
}

/** Tells who made a link that it was used, and by whom: links get forwarded. */
export const roleTakenNotice = (
  offer: Role & { id: number; offeredBy: number },
  person: number,
  { now, timeZone }: When,
): Outgoing => ({
  key: `role:taken:${offer.id}`,
  kind: 'role-taken',
  payload: { role: offer.role, unitId: offer.unitId, person },
  chat: offer.offeredBy,
  class: 'urgent',
  timeZone,
  dueAt: now,
})

/** Tells somebody that a role of theirs is gone. */
export const roleRevokedNotice = (
  { id, person, role, unitId }: Grant,
  { now, timeZone }: When,
): Outgoing => ({
  key: `role:revoked:${id}`,
  kind: 'role-revoked',
  payload: { role, unitId },
  chat: person,
  class: 'normal',
  timeZone,
  dueAt: now,
})

/** The messages about roles that the bot begins by itself. */
export function roleNoticeKinds({ roles, units }: { roles: Roles; units: Units }): MessageKind[] {
  return [
    {
      name: 'role-taken',
      async render({ payload, speak }) {
        const { person, ...role } = facts.parse(payload)
        const { grants } = await roles.list()
        const grant = grants.find(
          (each) => each.person === person && each.role === role.role && each.unitId === role.unitId,
        )
        if (!grant) return { skip: 'the role was taken away again' }
        return {
          html: speak.html('role.wasTaken', {
            name: grant.name,
            role: roleWords(speak, role, await units.names()),
          }),
          buttons: [[{ text: speak.plain('role.look'), press: { do: 'role', grant: grant.id } }]],
        }
      },
    },
    {
      name: 'role-revoked',
      async render({ payload, speak }) {
        const role = facts.parse(payload)
        return { html: speak.html('role.wasRevoked', { role: roleWords(speak, role, await units.names()) }) }
      },
    },
  ]
}
