import type { Persona } from '../protocol.ts'
import type { Intent } from './Conversation.tsx'
import { describeMessage } from './describeMessage.ts'
import { fullName } from './fullName.ts'

/** Above the input: which message is being answered or changed. */
export function IntentBar(props: { intent: Intent; personas: Persona[]; cancel(): void }) {
  const { intent, personas, cancel } = props
  const author = personas.find((persona) => persona.id === intent.message.from)
  return (
    <div class="intent">
      <div>
        <b>{intent.kind === 'edit' ? 'Mengubah pesan' : `Membalas ${author ? fullName(author) : 'bot'}`}</b>
        <span>{describeMessage(intent.message).slice(0, 120)}</span>
      </div>
      <button type="button" class="icon" aria-label="Batal" onClick={cancel}>
        ✕
      </button>
    </div>
  )
}
