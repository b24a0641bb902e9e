import { useState } from 'preact/hooks'
import type { Persona } from '../protocol.ts'
import { type Column, withoutDeepLink } from './columns.ts'
import { payloadPattern } from './deepLink.ts'
import { usePage } from './page.ts'

/** The big MULAI button, and the code of the deep link it would send along. */
export function StartPanel({ column, person }: { column: Column; person: Persona }) {
  const page = usePage()
  const [payload, setPayload] = useState(column.payload ?? '')
  const start = async () => {
    const as = person.id
    const isDone = await page.act(as, { do: 'start', as, ...(payload && { payload }) })
    if (isDone) page.changeColumns((columns) => withoutDeepLink(columns, column.key))
  }

  return (
    <form
      class="foot start-panel"
      onSubmit={(event) => {
        event.preventDefault()
        void start()
      }}
    >
      <label>
        <span>?start=</span>
        <input
          value={payload}
          placeholder="kode tautan, boleh kosong"
          aria-label="Kode tautan"
          pattern={payloadPattern}
          title="Huruf, angka, _ dan -; paling banyak 64"
          autocomplete="off"
          onInput={(event) => setPayload(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="big">
        MULAI
      </button>
    </form>
  )
}
