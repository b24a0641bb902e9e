import { useMemo } from 'preact/hooks'
import type { InlineButton, MessageView, Persona } from '../protocol.ts'
import { Bubble } from './Bubble.tsx'
import type { Intent } from './Conversation.tsx'
import type { Column } from './columns.ts'
import type { Press } from './pressBook.ts'

export interface MessageRowProps {
  message: MessageView
  /** The line above, when a new day begins with this message. */
  day: string | undefined
  /** Whether the message above is from the same person. */
  isFollowing: boolean
  repliedTo: MessageView | undefined
  personas: Persona[]
  botUsername: string
  column: Column
  person: number
  isGroup: boolean
  presses: Press[]
  oldKeyboards: InlineButton[][][] | undefined
  intend(intent: Intent): void
}

/** One message in the list. Drawn anew only when something of its own changed, so that long chats stay quick. */
export function MessageRow(props: MessageRowProps) {
  const { message, day, isFollowing, repliedTo, personas, column, presses, oldKeyboards } = props
  return useMemo(() => {
    if (!message.service) return <Row {...props} />
    return (
      <>
        {day && <p class="day">{day}</p>}
        <p class="service" data-message-id={message.id}>
          {message.service}
        </p>
      </>
    )
    // Everything else is the same for a row as long as it is shown.
  }, [message, day, isFollowing, repliedTo, personas, column, presses.map(nameOf).join(), oldKeyboards])
}

function Row(props: MessageRowProps) {
  return (
    <>
      {props.day && <p class="day">{props.day}</p>}
      <Bubble {...props} />
    </>
  )
}

function nameOf(press: Press): string {
  return `${press.key}${press.isUnanswered}`
}
