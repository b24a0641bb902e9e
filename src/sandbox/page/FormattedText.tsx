import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Entity } from '../protocol.ts'
import type { Column } from './columns.ts'
import { type Formatted, formatText, isBlock } from './formatText.ts'
import { type Page, usePage } from './page.ts'

interface FormattedTextProps {
  text: string
  entities: Entity[]
  column: Column
  isGroup: boolean
  botUsername: string
}

/** A text dressed by its entities, built from elements only: what a message says never becomes markup. */
export function FormattedText({ text, entities, column, isGroup, botUsername }: FormattedTextProps) {
  const page = usePage()
  const sayCommand = (command: string) => {
    const { person, chat = person, thread } = column
    const said = isGroup && !command.includes('@') ? `${command}@${botUsername}` : command
    void page.act(person, { do: 'say', as: person, chat, text: said, ...(thread && { thread }) })
  }
  const draw = (pieces: Formatted[]): ComponentChildren =>
    pieces.map((piece, index) => {
      const before = pieces[index - 1]
      if (typeof piece !== 'string') {
        return dressed(piece.entity, piece.text, draw(piece.children), { page, column, sayCommand })
      }
      return typeof before === 'object' && isBlock(before.entity) ? piece.replace(/^\n/, '') : piece
    })
  return <div class="text">{draw(formatText(text, entities))}</div>
}

interface Reach {
  page: Page
  column: Column
  sayCommand(command: string): void
}

function dressed(entity: Entity, text: string, inside: ComponentChildren, reach: Reach) {
  switch (entity.type) {
    case 'bold':
      return <b>{inside}</b>
    case 'italic':
      return <i>{inside}</i>
    case 'underline':
      return <u>{inside}</u>
    case 'strikethrough':
      return <s>{inside}</s>
    case 'spoiler':
      return <Spoiler>{inside}</Spoiler>
    case 'code':
      return <code>{inside}</code>
    case 'pre':
      return (
        <pre title={entity.language ?? ''}>
          <code>{inside}</code>
        </pre>
      )
    case 'blockquote':
    case 'expandable_blockquote':
      return <blockquote>{inside}</blockquote>
    case 'text_link':
      return <Link url={entity.url ?? ''} reach={reach} inside={inside} />
    case 'url':
      return <Link url={/^[a-z]+:/i.test(text) ? text : `https://${text}`} reach={reach} inside={inside} />
    case 'email':
      return <Link url={`mailto:${text}`} reach={reach} inside={inside} />
    case 'phone_number':
      return <Link url={`tel:${text}`} reach={reach} inside={inside} />
    case 'bot_command':
      return (
        <button type="button" class="link" onClick={() => reach.sayCommand(text)}>
          {inside}
        </button>
      )
    case 'mention':
    case 'text_mention':
    case 'hashtag':
    case 'cashtag':
      return <span class="mention">{inside}</span>
    default:
      return <span>{inside}</span>
  }
}

function Link({ url, reach, inside }: { url: string; reach: Reach; inside: ComponentChildren }) {
  return (
    <button type="button" class="link" title={url} onClick={() => reach.page.openLink(reach.column, url)}>
      {inside}
    </button>
  )
}

function Spoiler({ children }: { children: ComponentChildren }) {
  const [isShown, setShown] = useState(false)
  return isShown ? (
    <span class="spoiler is-shown">{children}</span>
  ) : (
    <button
      type="button"
      class="spoiler"
      aria-label="Tampilkan teks tersembunyi"
      onClick={() => setShown(true)}
    >
      {children}
    </button>
  )
}
