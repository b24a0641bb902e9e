import { isRowId } from '../database/isRowId.ts'
import type { Row, Value } from '../database/link.ts'
import type { Database } from '../database/open.ts'
import type { Employee, ListedEmployee } from './employee.ts'

export type StaffStore = ReturnType<typeof staffStore>

/** Which employees are listed. */
export interface StaffSelection {
  /** Only of these units; of all when absent. */
  units?: readonly number[]
  /** Part of the name, or the first digits of the NIP. */
  text?: string
}

const COLUMNS = ['id', 'nip', 'name', 'unitId', 'position', 'superior', 'phone', 'employment', 'isActive']
  .map((column) => `e."${column}"`)
  .join(', ')

/** Reading who is in the roster. */
export function staffStore({ read }: Database) {
  return {
    /** Who has this account, also if they have left. */
    async employeeOf(person: number): Promise<Employee | undefined> {
      const [employee] = await read<Employee & Row>(
        `SELECT ${COLUMNS} FROM "EmployeeAccount" a JOIN "Employee" e ON e."id" = a."employeeId" WHERE a."person" = ?`,
        [person],
      )
      return employee
    },

    async byNip(nip: string): Promise<Employee | undefined> {
      const [employee] = await read<Employee & Row>(`SELECT ${COLUMNS} FROM "Employee" e WHERE e."nip" = ?`, [
        nip,
      ])
      return employee
    },

    async byId(id: number): Promise<ListedEmployee | undefined> {
      if (!isRowId(id)) return undefined
      const [employee] = await read<ListedRow>(`${LISTED} WHERE e."id" = ?`, [id])
      return employee && listed(employee)
    },

    /** The account of an employee, if they have told who they are. */
    async accountOf(employee: number): Promise<number | undefined> {
      const sql = 'SELECT "person" FROM "EmployeeAccount" WHERE "employeeId" = ?'
      const [row] = await read<{ person: number }>(sql, [employee])
      return row?.person
    },

    /** A page of those who have not left, by name. */
    async list(selection: StaffSelection, first: number, count: number): Promise<ListedEmployee[]> {
      const { sql, values } = whereOf(selection)
      const page = `ORDER BY LOWER(e."name"), e."id" LIMIT ${Number(count)} OFFSET ${Number(first)}`
      return (await read<ListedRow>(`${LISTED} ${sql} ${page}`, values)).map(listed)
    },

    /** How many that are, and how many of them have told who they are. */
    async count(selection: StaffSelection): Promise<{ all: number; registered: number }> {
      const { sql, values } = whereOf(selection)
      const [row] = await read<{ all: number; registered: number }>(
        `SELECT COUNT(*) AS "all", COUNT(a."person") AS "registered" FROM ${JOINED} ${sql}`,
        values,
      )
      return { all: Number(row?.all ?? 0), registered: Number(row?.registered ?? 0) }
    },
  }
}

const JOINED = '"Employee" e LEFT JOIN "EmployeeAccount" a ON a."employeeId" = e."id"'
const LISTED = `SELECT ${COLUMNS}, a."person" AS "account" FROM ${JOINED}`

type ListedRow = Employee & { account: number | null } & Row

const listed = ({ account, ...employee }: ListedRow): ListedEmployee => ({
  ...(employee as Employee),
  isRegistered: account !== null,
})

function whereOf({ units, text }: StaffSelection): { sql: string; values: Value[] } {
  const parts = ['e."isActive"']
  const values: Value[] = []
  if (units) {
    const ids = units.filter(isRowId)
    parts.push(ids.length > 0 ? `e."unitId" IN (${ids.map(() => '?').join(', ')})` : '1 = 0')
    values.push(...ids)
  }
  if (text) {
    parts.push(`(LOWER(e."name") LIKE ? ESCAPE '!' OR e."nip" LIKE ? ESCAPE '!')`)
    const literal = text.toLowerCase().replace(/[!%_]/g, '!$&')
    values.push(`%${literal}%`, `${literal.replace(/\s/g, '')}%`)
  }
  return { sql: `WHERE ${parts.join(' AND ')}`, values }
}
