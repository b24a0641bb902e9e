import type { PageModel } from './pageModel.ts'

/** A thin bar that appears only when something is not connected. */
export function ConnectionBar({ model }: { model: PageModel }) {
  const words = wordsFor(model)
  return words ? (
    <div class="connection" role="status">
      {words}
    </div>
  ) : null
}

function wordsFor({ connection, sandbox }: PageModel): string | undefined {
  if (connection === 'lost') return 'Sambungan terputus. Menyambung lagi…'
  if (connection === 'opening') return 'Menyambung…'
  if (sandbox?.personas.every((persona) => persona.isBot)) return 'Menunggu orang pertama…'
  if (sandbox && !sandbox.botIsListening) return 'Bot belum terhubung. Pesan menunggu sampai bot dijalankan.'
  return undefined
}
