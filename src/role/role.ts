/** What can be granted: the personnel office (BKPSDM) for the regency, an admin for one unit. */
export const ROLES = ['personnel', 'unit'] as const
export type RoleName = (typeof ROLES)[number]

/** A role, about a unit where it is about one. */
export interface Role {
  role: RoleName
  /** 0 for a role that is about no unit. */
  unitId: number
}

/** Roles that are about one unit. */
export const isAboutUnit = (role: RoleName): boolean => role === 'unit'

/** A role that somebody has. */
export interface Grant extends Role {
  id: number
  person: number
  /** What Telegram called the person when they took it. */
  name: string
  grantedBy: number
}

/** A role that a link still offers. */
export interface Offer extends Role {
  id: number
  offeredBy: number
  until: Date
}

/** The name of a role as it was stored; nothing for one of another version. */
export const roleNamed = (name: string): RoleName | undefined => ROLES.find((role) => role === name)
