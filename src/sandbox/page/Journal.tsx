import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { JournalEntry } from '../protocol.ts'
import { showSecond } from './showTime.ts'

const shownEntries = 200

/** Calls of the bot and updates to it, newest last; a tap shows the JSON. */
export function Journal({ entries }: { entries: JournalEntry[] }) {
  const [wanted, setWanted] = useState('')
  const [showsPolls, setShowsPolls] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  const isAtEnd = useRef(true)
  const shown = entries
    .filter((entry) => showsPolls || entry.name.toLowerCase() !== 'getupdates')
    .filter((entry) => entry.name.toLowerCase().includes(wanted.toLowerCase()))
    .slice(-shownEntries)

  useLayoutEffect(() => {
    if (isAtEnd.current && list.current) list.current.scrollTop = list.current.scrollHeight
  }, [shown.at(-1)?.number, wanted])

  return (
    <div class="journal">
      <div class="journal-filter">
        <input
          type="search"
          placeholder="Saring nama…"
          aria-label="Saring jurnal"
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
        <label>
          <input
            type="checkbox"
            checked={showsPolls}
            onChange={(event) => setShowsPolls(event.currentTarget.checked)}
          />
          getUpdates
        </label>
      </div>
      <ol
        ref={list}
        aria-label="Catatan jurnal"
        onScroll={({ currentTarget }) => {
          const { scrollHeight, scrollTop, clientHeight } = currentTarget
          isAtEnd.current = scrollHeight - scrollTop - clientHeight < 40
        }}
      >
        {shown.map((entry) => (
          <Entry key={`${entry.direction}${entry.number}`} entry={entry} />
        ))}
      </ol>
      {shown.length === 0 && <p class="empty-chat">Belum ada catatan.</p>}
    </div>
  )
}

function Entry({ entry }: { entry: JournalEntry }) {
  const [isOpen, setOpen] = useState(false)
  return useMemo(() => {
    const { direction, name, status, took, at, warnings } = entry
    const isBad = status !== undefined && status >= 400
    return (
      <li
        class={`journal-entry is-${direction}${isBad ? ' is-bad' : ''}${warnings.length > 0 ? ' is-warned' : ''}`}
      >
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <span title={direction === 'call' ? 'Bot memanggil Telegram' : 'Telegram mengabari bot'}>
            {direction === 'call' ? '↑' : '↓'}
          </span>
          <b>{name}</b>
          {warnings.length > 0 && <span class="lint">{warnings.length}</span>}
          <small>
            {status !== undefined && <span class="status">{status}</span>}
            {took !== undefined && ` · ${Math.round(took)} ms · `}
            {showSecond(at)}
          </small>
        </button>
        {isOpen && <Details entry={entry} />}
      </li>
    )
  }, [entry, isOpen])
}

function Details({ entry }: { entry: JournalEntry }) {
  return (
    <div class="journal-details">
      {entry.warnings.map((warning) => (
        <p key={warning}>⚠ {warning}</p>
      ))}
      <pre>{JSON.stringify(entry.body, null, 2)}</pre>
      {entry.answer !== undefined && <pre>{JSON.stringify(entry.answer, null, 2)}</pre>}
    </div>
  )
}
