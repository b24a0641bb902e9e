import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import { keyedHash } from '../keyedHash.ts'
import type { Outbox } from '../outbox/service.ts'
import { roleChat } from '../role/chat.ts'
import { rightsService } from '../role/rightsService.ts'
import { roleLinkChat } from '../role/roleLinkChat.ts'
import { roleNoticeKinds } from '../role/roleNotices.ts'
import { roleService } from '../role/service.ts'
import { readInTurn } from '../spreadsheet/readInTurn.ts'
import type { TelegramFiles } from '../telegram/files.ts'
import type { LongTurns } from '../telegram/longTurns.ts'
import type { Units } from '../unit/service.ts'
import { staffChat } from './chat.ts'
import { accountMovedKind } from './registration/accountMoved.ts'
import { registrationChat } from './registration/chat.ts'
import { registrationService } from './registration/service.ts'
import type { RegistrationStore } from './registration/store.ts'
import { sentRosterChat, takeSentRoster } from './roster/sentRosterChat.ts'
import { rosterService } from './roster/service.ts'
import type { RosterStore } from './roster/store.ts'
import { staffService } from './service.ts'
import type { StaffStore } from './store.ts'

/** Connects all that is about civil servants: who they are, what people may do, and the conversations about it. */
export function openStaff(parts: {
  store: StaffStore
  registrationStore: RegistrationStore
  rosterStore: RosterStore
  roleStore: Parameters<typeof roleService>[0]['store']
  units: Units
  outbox: Pick<Outbox, 'put'>
  files: TelegramFiles
  turns: LongTurns
  /** Whether somebody is named in ADMIN_IDS. */
  isAdmin: (person: number) => boolean
  /** Whether a survey is asking somebody for a file. */
  asksForFile: (person: number) => Promise<boolean>
  secretKey: string
  randomBelow: (limit: number) => number
  randomCode: () => string
  randomId: () => string
  /** What Telegram calls the bot. */
  bot: string
  clock: Clock
  timeZone: string
  log: Logger
}) {
  const { store, roleStore, units, outbox, files, turns, isAdmin, asksForFile, bot, clock, timeZone, log } =
    parts
  const { randomBelow, randomCode, randomId } = parts
  const hash = keyedHash(parts.secretKey)
  const staff = staffService(store)
  const rights = rightsService({ store: roleStore, isFirst: isAdmin, employeeOf: staff.employeeOf })
  const roles = roleService({ store: roleStore, rights, hash, randomCode, clock })
  const registrations = registrationService({
    ...{ store: parts.registrationStore, staff: store, hash, randomBelow, clock, timeZone },
  })
  const roster = rosterService({
    ...{ store: parts.rosterStore, units, read: readInTurn(), clock, timeZone, randomId },
  })
  const registering = registrationChat({ registrations, staff, units, outbox, clock, timeZone, log })
  const takesFiles = async (person: number) => isAdmin(person) || asksForFile(person)

  return {
    staff,
    rights,
    /** Takes a spreadsheet that an admin sent, if it is a roster. */
    takeSentRoster: takeSentRoster(roster, rights),
    /** Before surveys. */
    chats: [
      roleChat({ roles, rights, staff, units, outbox, bot, clock, timeZone, log }),
      roleLinkChat({ roles, units, outbox, clock, timeZone, log }),
      registering.chat,
      staffChat({ staff, registrations, rights, units, timeZone, log }),
      sentRosterChat({ roster, rights, files, turns, takesFiles, log }),
    ],
    /** After surveys, for what none of them took. */
    hints: registering.hints,
    /** What the bot says by itself. */
    kinds: [accountMovedKind, ...roleNoticeKinds({ roles, units })],
  }
}
