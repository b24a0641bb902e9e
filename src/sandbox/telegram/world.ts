import type { Clock } from '../../clock.ts'
import type { EventLog } from './events.ts'
import type { Faults } from './faults.ts'
import type { Journal } from './journal.ts'
import type { Limits } from './limits.ts'
import type { CallbackBook } from './state/callbacks.ts'
import type { Chat } from './state/chats.ts'
import type { Profile } from './state/commands.ts'
import type { FileShelf } from './state/files.ts'
import type { Person } from './state/people.ts'
import type { StoredPoll } from './state/polls.ts'
import type { UpdateQueue } from './state/updates.ts'
import type { PollingDesk } from './updates/pollingDesk.ts'
import type { WebhookDesk } from './updates/webhookDesk.ts'

/** The sandbox's time: the machine's or a test's, moved forward by whole seconds. */
export interface MovableClock extends Clock {
  move(seconds: number): void
  isMoved(): boolean
}

/** Everything one local Telegram knows. Several live side by side; nothing of it is outside. */
export interface World {
  clock: MovableClock
  token: string
  bot: Person
  profile: Profile
  /** Whether the bot gets only commands and replies in groups where it is a plain member. */
  hasPrivacy: boolean
  people: Map<number, Person>
  chats: Map<number, Chat>
  polls: Map<string, StoredPoll>
  files: FileShelf
  callbacks: CallbackBook
  /** Runs while somebody waits for the bot to answer a press. */
  callbackTimer?: NodeJS.Timeout
  updates: UpdateQueue
  polling: PollingDesk
  webhook: WebhookDesk
  events: EventLog
  journal: Journal
  faults: Faults
  limits: Limits
  /** Messages kept in each chat. */
  historySize: number
  /** Private chats and basic groups share one count of messages, as in a real account. */
  lastMessage: number
  lastPerson: number
  lastGroup: number
}
