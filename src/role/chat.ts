import type { Logger } from 'pino'
import { Composer } from 'telegraf'
import type { Clock } from '../clock.ts'
import { localDay } from '../localTime.ts'
import type { Outbox } from '../outbox/service.ts'
import type { Staff } from '../staff/service.ts'
import type { SuluhContext } from '../telegram/context.ts'
import { onPress } from '../telegram/onPress.ts'
import type { Units } from '../unit/service.ts'
import { ifAllowed } from './ifAllowed.ts'
import {
  askRevokeMessage,
  chooseRoleMessage,
  chooseUnitMessage,
  grantMessage,
  newLinkMessage,
  offerMessage,
  rolesMessage,
} from './messages.ts'
import { mayDo } from './rights.ts'
import type { RightsOf } from './rightsService.ts'
import { ROLES, roleNamed } from './role.ts'
import { roleRevokedNotice } from './roleNotices.ts'
import { OFFER_HOURS, type Roles } from './service.ts'

/** `/peran`: who has roles, granting them by a link that works once, taking them away. */
export function roleChat(parts: {
  roles: Roles
  rights: RightsOf
  staff: Staff
  units: Units
  outbox: Pick<Outbox, 'put'>
  bot: string
  clock: Clock
  timeZone: string
  log: Logger
}): Composer<SuluhContext> {
  const { roles, rights, staff, units, outbox, bot, clock, timeZone, log } = parts
  const chat = new Composer<SuluhContext>()

  const forOffice = (act: (ctx: SuluhContext) => Promise<unknown>) => (ctx: SuluhContext) =>
    ifAllowed(rights, ctx, { act: 'see-roles' }, () => act(ctx))
  const list = async (ctx: SuluhContext, page = 0) =>
    rolesMessage(ctx.speak, await roles.list(), await units.names(), page)
  const gone = async (ctx: SuluhContext) =>
    ctx.respond({ toast: ctx.speak.plain('role.gone'), alert: true, edit: await list(ctx) })

  chat.command(
    /^(peran|roles)$/i,
    forOffice(async (ctx) => ctx.respond({ say: [await list(ctx)] })),
  )

  /** Does something with a role that somebody has, if it is still there. */
  const withGrant = (
    id: number,
    act: (grant: NonNullable<Awaited<ReturnType<Roles['grant']>>>) => Promise<unknown>,
  ) =>
    forOffice(async (ctx) => {
      const grant = await roles.grant(id)
      return grant ? act(grant) : gone(ctx)
    })

  async function offer(ctx: SuluhContext, name: string, unitId: number) {
    const role = roleNamed(name)
    const isKnown = role && (role !== 'unit' || (await units.byId(unitId)))
    if (!isKnown) return gone(ctx)
    const made = await roles.offer(ctx.person, { role, unitId })
    if ('problem' in made) {
      const key = made.problem === 'too-many' ? 'role.tooMany' : 'role.notAllowed'
      return ctx.respond({ toast: ctx.speak.plain(key), alert: true })
    }
    log.info({ role }, 'a role was offered')
    const link = `https://t.me/${bot}?start=role_${made.code}`
    const lastDay = localDay(new Date(clock.now().getTime() + OFFER_HOURS * 3_600_000), timeZone)
    return ctx.respond({
      edit: newLinkMessage(ctx.speak, { role, unitId }, await units.names(), { link, lastDay }),
    })
  }

  chat.use(
    onPress({
      roles: (ctx, { page }) => forOffice(async () => ctx.respond({ edit: await list(ctx, page) }))(ctx),
      role: (ctx, { grant: id }) =>
        withGrant(id, async (grant) => {
          const mayRevoke = await rights.may(ctx.person, { act: 'revoke-role', role: grant })
          const employee = (await staff.employeeOf(grant.person))?.name
          const shown = { employee, mayRevoke }
          return ctx.respond({ edit: grantMessage(ctx.speak, grant, await units.names(), shown) })
        })(ctx),
      'role-link': (ctx, press) =>
        forOffice(async () => {
          const open = (await roles.list()).offers.find(({ id }) => id === press.offer)
          if (!open) return gone(ctx)
          const lastDay = localDay(open.until, timeZone)
          return ctx.respond({ edit: offerMessage(ctx.speak, open, await units.names(), lastDay) })
        })(ctx),
      'role-choose': (ctx) =>
        forOffice(async () => {
          const own = await rights.of(ctx.person)
          const able = ROLES.filter((role) => mayDo(own, { act: 'grant-role', role: { role, unitId: 0 } }))
          return ctx.respond({ edit: chooseRoleMessage(ctx.speak, able) })
        })(ctx),
      'role-units': (ctx, { page }) =>
        forOffice(async () => ctx.respond({ edit: chooseUnitMessage(ctx.speak, await units.all(), page) }))(
          ctx,
        ),
      'role-offer': (ctx, { role, unit }) => forOffice(() => offer(ctx, role, unit))(ctx),
      'role-withdraw': (ctx, press) =>
        forOffice(async () => {
          if (!(await roles.withdraw(ctx.person, press.offer))) return gone(ctx)
          return ctx.respond({ toast: ctx.speak.plain('role.withdrawn'), edit: await list(ctx) })
        })(ctx),
      'role-revoke-ask': (ctx, { grant: id }) =>
        withGrant(id, async (grant) =>
          ctx.respond({ edit: askRevokeMessage(ctx.speak, grant, await units.names()) }),
        )(ctx),
      'role-revoke': (ctx, { grant: id }) =>
        withGrant(id, async (grant) => {
          if (!(await roles.revoke(ctx.person, id)))
            return ctx.respond({ toast: ctx.speak.plain('role.notAllowed'), alert: true })
          log.info({ role: grant.role }, 'a role was revoked')
          await outbox.put([roleRevokedNotice(grant, { now: clock.now(), timeZone })])
          return ctx.respond({ toast: ctx.speak.plain('role.revoked'), edit: await list(ctx) })
        })(ctx),
    }),
  )

  return chat
}
