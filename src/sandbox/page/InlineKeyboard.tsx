import type { InlineButton, MessageView } from '../protocol.ts'
import { classNames } from './classNames.ts'
import type { Column } from './columns.ts'
import { type Page, usePage } from './page.ts'
import type { Press } from './pressBook.ts'

interface InlineKeyboardProps {
  message: MessageView
  person: number
  column: Column
  rows: InlineButton[][]
  presses: Press[]
}

/** The buttons under a message, in rows of equal width. */
export function InlineKeyboard({ message, person, column, rows, presses }: InlineKeyboardProps) {
  const page = usePage()
  const isUnanswered = presses.some((press) => press.isUnanswered)

  return (
    <fieldset class="inline-keyboard" aria-label="Tombol pesan">
      {rows.map((row, rowIndex) => (
        <div class="inline-row" key={rowIndex}>
          {row.map((button, columnIndex) => {
            const at = presses.find((press) => press.row === rowIndex && press.column === columnIndex)
            const isWaiting = at !== undefined && !at.isUnanswered
            return (
              <button
                key={columnIndex}
                type="button"
                class={classNames(
                  'inline-button',
                  isWaiting && 'is-waiting',
                  at?.isUnanswered && 'is-unanswered',
                )}
                aria-busy={isWaiting}
                title={hint(button)}
                onClick={() => {
                  if (button.callbackData === undefined) follow(page, column, person, button)
                  else if (!isWaiting) page.press(person, message.chat, message.id, rowIndex, columnIndex)
                }}
              >
                {button.text}
                {sign(button)}
                {button.warnings.length > 0 && (
                  <span class="lint" role="img" aria-label="Peringatan">
                    !
                  </span>
                )}
              </button>
            )
          })}
        </div>
      ))}
      {isUnanswered && (
        <p class="unanswered" role="alert">
          Bot tidak menjawab
        </p>
      )}
    </fieldset>
  )
}

function hint({ callbackData, url, copyText, webApp, warnings }: InlineButton): string {
  const what = callbackData ?? url ?? webApp ?? (copyText !== undefined ? `Salin: ${copyText}` : 'tanpa data')
  return [what, ...warnings.map((warning) => `⚠ ${warning}`)].join('\n')
}

function sign(button: InlineButton) {
  const mark = button.url ? '↗' : button.webApp ? '▢' : button.copyText === undefined ? '' : '❐'
  return mark ? (
    <span class="sign" aria-hidden="true">
      {mark}
    </span>
  ) : null
}

function follow(page: Page, column: Column, person: number, { url, webApp, copyText }: InlineButton): void {
  const address = url ?? webApp
  if (address) page.openLink(column, address)
  else if (copyText === undefined) {
    page.notify({ person, kind: 'problem', text: 'Tombol ini tidak dapat dicoba di sini.' })
  } else {
    void navigator.clipboard.writeText(copyText)
    page.notify({ person, kind: 'toast', text: 'Tersalin' })
  }
}
