const clockTime = new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit', hour12: false })
const longDay = new Intl.DateTimeFormat('id-ID', { weekday: 'long', day: 'numeric', month: 'long' })
const shortDay = new Intl.DateTimeFormat('id-ID', { day: 'numeric', month: 'short' })
const wholeClock = new Intl.DateTimeFormat('id-ID', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

/** `09.05`, in the reader's time zone. */
export function showHour(iso: string): string {
  return clockTime.format(new Date(iso))
}

/** `09.05.31`, for the journal. */
export function showSecond(iso: string): string {
  return new Date(iso).toTimeString().slice(0, 8).replaceAll(':', '.')
}

/** The line between two days of messages, `Senin, 3 Februari`. */
export function showDay(iso: string): string {
  return longDay.format(new Date(iso))
}

/** The hour for today's messages, the day for older ones. */
export function showHourOrDay(iso: string, now: string): string {
  return isSameDay(iso, now) ? showHour(iso) : shortDay.format(new Date(iso))
}

/** Date and time to the minute, for the sandbox clock. */
export function showClock(now: Date): string {
  return wholeClock.format(now).replace(/, (?=\d\d\.)/, ' ')
}

/** Whether both moments fall on one day of the reader's calendar. */
export function isSameDay(a: string, b: string): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString()
}

/** `1,5 MB`, `340 kB`. */
export function showSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`
}
