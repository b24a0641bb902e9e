import type { Message } from '../../message/message.ts'
import type { Piece } from '../../telegram/courier.ts'
import type { WaitingRow } from '../row.ts'

/** A message that is ready to be sent. */
export interface Task {
  row: WaitingRow
  /** In HTML, as it is kept. */
  said: string
  message: Message
  pieces: Piece[]
  /** Pieces that have arrived. */
  arrived: number
  /** Telegram's id of the last of them. */
  messageId?: number
  /** How often Telegram said "too fast" to it since it is in hand. */
  waits?: number
}
