import { useEffect, useRef, useState } from 'preact/hooks'
import type { Act } from '../act.ts'
import type { ChatView, MessageView, Persona, SandboxState } from '../protocol.ts'
import { AttachMenu } from './AttachMenu.tsx'
import { CommandList } from './CommandList.tsx'
import type { Intent } from './Conversation.tsx'
import type { Column } from './columns.ts'
import { commandsFor } from './commandsFor.ts'
import { IntentBar } from './IntentBar.tsx'
import { usePage } from './page.ts'
import { isPanelShown, ReplyKeyboard } from './ReplyKeyboard.tsx'
import { sendFiles } from './sendFiles.ts'

interface ComposerProps {
  sandbox: SandboxState
  column: Column
  person: Persona
  chat: ChatView
  messages: MessageView[]
  intent: Intent | undefined
  intend(intent: Intent | undefined): void
}

/** What was being typed in each chat, so that a look at another one loses nothing. */
const drafts = new Map<string, string>()

/** The input with its menu of commands, attachments and the bot's reply keyboard. */
export function Composer(props: ComposerProps) {
  const { sandbox, column, person, chat, messages, intent, intend } = props
  const page = usePage()
  const as = person.id
  const thread = column.thread ?? 0
  const draftKey = `${as}:${chat.id}:${thread}`
  const [text, setText] = useState(drafts.get(draftKey) ?? '')
  const [listsCommands, setListsCommands] = useState(false)
  const [putAway, setPutAway] = useState<PutAway | undefined>()
  const input = useRef<HTMLTextAreaElement>(null)
  const commands = commandsFor(sandbox.bot, chat, person)
  const panel = chat.replyPanel
  const isPanelMeant = panel?.kind === 'keyboard' || panel?.message === intent?.message.id
  const lastHeard = messages.findLast((message) => message.from !== as)?.id ?? 0
  const isPanelOpen = isPanelShown(panel, putAway, lastHeard)

  useEffect(() => {
    drafts.set(draftKey, text)
    grow(input.current)
  }, [text, draftKey])
  useEffect(() => {
    if (matchMedia('(hover: hover)').matches) input.current?.focus()
  }, [])
  useEffect(() => {
    if (intent?.kind === 'edit') setText(intent.message.text ?? '')
    if (intent) input.current?.focus()
  }, [intent])

  const say = async (words: string) => {
    if (words.trim() === '') return
    setText('')
    setListsCommands(false)
    intend(undefined)
    const isDone = await page.act(as, sayingOrEditing(words))
    if (!isDone) setText((typed) => typed || words)
  }

  function sayingOrEditing(words: string): Act {
    if (intent?.kind === 'edit')
      return { do: 'edit', as, chat: chat.id, message: intent.message.id, text: words }
    const replyTo = intent?.message.id
    return {
      do: 'say',
      as,
      chat: chat.id,
      text: words,
      ...(thread > 0 && { thread }),
      ...(replyTo !== undefined && { replyTo }),
    }
  }

  const command = (name: string) =>
    void say(chat.kind === 'private' ? `/${name}` : `/${name}@${sandbox.bot.username}`)
  const typed = text.match(/^\/(\w*)$/)?.[1]
  const offered = listsCommands
    ? commands
    : commands.filter((c) => typed !== undefined && c.command.startsWith(typed))

  return (
    <div class="foot composer">
      {offered.length > 0 && (
        <CommandList
          commands={offered}
          input={input}
          isTyping={!listsCommands}
          choose={command}
          close={() => setListsCommands(false)}
        />
      )}
      {intent && <IntentBar intent={intent} personas={sandbox.personas} cancel={() => stopIntent()} />}
      <form
        class="input-row"
        onSubmit={(event) => {
          event.preventDefault()
          void say(text)
        }}
      >
        {commands.length > 0 && (
          <button
            type="button"
            class="commands-button"
            aria-expanded={listsCommands}
            onClick={() => setListsCommands(!listsCommands)}
          >
            Menu
          </button>
        )}
        <AttachMenu person={person} chat={chat} thread={column.thread} />
        <textarea
          ref={input}
          rows={1}
          value={text}
          aria-label="Pesan"
          placeholder={(isPanelMeant && panel?.placeholder) || 'Tulis pesan…'}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
              event.preventDefault()
              void say(text)
            }
            if (event.key === 'Escape') stopIntent()
            if (event.key === 'ArrowUp' && text === '') editLast()
          }}
          onPaste={(event) => {
            const files = [...(event.clipboardData?.files ?? [])]
            if (files.length === 0) return
            event.preventDefault()
            void sendFiles(page, { as, chat: chat.id, ...(thread > 0 && { thread }) }, files, 'shown')
          }}
        />
        {panel?.kind === 'keyboard' && (
          <button
            type="button"
            class="icon"
            aria-label={isPanelOpen ? 'Sembunyikan tombol balasan' : 'Tampilkan tombol balasan'}
            aria-expanded={isPanelOpen}
            onClick={() => setPutAway(isPanelOpen ? { panel, lastHeard } : undefined)}
          >
            ⌨
          </button>
        )}
        <button type="submit" class="send" aria-label="Kirim" disabled={text.trim() === ''}>
          ➤
        </button>
      </form>
      {panel?.kind === 'keyboard' && isPanelOpen && (
        <ReplyKeyboard
          panel={panel}
          person={person}
          chat={chat.id}
          thread={column.thread}
          used={() => panel.oneTime && setPutAway({ panel, lastHeard })}
        />
      )}
    </div>
  )

  function stopIntent() {
    if (intent?.kind === 'edit') setText('')
    intend(undefined)
    setListsCommands(false)
  }

  function editLast() {
    const message = messages.findLast((own) => own.from === as && own.text && !own.isDeleted)
    if (message) intend({ kind: 'edit', message })
  }
}

/** A reply keyboard that was collapsed, and the last message heard then. */
export interface PutAway {
  panel: ChatView['replyPanel']
  lastHeard: number
}

/** The input's height by its lines, where CSS alone cannot do it. */
function grow(input: HTMLTextAreaElement | null): void {
  if (!input || CSS.supports('field-sizing', 'content')) return
  input.style.height = 'auto'
  input.style.height = `${Math.min(input.scrollHeight, 160)}px`
}
