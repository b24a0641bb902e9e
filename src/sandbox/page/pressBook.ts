/** A tap on an inline button the bot has not answered yet, or will never answer. */
export interface Press {
  key: number
  person: number
  chat: number
  message: number
  row: number
  column: number
  /** The callback's id, once the sandbox has told it. */
  callback?: string
  isUnanswered: boolean
}

/** Open taps, and callbacks that ended before the page learned which tap they belong to. */
export interface PressBook {
  open: Press[]
  settled: { callback: string; isUnanswered: boolean }[]
}

const rememberedCallbacks = 50

/** Starts waiting; an earlier failure of the same button is forgotten. */
export function pressBegun(book: PressBook, press: Omit<Press, 'isUnanswered'>): PressBook {
  const others = book.open.filter((open) => !(isSameButton(open, press) && open.isUnanswered))
  return { ...book, open: [...others, { ...press, isUnanswered: false }] }
}

/** Ties a tap to its callback. The event stream may have been faster than this answer. */
export function pressNamed(book: PressBook, key: number, callback: string): PressBook {
  const settled = book.settled.find((ended) => ended.callback === callback)
  const named = {
    ...book,
    open: book.open.map((press) => (press.key === key ? { ...press, callback } : press)),
  }
  return settled ? pressEnded(named, callback, settled.isUnanswered) : named
}

/** Ends the wait of one callback: an answer takes the tap away, silence leaves it as a complaint. */
export function pressEnded(book: PressBook, callback: string, isUnanswered: boolean): PressBook {
  if (!book.open.some((press) => press.callback === callback)) {
    return {
      ...book,
      settled: [...book.settled, { callback, isUnanswered }].slice(-rememberedCallbacks),
    }
  }
  return { ...book, open: withoutOrFailed(book.open, (press) => press.callback === callback, isUnanswered) }
}

/** Gives a tap up that the sandbox refused, or that nobody spoke of any more. */
export function pressGivenUp(book: PressBook, key: number, isUnanswered: boolean): PressBook {
  return { ...book, open: withoutOrFailed(book.open, (press) => press.key === key, isUnanswered) }
}

/** Forgets complaints about a keyboard that is no longer there. */
export function complaintsForgotten(book: PressBook, chat: number, message: number): PressBook {
  const isOld = (press: Press) => press.isUnanswered && press.chat === chat && press.message === message
  return book.open.some(isOld) ? { ...book, open: book.open.filter((press) => !isOld(press)) } : book
}

function withoutOrFailed(open: Press[], is: (press: Press) => boolean, isUnanswered: boolean): Press[] {
  if (!isUnanswered) return open.filter((press) => !is(press))
  return open.map((press) => (is(press) ? { ...press, isUnanswered: true } : press))
}

function isSameButton(a: Omit<Press, 'isUnanswered'>, b: Omit<Press, 'isUnanswered'>): boolean {
  return (
    a.person === b.person &&
    a.chat === b.chat &&
    a.message === b.message &&
    a.row === b.row &&
    a.column === b.column
  )
}
