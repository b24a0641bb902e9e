import { longDate } from '../dates.ts'
import { localDay } from '../localTime.ts'
import { clip } from '../message/clip.ts'
import type { Button, Message } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import { titleText } from './audienceMessages.ts'
import type { BroadcastFacts } from './facts.ts'

const LONGEST_TITLE = 30

/** Broadcasts to choose one from, the newest first, with where each is. */
export function listMessage(
  speak: Speak,
  { broadcasts, page, pages }: { broadcasts: readonly BroadcastFacts[]; page: number; pages: number },
  timeZone: string,
): Message {
  const rows = broadcasts.map(({ broadcast, invitedTo }): Button[] => {
    const { id, content, state, startsAt, createdAt } = broadcast
    const day = longDate(localDay(startsAt ?? createdAt, timeZone), speak.language)
    const title = clip(titleText(speak, invitedTo, content.survey), LONGEST_TITLE)
    return [
      {
        text: `${title}, ${day} (${speak.plain(`broadcastState.${state}`)})`,
        press: { do: 'broadcast', broadcast: id },
      },
    ]
  })
  const turn: Button[] = []
  if (page > 0)
    turn.push({ text: speak.plain('unit.previous'), press: { do: 'list-broadcasts', page: page - 1 } })
  if (page + 1 < pages)
    turn.push({ text: speak.plain('unit.more'), press: { do: 'list-broadcasts', page: page + 1 } })
  return {
    html: speak.html(rows.length > 0 ? 'broadcast.list' : 'broadcast.none'),
    buttons: turn.length > 0 ? [...rows, turn] : rows,
  }
}
