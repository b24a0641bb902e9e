import type { Clock } from '../../clock.ts'
import type { KeyedHash } from '../../keyedHash.ts'
import { localDay } from '../../localTime.ts'
import type { Employee } from '../employee.ts'
import { type NipProblem, readNip } from '../nip.ts'
import { telegramPhone } from '../phone.ts'
import type { StaffStore } from '../store.ts'
import { oneTimeCode, readCode } from './oneTimeCode.ts'
import type { RegistrationStore } from './store.ts'

export type Registrations = ReturnType<typeof registrationService>

/** Tries at proving something, in an hour: of one person, and at one NIP. */
export const MOST_TRIES = 5
const HOUR_MS = 3_600_000
/** How long somebody may take from `/daftar` to the proof. */
const PATIENCE_MS = HOUR_MS
export const CODE_DAYS = 7

/** What came of a proof. Until it is a good one, nothing tells whether the NIP is anybody's. */
export type Proved =
  /** `movedFrom`: the account that was theirs before. */
  | { type: 'linked'; employee: Employee; movedFrom?: number }
  | { type: 'no-match' | 'not-own' | 'too-many' }
  /** The account is another employee's. */
  | { type: 'taken' }
  /** Nothing is to be proved: never begun, finished, or too long ago. */
  | { type: 'nothing' }

/** Telling who one is in the roster, and proving it by Telegram's word for one's number or by a code of the unit. */
export function registrationService(parts: {
  store: RegistrationStore
  staff: Pick<StaffStore, 'byNip' | 'employeeOf' | 'accountOf'>
  hash: KeyedHash
  randomBelow: (limit: number) => number
  clock: Clock
  timeZone: string
}) {
  const { store, staff, hash, randomBelow, clock, timeZone } = parts
  const later = (milliseconds: number) => new Date(clock.now().getTime() + milliseconds)
  const hashOfCode = (nip: string, code: string) => hash('registration code', `${nip} ${code}`)

  async function link(person: number, employee: Employee, code?: string): Promise<Proved> {
    const before = await staff.accountOf(employee.id)
    const given = {
      person,
      employee: employee.id,
      now: clock.now(),
      ...(code !== undefined && { hash: code }),
    }
    if (await store.link(given)) {
      const isMoved = before !== undefined && before !== person
      return { type: 'linked', employee, ...(isMoved && { movedFrom: before }) }
    }
    const present = await staff.employeeOf(person)
    return { type: present && present.id !== employee.id ? 'taken' : 'no-match' }
  }

  /** @param subjects whose tries are counted, beside the person's */
  async function isWithinLimit(person: number, subjects: readonly string[]): Promise<boolean> {
    const since = later(-HOUR_MS)
    return store.tries([hash('try of', String(person)), ...subjects], MOST_TRIES, clock.now(), since)
  }

  return {
    /** What is open of this person; nothing when they are not telling who they are. */
    opened: (person: number) => store.open(person, clock.now()),

    /** Asks who they are. */
    begin: (person: number): Promise<void> => store.save(person, null, later(PATIENCE_MS)),

    cancel: (person: number): Promise<boolean> => store.close(person),

    /** Takes the NIP that somebody typed, if it keeps to the rule. The roster is not looked at. */
    async takeNip(person: number, typed: string): Promise<{ nip: string } | { problem: NipProblem }> {
      const read = readNip(typed, localDay(clock.now(), timeZone))
      if ('problem' in read) return read
      await store.save(person, read.nip.digits, later(PATIENCE_MS))
      return { nip: read.nip.digits }
    },

    /**
     * Proves by a number that Telegram gave. Such a number cannot be made up, so only the person's tries are counted:
     * otherwise strangers could shut an employee out by trying their NIP.
     */
    async proveByPhone(person: number, contact: { phone: string; isOwn: boolean }): Promise<Proved> {
      const opened = await store.open(person, clock.now())
      if (!opened?.nip) return { type: 'nothing' }
      if (!(await isWithinLimit(person, []))) return { type: 'too-many' }
      if (!contact.isOwn) return { type: 'not-own' }
      const employee = await staff.byNip(opened.nip)
      const isTheirs =
        employee?.isActive && employee.phone !== null && employee.phone === telegramPhone(contact.phone)
      return isTheirs ? link(person, employee) : { type: 'no-match' }
    },

    /** Proves by a code. Tries are counted for the person and for the NIP. */
    async proveByCode(person: number, typed: string): Promise<Proved> {
      const opened = await store.open(person, clock.now())
      if (!opened?.nip) return { type: 'nothing' }
      if (!(await isWithinLimit(person, [hash('try at', opened.nip)]))) return { type: 'too-many' }
      const code = readCode(typed)
      const employee = await staff.byNip(opened.nip)
      if (!employee?.isActive || code === undefined) return { type: 'no-match' }
      const hashed = hashOfCode(opened.nip, code)
      const isRight = await store.isCode(employee.id, hashed, clock.now())
      return isRight ? link(person, employee, hashed) : { type: 'no-match' }
    },

    /** Makes a code for an employee, in place of the one before. Whether the actor may, is asked before. */
    async issueCode(actor: number, employee: Employee): Promise<{ code: string; until: Date }> {
      const code = oneTimeCode(randomBelow)
      const until = later(CODE_DAYS * 24 * HOUR_MS)
      const hashed = hashOfCode(employee.nip, code)
      await store.issueCode({ employee: employee.id, hash: hashed, until, actor, now: clock.now() })
      return { code, until }
    },

    /** Takes the account from an employee. Whether the actor may, is asked before. */
    unlink: (employee: number, actor: number): Promise<boolean> => store.unlink(employee, actor, clock.now()),
  }
}
