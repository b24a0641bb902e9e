import type { FileRef, MessageView } from '../protocol.ts'
import type { Column } from './columns.ts'
import { fileAddress } from './localTelegram.ts'
import { PollCard } from './PollCard.tsx'
import { usePage } from './page.ts'
import { showSize } from './showTime.ts'

/** Whatever a message carries besides its text. */
export function Attachments(props: { message: MessageView; person: number; column: Column }) {
  const { message, person, column } = props
  const { photo, document, voice, sticker, location, contact, poll } = message
  return (
    <>
      {photo && <Photo photo={photo} />}
      {document && <FileLine file={document} face="📄" name={document.name} />}
      {voice && <FileLine file={voice} face="🎤" name="Pesan suara" />}
      {sticker && (
        <span class="sticker" role="img" aria-label={`Stiker ${sticker.emoji}`}>
          {sticker.emoji}
        </span>
      )}
      {location && <Location {...location} column={column} />}
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
    <a class="photo" href={fileAddress(photo)} target="_blank" rel="noreferrer" title={photo.name}>
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

function FileLine({ file, face, name }: { file: FileRef; face: string; name: string }) {
  return (
    <a class="card" href={fileAddress(file)} download={file.name}>
      <span class="card-face" aria-hidden="true">
        {face}
      </span>
      <span>
        <b>{name}</b>
        <small>{showSize(file.size)} · Unduh</small>
      </span>
    </a>
  )
}

function Location(props: { latitude: number; longitude: number; column: Column }) {
  const { latitude, longitude, column } = props
  const page = usePage()
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=15/${latitude}/${longitude}`
  return (
    <button type="button" class="card" onClick={() => page.openLink(column, map)}>
      <span class="card-face" aria-hidden="true">
        📍
      </span>
      <span>
        <b>Lokasi</b>
        <small>
          {latitude.toFixed(5)}, {longitude.toFixed(5)}
        </small>
      </span>
    </button>
  )
}
