import { useState } from 'preact/hooks'
import type { MessageView, PollView } from '../protocol.ts'
import { usePage } from './page.ts'

/** A poll: one tap votes, several answers are sent together, and a vote can be taken back. */
export function PollCard({
  message,
  poll,
  person,
}: {
  message: MessageView
  poll: PollView
  person: number
}) {
  const page = usePage()
  const [ticked, setTicked] = useState<number[]>([])
  const mine = poll.options.flatMap((option, index) => (option.mine.includes(person) ? [index] : []))
  const voters = new Set(poll.options.flatMap((option) => option.mine)).size
  // Voters of an anonymous poll may be untold; with one answer each, votes are voters.
  const total = voters || poll.options.reduce((sum, option) => sum + option.votes, 0)
  const showsResult = poll.isClosed || mine.length > 0
  const vote = async (options: number[]) => {
    setTicked(options)
    const isDone = await page.act(person, {
      do: 'vote',
      as: person,
      chat: message.chat,
      message: message.id,
      options,
    })
    if (!isDone) setTicked([])
  }
  const choose = (index: number) => {
    if (!poll.allowsMultiple) void vote([index])
    else setTicked(ticked.includes(index) ? ticked.filter((other) => other !== index) : [...ticked, index])
  }

  return (
    <fieldset class="poll" aria-label={poll.question}>
      <b>{poll.question}</b>
      <small>{describe(poll)}</small>
      {poll.options.map((option, index) =>
        showsResult ? (
          <div class="poll-result" key={option.text}>
            <b>{total === 0 ? 0 : Math.round((option.votes / total) * 100)}%</b>
            <span>
              {option.text} {mine.includes(index) && '✓'}
            </span>
            <meter
              min={0}
              max={Math.max(1, total)}
              value={option.votes}
              aria-label={`${option.votes} suara`}
            />
          </div>
        ) : (
          <label class="poll-option" key={option.text}>
            <input
              type={poll.allowsMultiple ? 'checkbox' : 'radio'}
              checked={ticked.includes(index)}
              onChange={() => choose(index)}
            />
            {option.text}
          </label>
        ),
      )}
      <small>{total} suara</small>
      {!showsResult && poll.allowsMultiple && (
        <button type="button" class="quiet" disabled={ticked.length === 0} onClick={() => void vote(ticked)}>
          Kirim suara
        </button>
      )}
      {mine.length > 0 && !poll.isClosed && poll.kind === 'regular' && (
        <button type="button" class="quiet" onClick={() => void vote([])}>
          Tarik suara
        </button>
      )}
    </fieldset>
  )
}

function describe(poll: PollView): string {
  const kind = poll.kind === 'quiz' ? 'Kuis' : 'Jajak pendapat'
  const who = poll.isAnonymous ? 'anonim' : 'terbuka'
  return `${kind} ${who}${poll.isClosed ? ' · ditutup' : ''}`
}
