import type { FileRef } from '../protocol.ts'
import { fileAddress } from './localTelegram.ts'

/** A sound with the means to play it. */
export function SoundPlayer({ file, name }: { file: FileRef; name: string }) {
  return (
    <figure class="player">
      <figcaption>{name}</figcaption>
      {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what people say here */}
      <audio controls preload="metadata" src={fileAddress(file)} aria-label={name} />
    </figure>
  )
}

/** A film with the means to play it; `isRound` for the film of a face. */
export function FilmPlayer({ file, isRound = false }: { file: FileRef; isRound?: boolean }) {
  return (
    // biome-ignore lint/a11y/useMediaCaption: nobody has written down what people say here
    <video
      class={`film${isRound ? ' is-round' : ''}`}
      controls
      preload="metadata"
      playsInline
      src={fileAddress(file)}
      aria-label={isRound ? 'Pesan video' : file.name}
    />
  )
}
