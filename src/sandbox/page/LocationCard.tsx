import type { MessageView } from '../protocol.ts'
import type { Column } from './columns.ts'
import { usePage } from './page.ts'
import { placeNear } from './places.ts'

/** A place: a map that is only drawn, for nothing is fetched from elsewhere, and the way to a real one. */
export function LocationCard(props: NonNullable<MessageView['location']> & { column: Column }) {
  const { latitude, longitude, accuracy, column } = props
  const page = usePage()
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=15/${latitude}/${longitude}`
  const near = placeNear(latitude, longitude)
  return (
    <button type="button" class="place" title="Buka di peta" onClick={() => page.openLink(column, map)}>
      <span class="place-map" aria-hidden="true">
        <span class="place-pin" />
      </span>
      <b>{near ? `Dekat ${near.name}` : 'Lokasi'}</b>
      <small>
        {latitude.toFixed(5)}, {longitude.toFixed(5)}
        {accuracy !== undefined && ` · ± ${Math.round(accuracy)} m`}
      </small>
    </button>
  )
}
