import type { Logger } from 'pino'
import { Composer } from 'telegraf'
import type { Html } from '../../message/html.ts'
import type { Message } from '../../message/message.ts'
import { adminsOnly } from '../../telegram/adminsOnly.ts'
import type { SuluhContext } from '../../telegram/context.ts'
import { onPress } from '../../telegram/onPress.ts'
import { HOLIDAY_KINDS, type Holiday } from './holiday.ts'
import { YEARS } from './holidayLimits.ts'
import { holidayListMessage, holidayMessage, yearMessage } from './messages.ts'
import { readHoliday } from './readHoliday.ts'
import type { Holidays } from './service.ts'

/** `/libur`: the holidays that offices go by, for admins to look at, add to, correct and confirm. */
export function holidayChat(parts: {
  holidays: Holidays
  isAdmin: (person: number) => boolean
  log: Logger
}): Composer<SuluhContext> {
  const { holidays, isAdmin, log } = parts
  const chat = new Composer<SuluhContext>()
  const forAdmins = adminsOnly(isAdmin)

  async function yearOf(ctx: SuluhContext, wanted: number): Promise<Message> {
    const year = Math.min(Math.max(wanted, YEARS.first), YEARS.last)
    return yearMessage(ctx.speak, year, await holidays.year(year))
  }

  /** Does something to the holiday of a button; then shows it, or that it is gone. */
  const withHoliday = (
    ctx: SuluhContext,
    press: { day: string; kind: string },
    act: (holiday: Holiday) => Promise<{ day: string; kind: string } | undefined>,
  ): Promise<unknown> =>
    forAdmins(async () => {
      const found = await holidays.find(press.day, press.kind)
      const shown = found && (await act(found))
      const holiday = shown && (await holidays.find(shown.day, shown.kind))
      if (holiday) return ctx.respond({ edit: holidayMessage(ctx.speak, holiday) })
      const year = Number(press.day.slice(0, 4)) || Number(holidays.today().slice(0, 4))
      const edit = await yearOf(ctx, year)
      return ctx.respond(found ? { edit } : { toast: ctx.speak.plain('holiday.gone'), edit })
    })(ctx)

  async function add(ctx: SuluhContext, typed: string): Promise<unknown> {
    const holiday = readHoliday(typed)
    const say = (html: Html) => ctx.respond({ say: [{ html }] })
    if (!holiday) return say(ctx.speak.html('holiday.notRead'))
    const outcome = await holidays.add(holiday)
    if (outcome === 'full') return say(ctx.speak.html('holiday.full'))
    if (outcome === 'out-of-range') return say(ctx.speak.html('holiday.outOfRange', YEARS))
    log.info({ day: holiday.day, kind: holiday.kind }, 'an admin added a holiday')
    return ctx.respond({ say: [holidayMessage(ctx.speak, holiday, ctx.speak.html('holiday.saved'))] })
  }

  chat.command(
    /^(libur|holidays)$/i,
    forAdmins(async (ctx) => {
      const typed = (ctx.text ?? '').replace(/^\S+\s*/, '').trim()
      if (typed !== '' && !/^\d{4}$/.test(typed)) return add(ctx, typed)
      const year = Number(typed) || Number(holidays.today().slice(0, 4))
      return ctx.respond({ say: [await yearOf(ctx, year)] })
    }),
  )

  chat.use(
    onPress({
      holidays: (ctx, { year }) =>
        forAdmins(async () => {
          const shown = await yearOf(ctx, year)
          // Below a file that was taken over there is no room for a year.
          const hasFile = ctx.callbackQuery?.message && 'document' in ctx.callbackQuery.message
          return ctx.respond(hasFile ? { say: [shown] } : { edit: shown })
        })(ctx),
      'holiday-list': (ctx, { year, page }) =>
        forAdmins(async () =>
          ctx.respond({ edit: holidayListMessage(ctx.speak, year, await holidays.year(year), page) }),
        )(ctx),
      holiday: (ctx, press) => withHoliday(ctx, press, async (holiday) => holiday),
      'holiday-confirm': (ctx, press) =>
        withHoliday(ctx, press, async (holiday) => {
          await holidays.confirm(holiday)
          log.info({ day: holiday.day }, 'an admin confirmed a holiday')
          return holiday
        }),
      'holiday-kind': (ctx, press) =>
        withHoliday(ctx, press, async (holiday) => {
          const to = HOLIDAY_KINDS.find((each) => each === press.to)
          return to && (await holidays.changeKind(holiday, to)) ? { ...holiday, kind: to } : holiday
        }),
      'holiday-remove': (ctx, press) =>
        withHoliday(ctx, press, async (holiday) => {
          await holidays.remove(holiday)
          log.info({ day: holiday.day, kind: holiday.kind }, 'an admin removed a holiday')
          return undefined
        }),
    }),
  )

  return chat
}
