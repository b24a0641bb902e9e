import type { Context } from 'telegraf'
import type { Reply } from '../message/message.ts'
import type { Press } from '../message/press.ts'
import type { Received } from '../message/received.ts'
import type { Speak } from '../texts.ts'

/** What a feature's `chat.ts` works with: who acts, what they pressed, and one way to reply. */
export interface SuluhContext extends Context {
  /** The person's Telegram id. */
  person: number
  /** What to call them; written by themselves, so it is escaped like everything else. */
  personName: string
  speak: Speak
  /** What a pressed button asks for; nothing when its data is old or forged. */
  press?: Press
  /** The file, place or number that the person sent in a private chat. */
  received?: Received
  /**
   * Carries out a reply: toast, edit and new messages. Resolves to the ids of the new messages.
   * @param edits the message to edit when it is not the one whose button was pressed
   */
  respond(reply: Reply, edits?: number): Promise<number[]>
}
