export type FillAhead = ReturnType<typeof fillAhead>

/** How old the last look for what is due may be: something urgent may have come from another instance. */
const LOOK_MS = 1_000

/** Fills the hand of the deliverer while it sends, so that it never waits for the database. */
export function fillAhead(parts: {
  /** @returns how many it found; 0 when nothing is due any more */
  fill: () => Promise<number>
  /** Whether there is little left in the hand. */
  isThin: () => boolean
  now: () => number
  onChange: () => void
  onFault: (fault: unknown) => void
}) {
  const { fill, isThin, now, onChange, onFault } = parts
  let filling: Promise<void> | undefined
  let filledAt = -Infinity
  let isDry = false
  let isAsked = false

  const isWanted = () => isAsked || (isThin() && !isDry)

  return {
    /** Something may be due now. */
    ask(): void {
      isAsked = true
    },
    isAsked: () => isAsked,
    isUnderWay: () => filling !== undefined,
    /** Nothing more is due, as far as is known. */
    isOver: () => filling === undefined && !isWanted(),

    fillIfWanted(): void {
      if (filling || !(isWanted() || now() - filledAt >= LOOK_MS)) return
      isAsked = false
      filledAt = now()
      filling = fill()
        .then((count) => {
          isDry = count === 0
        }, onFault)
        .finally(() => {
          filling = undefined
          onChange()
        })
    },

    /** Resolves when no filling is under way. */
    idle: async (): Promise<void> => filling,
  }
}
