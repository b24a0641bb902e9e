import type { Employee, ListedEmployee } from './employee.ts'
import type { StaffSelection, StaffStore } from './store.ts'

export type Staff = ReturnType<typeof staffService>

/** Employees on one page of a list. */
export const EMPLOYEES_A_PAGE = 8
/** Characters of what is searched for. */
const LONGEST_SEARCH = 60

/** Who is in the roster. Whether the asker may know it, is asked before. */
export function staffService(store: StaffStore) {
  return {
    /** Who has this account; nobody once they have left. */
    async employeeOf(person: number): Promise<Employee | undefined> {
      const employee = await store.employeeOf(person)
      return employee?.isActive ? employee : undefined
    },

    /** Somebody with this id who has not left. */
    async employee(id: number): Promise<ListedEmployee | undefined> {
      const employee = await store.byId(id)
      return employee?.isActive ? employee : undefined
    },

    accountOf: (employee: number): Promise<number | undefined> => store.accountOf(employee),

    /** A page of employees by name, and how many there are in all; a page beyond the last is the last. */
    async list(selection: StaffSelection, page: number) {
      const short = { ...selection, ...(selection.text && { text: selection.text.slice(0, LONGEST_SEARCH) }) }
      const { all, registered } = await store.count(short)
      const pages = Math.max(1, Math.ceil(all / EMPLOYEES_A_PAGE))
      const shown = Math.min(Math.max(page, 0), pages - 1)
      const employees = await store.list(short, shown * EMPLOYEES_A_PAGE, EMPLOYEES_A_PAGE)
      return { employees, all, registered, page: shown, pages }
    },
  }
}
