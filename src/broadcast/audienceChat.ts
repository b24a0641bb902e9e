import { Composer } from 'telegraf'
import { z } from 'zod'
import { PERSON_ROLES } from '../person/role.ts'
import { adminsOnly } from '../telegram/adminsOnly.ts'
import type { AwaitedWords } from '../telegram/awaitedWords.ts'
import type { SuluhContext } from '../telegram/context.ts'
import { onPress } from '../telegram/onPress.ts'
import type { Units } from '../unit/service.ts'
import { ANSWER_STATES, type Audience, audienceSchema } from './audience.ts'
import {
  answersMessage,
  audienceMessage,
  districtsMessage,
  officesMessage,
  surveysMessage,
} from './audienceMessages.ts'
import { type Broadcast, LONGEST_WORDS } from './broadcast.ts'
import type { Broadcasts } from './service.ts'
import { withDraft } from './withDraft.ts'

/** Words by which an admin takes the own sentence away. */
const NONE = new Set(['-', 'tidak ada', 'kosong', 'none'])

/** Writing an invitation: to whom it goes, and the admin's own sentence. */
export function audienceChat(parts: {
  broadcasts: Broadcasts
  units: Units
  awaited: AwaitedWords
  isAdmin: (person: number) => boolean
}): Composer<SuluhContext> {
  const { broadcasts, units, awaited, isAdmin } = parts
  const chat = new Composer<SuluhContext>()
  const ofDraft = withDraft(broadcasts, isAdmin)
  const draftFacts = z.object({ broadcast: z.int() })

  async function show(ctx: SuluhContext, draft: Broadcast | undefined) {
    if (!draft) return ctx.respond({ toast: ctx.speak.plain('broadcast.notNow'), alert: true })
    const message = audienceMessage(ctx.speak, await broadcasts.facts(draft))
    return ctx.respond(ctx.callbackQuery ? { edit: message } : { say: [message] })
  }

  const change = (ctx: SuluhContext, id: number, part: Partial<Record<keyof Audience, unknown>>) =>
    ofDraft(ctx, id, async () =>
      show(
        ctx,
        await broadcasts.edit(ctx.person, id, ({ audience }) => ({
          audience: audienceSchema.parse({ ...audience, ...part }),
        })),
      ),
    )

  const awaitWords = awaited.question('broadcast-words', draftFacts, async (ctx, typed, { broadcast }) => {
    const text = typed.trim()
    if (Array.from(text).length > LONGEST_WORDS) {
      await ctx.respond({ say: [{ html: ctx.speak.html('broadcast.tooLong', { most: LONGEST_WORDS }) }] })
      return 'again'
    }
    const isNone = text === '' || NONE.has(text.toLowerCase())
    await ofDraft(ctx, broadcast, async () =>
      show(
        ctx,
        await broadcasts.edit(ctx.person, broadcast, ({ content: { survey } }) => ({
          content: { survey, ...(!isNone && { words: text }) },
        })),
      ),
    )
    return 'taken'
  })

  const awaitSearch = awaited.question(
    'broadcast-search',
    draftFacts.extend({ what: z.enum(['district', 'office']) }),
    async (ctx, typed, { broadcast, what }) => {
      await ofDraft(ctx, broadcast, async () => {
        const wanted = typed.trim()
        const message =
          what === 'office'
            ? officesMessage(ctx.speak, broadcast, await units.search(wanted), 0)
            : districtsMessage(
                ctx.speak,
                broadcast,
                (await units.districts()).filter(({ name }) =>
                  name.toLowerCase().includes(wanted.toLowerCase()),
                ),
                0,
              )
        return ctx.respond({ say: [message] })
      })
      return 'again'
    },
  )

  chat.use(
    onPress({
      'invite-people': (ctx, { survey }) =>
        adminsOnly(isAdmin)(async () => {
          if (!(await broadcasts.canInviteTo(survey)))
            return ctx.respond({ toast: ctx.speak.plain('broadcast.surveyNotOpen'), alert: true })
          const draft = await broadcasts.begin(ctx.person, survey)
          return ctx.respond({ say: [audienceMessage(ctx.speak, await broadcasts.facts(draft))] })
        })(ctx),
      audience: (ctx, { broadcast }) => ofDraft(ctx, broadcast, (draft) => show(ctx, draft)),
      'audience-role': (ctx, press) =>
        change(ctx, press.broadcast, { role: PERSON_ROLES.find((role) => role === press.role) }),
      'audience-districts': (ctx, { broadcast, page }) =>
        ofDraft(ctx, broadcast, async () => {
          await awaitSearch(ctx.person, { broadcast, what: 'district' })
          return ctx.respond({
            edit: districtsMessage(ctx.speak, broadcast, await units.districts(), page),
          })
        }),
      'audience-district': async (ctx, { broadcast, unit }) =>
        change(ctx, broadcast, { district: unit === 0 ? undefined : (await units.byId(unit))?.district }),
      'audience-offices': (ctx, { broadcast, page }) =>
        ofDraft(ctx, broadcast, async () => {
          await awaitSearch(ctx.person, { broadcast, what: 'office' })
          return ctx.respond({ edit: officesMessage(ctx.speak, broadcast, await units.all(), page) })
        }),
      'audience-office': async (ctx, { broadcast, unit }) =>
        change(ctx, broadcast, { unit: unit === 0 ? undefined : (await units.byId(unit))?.id }),
      'audience-answers': (ctx, { broadcast }) =>
        ofDraft(ctx, broadcast, () => ctx.respond({ edit: answersMessage(ctx.speak, broadcast) })),
      'audience-surveys': (ctx, press) =>
        ofDraft(ctx, press.broadcast, async () => {
          const are = ANSWER_STATES.find((each) => each === press.are)
          if (!are) return ctx.respond({ toast: ctx.speak.plain('broadcast.notNow'), alert: true })
          const surveys = await broadcasts.surveysToAskBy(are)
          const list = { surveys, are, page: press.page }
          return ctx.respond({ edit: surveysMessage(ctx.speak, press.broadcast, list) })
        }),
      'audience-survey': async (ctx, press) => {
        const are = ANSWER_STATES.find((each) => each === press.are)
        const isKnown =
          are && (await broadcasts.surveysToAskBy(are)).some(({ info }) => info.code === press.survey)
        return change(ctx, press.broadcast, {
          answers: isKnown ? { are, survey: press.survey } : undefined,
        })
      },
      'broadcast-words': (ctx, { broadcast }) =>
        ofDraft(ctx, broadcast, async () => {
          await awaitWords(ctx.person, { broadcast })
          return ctx.respond({
            say: [
              {
                html: ctx.speak.html('broadcast.askWords', { most: LONGEST_WORDS }),
                buttons: [[{ text: ctx.speak.plain('life.cancel'), press: { do: 'audience', broadcast } }]],
              },
            ],
          })
        }),
    }),
  )

  return chat
}
