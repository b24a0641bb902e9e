import { useEffect, useState } from 'preact/hooks'
import { usePage } from './page.ts'
import { showClock } from './showTime.ts'

const leaps = [
  { label: '+1 jam', seconds: 3600 },
  { label: '+1 hari', seconds: 86_400 },
  { label: '+1 minggu', seconds: 7 * 86_400 },
]

/** The sandbox's date and time, ticking, and the buttons that move it on. */
export function SandboxClock(props: { now: string; isMoved: boolean; readAt: number; person: number }) {
  const { now, isMoved, readAt, person } = props
  const page = usePage()
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1000)
    return () => clearInterval(timer)
  }, [])

  return (
    <fieldset class="clock" aria-label="Jam">
      <time class={isMoved ? 'is-moved' : ''} title={isMoved ? 'Jam sudah dimajukan' : 'Jam komputer ini'}>
        {showClock(new Date(Date.parse(now) + performance.now() - readAt))}
      </time>
      {leaps.map(({ label, seconds }) => (
        <button
          key={label}
          type="button"
          onClick={() => void page.act(person, { do: 'move-clock', seconds })}
        >
          {label}
        </button>
      ))}
    </fieldset>
  )
}
