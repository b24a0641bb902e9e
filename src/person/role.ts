/** What people say they are: somebody who lives here, or a civil servant. */
export const PERSON_ROLES = ['citizen', 'asn'] as const
export type PersonRole = (typeof PERSON_ROLES)[number]
