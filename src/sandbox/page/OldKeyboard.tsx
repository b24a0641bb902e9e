import type { InlineButton, MessageView } from '../protocol.ts'
import { usePage } from './page.ts'

/** Keyboards this message no longer has, for a tester who plays a client with an old screen. */
export function OldKeyboard(props: { message: MessageView; person: number; keyboards: InlineButton[][][] }) {
  const { message, person, keyboards } = props
  const page = usePage()
  return (
    <fieldset class="old-keyboards" aria-label="Tombol lama">
      {keyboards.map((rows, index) => (
        <div key={keyboards.length - index}>
          {rows.flat().map((button) =>
            button.callbackData === undefined ? null : (
              <OldButton
                key={`${button.text} ${button.callbackData}`}
                button={button}
                press={(data) =>
                  void page.act(person, {
                    do: 'press-data',
                    as: person,
                    chat: message.chat,
                    message: message.id,
                    data,
                  })
                }
              />
            ),
          )}
        </div>
      ))}
    </fieldset>
  )
}

function OldButton({ button, press }: { button: InlineButton; press(data: string): void }) {
  const { callbackData = '' } = button
  return (
    <button type="button" title={callbackData} onClick={() => press(callbackData)}>
      {button.text}
    </button>
  )
}
