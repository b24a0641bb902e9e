import type { ChatView, Persona, ReplyPanel } from '../protocol.ts'
import { askContact, askLocation } from './askToShare.ts'
import type { PutAway } from './Composer.tsx'
import { usePage } from './page.ts'

interface ReplyKeyboardProps {
  panel: Extract<ReplyPanel, { kind: 'keyboard' }>
  person: Persona
  chat: number
  thread: number | undefined
  /** Called after a button was used. */
  used(): void
}

/** The bot's own keyboard in place of the telephone's; a tap says the button's words. */
export function ReplyKeyboard({ panel, person, chat, thread, used }: ReplyKeyboardProps) {
  const page = usePage()
  const as = person.id
  const where = { as, chat, ...(thread && { thread }) }
  const tap = async ({ text, request }: { text: string; request?: 'contact' | 'location' }) => {
    const isDone =
      request === 'contact'
        ? await askContact(page, person, chat)
        : request === 'location'
          ? await askLocation(page, where, 'measured')
          : await page.act(as, { do: 'say', ...where, text })
    if (isDone) used()
  }

  return (
    <fieldset class={`reply-keyboard${panel.resize ? '' : ' is-tall'}`} aria-label="Tombol balasan">
      {panel.rows.map((row, index) => (
        <div class="inline-row" key={index}>
          {row.map((button) => (
            <button key={button.text} type="button" onClick={() => void tap(button)}>
              {button.request === 'contact' && '📱 '}
              {button.request === 'location' && '📍 '}
              {button.text}
            </button>
          ))}
        </div>
      ))}
    </fieldset>
  )
}

/**
 * Whether the keyboard is open. One that was put away stays so until the bot has sent a keyboard again, which
 * shows as another panel together with a newer message.
 */
export function isPanelShown(
  panel: ChatView['replyPanel'],
  putAway: PutAway | undefined,
  lastHeard: number,
): boolean {
  if (panel?.kind !== 'keyboard') return false
  return !putAway || (putAway.panel !== panel && lastHeard > putAway.lastHeard)
}
