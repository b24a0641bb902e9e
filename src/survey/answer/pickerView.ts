/** Which page of the calendar or the clock below a question is shown. */
export type PickerView =
  | { show: 'days'; year: number; month: number }
  | { show: 'months'; year: number }
  /** Years from this one on, and spans of years from this one on. */
  | { show: 'years'; year: number }
  | { show: 'spans'; year: number }
  | { show: 'hours' }
  | { show: 'quarters'; hour: number }

const LETTERS = { days: 'd', months: 'm', years: 'y', spans: 's', hours: 'h', quarters: 'q' } as const

/** A view as a button carries it: `d202611`, `m2026`, `y1940`, `s1900`, `h`, `q8`. */
export function packView(view: PickerView): string {
  const letter = LETTERS[view.show]
  switch (view.show) {
    case 'days':
      return `${letter}${view.year * 100 + view.month}`
    case 'hours':
      return letter
    case 'quarters':
      return `${letter}${view.hour}`
    default:
      return `${letter}${view.year}`
  }
}

/** What {@link packView} made; nothing for what it cannot have made. */
export function readView(text: string): PickerView | undefined {
  if (!/^[dmysq]\d{1,6}$|^h$/.test(text)) return undefined
  const number = Number(text.slice(1))
  const isYear = number >= 1 && number <= 9999
  switch (text.charAt(0)) {
    case 'd': {
      const [year, month] = [Math.floor(number / 100), number % 100]
      return year >= 1 && month >= 1 && month <= 12 ? { show: 'days', year, month } : undefined
    }
    case 'm':
      return isYear ? { show: 'months', year: number } : undefined
    case 'y':
      return isYear ? { show: 'years', year: number } : undefined
    case 's':
      return isYear ? { show: 'spans', year: number } : undefined
    case 'q':
      return number <= 23 ? { show: 'quarters', hour: number } : undefined
    default:
      return { show: 'hours' }
  }
}
