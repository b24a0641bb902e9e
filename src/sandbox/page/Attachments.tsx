import type { FileRef, MessageView } from '../protocol.ts'
import type { Column } from './columns.ts'
import { FileCard } from './FileCard.tsx'
import { LocationCard } from './LocationCard.tsx'
import { fileAddress } from './localTelegram.ts'
import { FilmPlayer, SoundPlayer } from './Player.tsx'
import { PollCard } from './PollCard.tsx'

/** Whatever a message carries besides its text. */
export function Attachments(props: { message: MessageView; person: number; column: Column }) {
  const { message, person, column } = props
  const { photo, document, voice, audio, video, videoNote, sticker, location, contact, poll } = message
  return (
    <>
      {photo && <Photo photo={photo} />}
      {document && <FileCard file={document} />}
      {voice && <SoundPlayer file={voice} name="Pesan suara" />}
      {audio && <SoundPlayer file={audio} name={audio.name} />}
      {video && <FilmPlayer file={video} />}
      {videoNote && <FilmPlayer file={videoNote} isRound />}
      {sticker && (
        <span class="sticker" role="img" aria-label={`Stiker ${sticker.emoji}`}>
          {sticker.emoji}
        </span>
      )}
      {location && <LocationCard {...location} column={column} />}
      {contact && (
        <div class="card">
          <span class="card-face" aria-hidden="true">
            👤
          </span>
          <span>
            <b>{contact.firstName}</b>
            <small>{contact.phone}</small>
          </span>
        </div>
      )}
      {poll && <PollCard message={message} poll={poll} person={person} />}
    </>
  )
}

function Photo({ photo }: { photo: FileRef }) {
  return (
    <a
      class="photo"
      href={fileAddress(photo)}
      target="_blank"
      rel="noreferrer"
      title="Buka foto"
      aria-label={`Buka foto ${photo.name}`}
    >
      <img
        src={fileAddress(photo)}
        alt={photo.name}
        loading="lazy"
        width={photo.width}
        height={photo.height}
      />
    </a>
  )
}
