import { Composer, type MiddlewareFn } from 'telegraf'
import { type News, NO_NEWS } from '../../instance/news.ts'
import { sharedNotes } from '../../instance/sharedNotes.ts'
import type { Message } from '../../message/message.ts'
import type { SuluhContext } from '../../telegram/context.ts'
import { onPress } from '../../telegram/onPress.ts'
import type { Units } from '../../unit/service.ts'
import { PERSON_ROLES } from '../role.ts'
import {
  askConsentMessage,
  askDistrictMessage,
  askOfficeMessage,
  askRoleMessage,
  overviewMessage,
} from './messages.ts'
import type { Invitations } from './service.ts'

/** What somebody may search by typing after the list was shown to them. */
interface Searched {
  what: 'district' | 'office'
  next: 0 | 1
}

/** Only for convenience: whoever types later is shown units to rate as always. */
const SEARCH_MS = 10 * 60_000
const MOST_SEARCHING = 2_000

/**
 * `/undangan`: agreeing to be invited, saying who one is, changing both, stopping.
 * @param most invitations in a week
 */
export function invitationChat(parts: {
  invitations: Invitations
  units: Units
  most: number
  news?: News
}): Composer<SuluhContext> {
  const { invitations, units, most, news = NO_NEWS } = parts
  const chat = new Composer<SuluhContext>()
  const searches = sharedNotes(news, 'searching', { max: MOST_SEARCHING, ttl: SEARCH_MS })

  const beginSearch = (person: number, { what, next }: Searched) => searches.set(person, `${what} ${next}`)

  async function endSearch(person: number): Promise<Searched | undefined> {
    const [what, next] = searches.get(person)?.split(' ') ?? []
    await searches.delete(person)
    return what === 'district' || what === 'office' ? { what, next: next === '1' ? 1 : 0 } : undefined
  }

  async function overview(ctx: SuluhContext): Promise<Message> {
    const { isAgreed, profile } = await invitations.state(ctx.person)
    if (!isAgreed) return askConsentMessage(ctx.speak, most)
    const office = profile.unitId === null ? undefined : await units.byId(profile.unitId)
    return overviewMessage(ctx.speak, profile, office, most)
  }

  async function districtList(ctx: SuluhContext, next: 0 | 1, page: number): Promise<Message> {
    await beginSearch(ctx.person, { what: 'district', next })
    return askDistrictMessage(ctx.speak, await units.districts(), { page, next })
  }

  async function officeList(ctx: SuluhContext, next: 0 | 1, page: number): Promise<Message> {
    await beginSearch(ctx.person, { what: 'office', next })
    return askOfficeMessage(ctx.speak, await units.all(), { page, next })
  }

  async function search(ctx: SuluhContext, { what, next }: Searched, typed: string): Promise<Message> {
    await beginSearch(ctx.person, { what, next })
    const list = { page: 0, next, typed }
    if (what === 'office') return askOfficeMessage(ctx.speak, await units.search(typed), list)
    const wanted = typed.toLowerCase().replace(/^kec(amatan|\.)?\s+/, '')
    const found = (await units.districts()).filter(({ name }) => name.toLowerCase().includes(wanted))
    return askDistrictMessage(ctx.speak, found, list)
  }

  /** Who has withdrawn meanwhile says nothing more of themselves: an old button only shows how things stand. */
  const ifAgreed = async (ctx: SuluhContext, act: () => Promise<Message>) =>
    ctx.respond({ edit: (await invitations.isAgreed(ctx.person)) ? await act() : await overview(ctx) })

  // Only the next thing that somebody does can be the search.
  const takeSearched: MiddlewareFn<SuluhContext> = (ctx, next) =>
    searches.get(ctx.person) && (ctx.message || ctx.callbackQuery) ? searchOrPass(ctx, next) : next()

  const searchOrPass: MiddlewareFn<SuluhContext> = async (ctx, next) => {
    const searching = await endSearch(ctx.person)
    const typed = ctx.message && 'text' in ctx.message ? ctx.message.text.trim() : ''
    if (!searching || typed === '' || typed.startsWith('/')) return next()
    return ctx.respond({ say: [await search(ctx, searching, typed)] })
  }

  chat.use(
    takeSearched,
    onPress({
      invitations: async (ctx) => ctx.respond({ say: [await overview(ctx)] }),
      'invite-me': async (ctx) => {
        const isNew = !(await invitations.isAgreed(ctx.person))
        await invitations.agree(ctx.person)
        if (!isNew) return ctx.respond({ edit: await overview(ctx) })
        return ctx.respond({
          edit: { html: ctx.speak.html('invitation.agreed') },
          say: [askRoleMessage(ctx.speak, 1)],
        })
      },
      'invite-not': async (ctx) => {
        const hadAgreed = await invitations.isAgreed(ctx.person)
        await invitations.decline(ctx.person)
        const words = hadAgreed ? ctx.speak.html('invitation.stopped') : ctx.speak.html('invitation.declined')
        return ctx.respond({ edit: { html: words } })
      },
      'ask-role': (ctx, { next }) => ifAgreed(ctx, async () => askRoleMessage(ctx.speak, stepOf(next))),
      'set-role': (ctx, press) =>
        ifAgreed(ctx, async () => {
          const role = PERSON_ROLES.find((known) => known === press.role) ?? null
          await invitations.describe(ctx.person, { role })
          return press.next === 1 ? districtList(ctx, 1, 0) : overview(ctx)
        }),
      'ask-district': (ctx, { page, next }) => ifAgreed(ctx, () => districtList(ctx, stepOf(next), page)),
      'set-district': (ctx, press) =>
        ifAgreed(ctx, async () => {
          const found = press.unit === 0 ? undefined : await units.byId(press.unit)
          await invitations.describe(ctx.person, { district: found?.district ?? null })
          const { profile } = await invitations.state(ctx.person)
          return press.next === 1 && profile.role === 'asn' ? officeList(ctx, 1, 0) : overview(ctx)
        }),
      'ask-office': (ctx, { page, next }) => ifAgreed(ctx, () => officeList(ctx, stepOf(next), page)),
      'set-office': (ctx, press) =>
        ifAgreed(ctx, async () => {
          const found = press.unit === 0 ? undefined : await units.byId(press.unit)
          const { profile } = await invitations.state(ctx.person)
          if (profile.role === 'asn') await invitations.describe(ctx.person, { unitId: found?.id ?? null })
          return overview(ctx)
        }),
    }),
  )

  chat.command(/^(undangan|invitations)$/i, async (ctx) => ctx.respond({ say: [await overview(ctx)] }))

  return chat
}

const stepOf = (next: number): 0 | 1 => (next === 1 ? 1 : 0)

/** What to say below the thanks for a response: the question about invitations, to whoever may be asked. */
export function offerInvitations(invitations: Invitations, most: number) {
  return async (ctx: SuluhContext): Promise<Message[]> =>
    (await invitations.mayBeAsked(ctx.person)) ? [askConsentMessage(ctx.speak, most)] : []
}
