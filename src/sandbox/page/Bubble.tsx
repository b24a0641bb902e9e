import { useState } from 'preact/hooks'
import { Attachments } from './Attachments.tsx'
import { classNames } from './classNames.ts'
import { describeMessage } from './describeMessage.ts'
import { FormattedText } from './FormattedText.tsx'
import { fullName } from './fullName.ts'
import { InlineKeyboard } from './InlineKeyboard.tsx'
import { MessageMenu } from './MessageMenu.tsx'
import type { MessageRowProps } from './MessageRow.tsx'
import { OldKeyboard } from './OldKeyboard.tsx'
import { showHour } from './showTime.ts'

/** A message with everything that belongs to it: quote, contents, time, keyboard, menu. */
export function Bubble(props: MessageRowProps) {
  const { message, person, personas, isGroup, isFollowing, column } = props
  const [isMenuOpen, setMenuOpen] = useState(false)
  const [oldKeyboard, setOldKeyboard] = useState(false)
  const isOwn = message.from === person
  const hasKeyboard = message.inlineKeyboard && !message.isDeleted
  const sender = personas.find((persona) => persona.id === message.from)
  const name = sender ? fullName(sender) : 'Bot'

  return (
    <article
      class={classNames(
        'message',
        isOwn && 'is-own',
        isFollowing && 'is-following',
        message.isDeleted && 'is-deleted',
        hasKeyboard && 'has-keyboard',
      )}
      data-message-id={message.id}
      aria-label={`${isOwn ? 'Saya' : name}: ${describeMessage(message).slice(0, 80)}`}
      onContextMenu={(event) => {
        if (message.isDeleted || getSelection()?.toString()) return
        event.preventDefault()
        setMenuOpen(true)
      }}
    >
      <div class={classNames('bubble', message.sticker && 'is-bare')}>
        {isGroup && !isOwn && !isFollowing && <b class="sender">{name}</b>}
        {message.forwardedFrom && <small class="forwarded">Diteruskan dari {message.forwardedFrom}</small>}
        {props.repliedTo && <Quote {...props} />}
        <Attachments message={message} person={person} column={column} />
        {message.text && (
          <FormattedText
            text={message.text}
            entities={message.entities}
            column={column}
            isGroup={isGroup}
            botUsername={props.botUsername}
          />
        )}
        <Stamp message={message} />
      </div>
      {hasKeyboard && message.inlineKeyboard && (
        <InlineKeyboard
          message={message}
          person={person}
          column={column}
          rows={message.inlineKeyboard}
          presses={props.presses}
        />
      )}
      {oldKeyboard && props.oldKeyboards && (
        <OldKeyboard message={message} person={person} keyboards={props.oldKeyboards} />
      )}
      {!message.isDeleted && (
        <MessageMenu
          {...props}
          isOpen={isMenuOpen}
          setOpen={setMenuOpen}
          showOldKeyboard={props.oldKeyboards && (() => setOldKeyboard(!oldKeyboard))}
        />
      )}
    </article>
  )
}

function Stamp({ message }: Pick<MessageRowProps, 'message'>) {
  return (
    <small class="stamp">
      {message.isDeleted && 'dihapus · '}
      {message.editedAt && 'diedit '}
      <time dateTime={message.at}>{showHour(message.at)}</time>
    </small>
  )
}

function Quote({ repliedTo, personas }: MessageRowProps) {
  if (!repliedTo) return null
  const author = personas.find((persona) => persona.id === repliedTo.from)
  return (
    <button
      type="button"
      class="quote"
      onClick={(event) =>
        event.currentTarget
          .closest('.messages')
          ?.querySelector(`[data-message-id="${repliedTo.id}"]`)
          ?.scrollIntoView({ block: 'center', behavior: 'smooth' })
      }
    >
      <b>{author ? fullName(author) : 'Bot'}</b>
      <span>{describeMessage(repliedTo).slice(0, 120)}</span>
    </button>
  )
}
