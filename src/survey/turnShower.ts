import { LRUCache } from 'lru-cache'
import { type News, NO_NEWS } from '../instance/news.ts'
import { sharedNotes } from '../instance/sharedNotes.ts'
import type { Message } from '../message/message.ts'
import type { SuluhContext } from '../telegram/context.ts'
import type { MediaMessages } from './media/mediaMessages.ts'
import { asksForPlace, placeKeyboard, withoutPlaceKeyboard } from './placeKeyboard.ts'
import type { Turn } from './turn.ts'
import { turnReply } from './turnReply.ts'

/** People whose last question is remembered, so that it can show what was typed in answer to it. */
const MOST_ASKED = 5_000

/** What stands before somebody: the message that asks, the question, and whether the phone's keyboard shares a place. */
interface Asked {
  message: number | undefined
  what: string
  hasKeyboard: boolean
}

export type TurnShower = ReturnType<typeof turnShower>

/**
 * Shows people what came of their acts, and remembers which message asks them now.
 * @param nameOf a person's name in drafts, by which other instances hear that somebody was asked
 * @param mediaFor pictures, sounds and films that go before the question a turn ends with
 */
export function turnShower(
  mediaFor: MediaMessages = async () => [],
  { news, nameOf }: { news: News; nameOf: (person: number) => string } = { news: NO_NEWS, nameOf: String },
) {
  // Lost at a restart, and unknown to other instances: then a typed answer leaves its question as it was, no more.
  const asked = new LRUCache<number, Asked>({ max: MOST_ASKED })

  const firstAsked = sharedNotes(news, 'asked', { max: MOST_ASKED })

  /** Which question of which draft a turn ends with. */
  const standsAt = (turn: Turn) =>
    'interview' in turn && 'ask' in turn.interview ? `${turn.pass.draft.id} ${turn.interview.ask.path}` : ''

  /** What was asked here last, if nothing has been asked elsewhere since: a typed answer answers that very question. */
  function known(person: number, turn: Turn): Asked | undefined {
    const before = asked.get(person)
    const answers =
      turn.type === 'answered'
        ? `${turn.pass.draft.id} ${turn.item.path}`
        : turn.type === 'ticked' && standsAt(turn)
    return answers && before?.what !== answers ? undefined : before
  }

  return {
    /** @param after what is said below all that, and asks nothing of the survey */
    async show(
      ctx: SuluhContext,
      turn: Turn,
      place: 'here' | 'below' = 'below',
      after: readonly Message[] = [],
    ): Promise<void> {
      const before = known(ctx.person, turn)
      const pressed = ctx.callbackQuery?.message?.message_id
      const media = await mediaFor(ctx.speak, turn)
      // Nothing can be put before a message that is there already.
      const reply = turnReply(ctx.speak, turn, media.length > 0 ? 'below' : place)
      const words = reply.say ?? []
      words.splice(-1, 0, ...media)
      if (turn.type === 'gone' && ctx.callbackQuery) {
        const [over] = words.splice(0)
        // A late press on a survey that is over needs no new message below the thanks. After a restart nobody knows
        // whether there were any: then the message itself says that it is over.
        if (over && !before) reply.edit = over
      }
      const { ahead, behind } = placeKeyboard(ctx.speak, turn, before?.hasKeyboard)
      const say = [...ahead, ...words, ...behind, ...after]
      const ids = await ctx.respond({ ...reply, say }, ctx.callbackQuery ? undefined : before?.message)
      if (turn.type === 'problem') return
      // When Telegram holds a question up, nobody knows yet which message it will be; it is not the one before.
      const isSaid = ids.length >= say.length
      const asking =
        words.length > 0 ? ids.at(-1 - behind.length - after.length) : (editAsNew(ids, say) ?? pressed)
      const message = isSaid && (words.length > 0 || reply.edit) ? asking : undefined
      if (say.length > 0 || message !== undefined)
        asked.set(ctx.person, { message, what: standsAt(turn), hasKeyboard: asksForPlace(turn) })
    },

    /** The same, unless the person has this very question before them: then they tapped twice. */
    async showOnce(ctx: SuluhContext, turn: Turn): Promise<void> {
      const what = standsAt(turn)
      const name = nameOf(ctx.person)
      const isShown = asked.get(ctx.person)?.what === what || firstAsked.get(name) === what
      if (what !== '' && isShown) return void (await ctx.respond({}))
      await this.show(ctx, turn)
      await firstAsked.set(name, what)
    },

    /** What to say to somebody who leaves the question: the phone's button for sharing a place goes, if it is there. */
    leaving(ctx: SuluhContext): Message[] {
      const before = asked.get(ctx.person)
      if (!before?.hasKeyboard) return []
      asked.set(ctx.person, { ...before, hasKeyboard: false })
      return [withoutPlaceKeyboard(ctx.speak)]
    },
  }
}

/** The message said in place of an edit that was not possible: it comes first, one more than there was to say. */
const editAsNew = (ids: readonly number[], say: readonly Message[]) =>
  ids.length > say.length ? ids[0] : undefined
