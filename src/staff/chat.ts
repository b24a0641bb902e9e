import type { Logger } from 'pino'
import { Composer } from 'telegraf'
import { longDate } from '../dates.ts'
import { localDay } from '../localTime.ts'
import { ifAllowed, refuse } from '../role/ifAllowed.ts'
import { mayDo, type Rights } from '../role/rights.ts'
import type { RightsOf } from '../role/rightsService.ts'
import type { SuluhContext } from '../telegram/context.ts'
import { onPress } from '../telegram/onPress.ts'
import type { Units } from '../unit/service.ts'
import type { ListedEmployee } from './employee.ts'
import { employeeMessage, staffListMessage, staffUnitsMessage } from './messages.ts'
import { shownCode } from './registration/oneTimeCode.ts'
import type { Registrations } from './registration/service.ts'
import type { Staff } from './service.ts'

const LONGEST_SEARCH = 60

/** `/pegawai`: the employees that somebody looks after, and the codes by which these prove who they are. */
export function staffChat(parts: {
  staff: Staff
  registrations: Registrations
  rights: RightsOf
  units: Units
  timeZone: string
  log: Logger
}): Composer<SuluhContext> {
  const { staff, registrations, rights, units, timeZone, log } = parts
  const chat = new Composer<SuluhContext>()

  const seesAll = (own: Rights) => mayDo(own, { act: 'list-staff' })
  const unitName = async (id: number) => (await units.names()).get(id)?.name ?? ''

  /** Units whose employees this person may see. */
  async function unitsOf(own: Rights) {
    const all = await units.all()
    return seesAll(own) ? all : all.filter(({ id }) => mayDo(own, { act: 'list-staff', unitId: id }))
  }

  async function listMessage(ctx: SuluhContext, unit: number, page: number) {
    const listed = await staff.list({ units: [unit] }, page)
    return staffListMessage(ctx.speak, listed, { title: await unitName(unit), unit })
  }

  async function search(ctx: SuluhContext, own: Rights, text: string) {
    const selection = seesAll(own) ? { text } : { text, units: [...own.units] }
    const listed = await staff.list(selection, 0)
    return ctx.respond({ say: [staffListMessage(ctx.speak, listed, { title: '', unit: 0, text })] })
  }

  chat.command(/^(pegawai|staff)$/i, async (ctx) => {
    const own = await rights.of(ctx.person)
    const visible = await unitsOf(own)
    const [only] = visible
    if (!only)
      return ctx.respond({ say: [{ html: ctx.speak.html('results.forAdmins', { id: ctx.person }) }] })
    const text = ctx.args.join(' ').trim().slice(0, LONGEST_SEARCH)
    if (text !== '') return search(ctx, own, text)
    const message =
      visible.length === 1 ? await listMessage(ctx, only.id, 0) : staffUnitsMessage(ctx.speak, visible, 0)
    return ctx.respond({ say: [message] })
  })

  /** Does something with an employee whom this person may see. */
  const withEmployee =
    (id: number, act: (ctx: SuluhContext, employee: ListedEmployee, own: Rights) => Promise<unknown>) =>
    async (ctx: SuluhContext) => {
      const [employee, own] = await Promise.all([staff.employee(id), rights.of(ctx.person)])
      // Whether there is somebody with this id, is nobody's business either.
      if (!employee || !mayDo(own, { act: 'see-employee', employee })) return refuse(ctx, own)
      return act(ctx, employee, own)
    }

  async function card(ctx: SuluhContext, employee: ListedEmployee, own: Rights) {
    return employeeMessage(ctx.speak, employee, await unitName(employee.unitId), {
      seeNip: mayDo(own, { act: 'see-nip', employee }),
      giveCode: mayDo(own, { act: 'give-code', employee }),
      unlink: mayDo(own, { act: 'unlink', employee }),
    })
  }

  chat.use(
    onPress({
      staff: (ctx, { unit, page }) =>
        ifAllowed(rights, ctx, { act: 'list-staff', unitId: unit }, async () =>
          ctx.respond({ edit: await listMessage(ctx, unit, page) }),
        ),
      'staff-units': async (ctx, { page }) => {
        const own = await rights.of(ctx.person)
        const visible = await unitsOf(own)
        return visible.length > 0
          ? ctx.respond({ edit: staffUnitsMessage(ctx.speak, visible, page) })
          : refuse(ctx, own)
      },
      'staff-member': (ctx, { employee: id }) =>
        withEmployee(id, async (_, employee, own) => ctx.respond({ edit: await card(ctx, employee, own) }))(
          ctx,
        ),
      'staff-code': (ctx, { employee: id }) =>
        withEmployee(id, (_, employee) =>
          ifAllowed(rights, ctx, { act: 'give-code', employee }, async () => {
            const { code, until } = await registrations.issueCode(ctx.person, employee)
            log.info('a code of registration was issued')
            const day = longDate(localDay(until, timeZone), ctx.speak.language)
            const values = { name: employee.name, code: shownCode(code), day }
            return ctx.respond({ say: [{ html: ctx.speak.html('staff.code', values) }] })
          }),
        )(ctx),
      'staff-unlink-ask': (ctx, { employee: id }) =>
        withEmployee(id, (_, employee) =>
          ifAllowed(rights, ctx, { act: 'unlink', employee }, () =>
            ctx.respond({
              edit: {
                html: ctx.speak.html('staff.askUnlink', { name: employee.name }),
                buttons: [
                  [{ text: ctx.speak.plain('staff.doUnlink'), press: { do: 'staff-unlink', employee: id } }],
                  [{ text: ctx.speak.plain('staff.keepLink'), press: { do: 'staff-member', employee: id } }],
                ],
              },
            }),
          ),
        )(ctx),
      'staff-unlink': (ctx, { employee: id }) =>
        withEmployee(id, (_, employee, own) =>
          ifAllowed(rights, ctx, { act: 'unlink', employee }, async () => {
            const isUnlinked = await registrations.unlink(id, ctx.person)
            const toast = ctx.speak.plain(isUnlinked ? 'staff.unlinked' : 'staff.isNotRegistered')
            return ctx.respond({ toast, edit: await card(ctx, { ...employee, isRegistered: false }, own) })
          }),
        )(ctx),
    }),
  )

  return chat
}
