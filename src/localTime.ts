/** The calendar day at a moment, where the clocks show the time of `timeZone`. */
export function localDay(moment: Date, timeZone: string): string {
  return formatterOf(timeZone).format(moment).slice(0, 10)
}

/** A moment as the clocks of `timeZone` show it, in ISO 8601 with their offset: `2026-03-15T17:30:00.000+07:00`. */
export function localMoment(moment: Date, timeZone: string): string {
  const [day = '', time = ''] = formatterOf(timeZone).format(moment).split(', ')
  const milliseconds = String(moment.getUTCMilliseconds()).padStart(3, '0')
  // What the clocks show, read as UTC, is ahead of UTC by their offset.
  const seconds = Math.floor(moment.getTime() / 1000)
  const minutes = Math.round((Date.parse(`${day}T${time}Z`) / 1000 - seconds) / 60)
  const offset = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) =>
    String(part).padStart(2, '0'),
  )
  return `${day}T${time}.${milliseconds}${minutes < 0 ? '-' : '+'}${offset.join(':')}`
}

/**
 * The moment at which the clocks of `timeZone` show so many minutes after midnight of a calendar day. Where they jump
 * over that time, the moment as long after the jump.
 */
export function momentAt(day: string, minutes: number, timeZone: string): Date {
  const shown = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000
  const first = shown - offsetAt(shown, timeZone)
  return new Date(shown - offsetAt(first, timeZone))
}

/** Milliseconds by which the clocks of `timeZone` are ahead of UTC. */
function offsetAt(moment: number, timeZone: string): number {
  const [day, time] = formatterOf(timeZone).format(moment).split(', ')
  return Date.parse(`${day}T${time}Z`) - Math.floor(moment / 1000) * 1000
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  // Making one costs a hundred times more than using it, and there are only a few zones.
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
    formatters.set(timeZone, formatter)
  }
  return formatter
}
