import { describe, expect, test } from 'vitest'
import { type Deed, mayDo, type Rights } from '../../src/role/rights.ts'
import type { Employee } from '../../src/staff/employee.ts'

const employee = (nip: string, unitId: number, superior: string | null = null): Employee => ({
  id: Number(nip),
  nip,
  name: nip,
  unitId,
  position: null,
  superior,
  phone: null,
  employment: 'pns',
  isActive: true,
})
const HEAD = employee('1', 10)
const ARIF = employee('2', 10, '1')
const ELSEWHERE = employee('3', 20)
const NOTHING: Rights = { isFirst: false, isPersonnel: false, units: new Set() }

const PEOPLE: Record<string, Rights> = {
  first: { ...NOTHING, isFirst: true },
  office: { ...NOTHING, isPersonnel: true },
  'unit admin': { ...NOTHING, units: new Set([10]) },
  head: { ...NOTHING, employee: HEAD },
  arif: { ...NOTHING, employee: ARIF },
  citizen: NOTHING,
}

const unitRole = { role: 'unit', unitId: 20 } as const
const officeRole = { role: 'personnel', unitId: 0 } as const

describe('only these may', () => {
  test.each<[string, Deed, string[]]>([
    ['import the roster', { act: 'import-roster' }, ['first', 'office']],
    ['list all staff', { act: 'list-staff' }, ['first', 'office']],
    ["list a unit's staff", { act: 'list-staff', unitId: 10 }, ['first', 'office', 'unit admin']],
    ["list another unit's staff", { act: 'list-staff', unitId: 20 }, ['first', 'office']],
    ['see Arif', { act: 'see-employee', employee: ARIF }, ['first', 'office', 'unit admin', 'head', 'arif']],
    ['see his head', { act: 'see-employee', employee: HEAD }, ['first', 'office', 'unit admin', 'head']],
    ['see somebody elsewhere', { act: 'see-employee', employee: ELSEWHERE }, ['first', 'office']],
    ["see Arif's whole NIP", { act: 'see-nip', employee: ARIF }, ['first', 'office', 'arif']],
    ['give Arif a code', { act: 'give-code', employee: ARIF }, ['first', 'office', 'unit admin']],
    ['give somebody elsewhere a code', { act: 'give-code', employee: ELSEWHERE }, ['first', 'office']],
    ["take Arif's account away", { act: 'unlink', employee: ARIF }, ['first', 'office', 'arif']],
    ['decide for Arif', { act: 'lead', employee: ARIF }, ['head']],
    ['decide for somebody without superior', { act: 'lead', employee: ELSEWHERE }, []],
    ['see the roles', { act: 'see-roles' }, ['first', 'office']],
    ["make a unit's admin", { act: 'grant-role', role: unitRole }, ['first', 'office']],
    ["dismiss a unit's admin", { act: 'revoke-role', role: unitRole }, ['first', 'office']],
    ['make somebody the personnel office', { act: 'grant-role', role: officeRole }, ['first']],
    ['dismiss the personnel office', { act: 'revoke-role', role: officeRole }, ['first']],
  ])('%s', (_, deed, who) => {
    const able = Object.entries(PEOPLE).flatMap(([name, rights]) => (mayDo(rights, deed) ? [name] : []))
    expect(able).toEqual(who)
  })

  test('nobody gives themselves a code, not even with every right', () => {
    const rights: Rights = { isFirst: true, isPersonnel: true, units: new Set([10]), employee: ARIF }
    expect(mayDo(rights, { act: 'give-code', employee: ARIF })).toBe(false)
  })
})
