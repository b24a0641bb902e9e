import type { Employee } from '../staff/employee.ts'
import type { Role } from './role.ts'

/** What somebody is allowed to be, worked out anew for each act. */
export interface Rights {
  /** Named in ADMIN_IDS: they grant what others have. */
  isFirst: boolean
  /** Of the personnel office (BKPSDM). */
  isPersonnel: boolean
  /** Units that they are an admin of. */
  units: ReadonlySet<number>
  /** Who they are in the roster, if they have proved it and have not left. */
  employee?: Employee
}

/** Whom something is done to. */
type Subject = Pick<Employee, 'nip' | 'unitId' | 'superior'>

/** Something that not everybody may do, with what it is done to. */
export type Deed =
  | { act: 'import-roster' }
  /** Lists of employees: of one unit, or of all. */
  | { act: 'list-staff'; unitId?: number }
  | { act: 'see-employee'; employee: Subject }
  /** The NIP in full. */
  | { act: 'see-nip'; employee: Subject }
  /** Hands out the code by which an employee proves who they are. */
  | { act: 'give-code'; employee: Subject }
  /** Takes an employee's Telegram account away from them. */
  | { act: 'unlink'; employee: Subject }
  /** Decides as a superior. */
  | { act: 'lead'; employee: Subject }
  | { act: 'see-roles' }
  | { act: 'grant-role' | 'revoke-role'; role: Role }

/** The one place that tells who may do what; everything else asks it, at every button and command. */
export function mayDo(rights: Rights, deed: Deed): boolean {
  const isOffice = rights.isFirst || rights.isPersonnel
  switch (deed.act) {
    case 'import-roster':
    case 'see-roles':
      return isOffice
    case 'list-staff':
      return isOffice || (deed.unitId !== undefined && rights.units.has(deed.unitId))
    case 'see-employee':
      return (
        isOffice ||
        isOwn(rights, deed.employee) ||
        isAdminOf(rights, deed.employee) ||
        leads(rights, deed.employee)
      )
    case 'see-nip':
      return isOffice || isOwn(rights, deed.employee)
    case 'give-code':
      // Nobody makes a code for themselves: it is to be somebody else who vouches.
      return (isOffice || isAdminOf(rights, deed.employee)) && !isOwn(rights, deed.employee)
    case 'unlink':
      return isOffice || isOwn(rights, deed.employee)
    case 'lead':
      return leads(rights, deed.employee)
    case 'grant-role':
    case 'revoke-role':
      // The personnel office appoints the units' admins, and only the first admins the personnel office.
      return rights.isFirst || (rights.isPersonnel && deed.role.role !== 'personnel')
  }
}

const isOwn = ({ employee }: Rights, { nip }: Subject) => employee?.nip === nip
const isAdminOf = ({ units }: Rights, { unitId }: Subject) => units.has(unitId)
const leads = ({ employee }: Rights, { superior }: Subject) =>
  employee !== undefined && employee.nip === superior
