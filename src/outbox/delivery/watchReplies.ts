import type { TelegramApi } from '../../telegram/api.ts'
import type { Pause } from '../../telegram/pause.ts'
import { TelegramRefusal } from '../../telegram/refusal.ts'
import { createPace } from '../pace.ts'
import { paceTime } from './paceTime.ts'

export type Replies = ReturnType<typeof watchReplies>

/** Calls that Telegram counts as messages; in groups, changes too. */
const COUNTED = /^(send(?!ChatAction)|forward|copy)/
const COUNTED_IN_GROUPS = /^edit/
/** Over how long replies are averaged. */
const SECONDS = 10

/**
 * The pace of everything that is sent, and the same Bot API for whoever replies to people: nothing of theirs is
 * delayed, but the pace makes room for it and learns when Telegram says "too fast".
 */
export function watchReplies(api: TelegramApi, perSecond: number, pause: Pause) {
  const pace = createPace(perSecond)
  const time = paceTime(pause)
  const { now } = time
  /** Replies in each of the last seconds. */
  const seconds = new Map<number, number>()

  function count(chat: number): void {
    const moment = now()
    pace.replied(chat, moment)
    const second = Math.floor(moment / 1000)
    seconds.set(second, (seconds.get(second) ?? 0) + 1)
    for (const old of seconds.keys()) {
      if (old > second - SECONDS) break
      seconds.delete(old)
    }
  }

  const watched: TelegramApi = {
    ...api,
    call(method, parameters, options) {
      const chat = Number((parameters as { chat_id?: unknown }).chat_id ?? 0)
      if (!COUNTED.test(method) && !(chat < 0 && COUNTED_IN_GROUPS.test(method)))
        return api.call(method, parameters, options)
      const begun = now()
      // Whoever presses many buttons at once runs against the limit of their own chat: that concerns nobody else.
      const isCrowded = pace.chatWait(chat, begun) > 0
      count(chat)
      return api.call(method, parameters, options).catch((fault) => {
        if (fault instanceof TelegramRefusal && fault.refusal.kind === 'wait' && !isCrowded)
          pace.refused(fault.refusal.seconds, begun, now())
        throw fault
      })
    },
  }

  return {
    api: watched,
    pace,
    time,
    /** Replies a second, lately. */
    perSecond(): number {
      const since = Math.floor(now() / 1000) - SECONDS
      const recent = [...seconds].filter(([second]) => second >= since)
      return recent.reduce((sum, [, replies]) => sum + replies, 0) / SECONDS
    },
  }
}
