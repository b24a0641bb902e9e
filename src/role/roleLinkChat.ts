import type { Logger } from 'pino'
import { Composer } from 'telegraf'
import type { Clock } from '../clock.ts'
import type { Outbox } from '../outbox/service.ts'
import type { SuluhContext } from '../telegram/context.ts'
import { onPress } from '../telegram/onPress.ts'
import type { Units } from '../unit/service.ts'
import { acceptedMessage, offeredMessage, uselessLinkMessage } from './openedLinkMessages.ts'
import { roleTakenNotice } from './roleNotices.ts'
import type { Roles } from './service.ts'

/** What a link that brings a role says after `start=`: nothing else begins so and goes on with 22 characters. */
const LINK = /^role_([\w-]{22})$/

/** Opening a link that grants a role: what it means, and taking it or not. */
export function roleLinkChat(parts: {
  roles: Roles
  units: Units
  outbox: Pick<Outbox, 'put'>
  clock: Clock
  timeZone: string
  log: Logger
}): Composer<SuluhContext> {
  const { roles, units, outbox, clock, timeZone, log } = parts
  const chat = new Composer<SuluhContext>()

  chat.start(async (ctx, next) => {
    const code = LINK.exec(ctx.payload)?.[1]
    if (code === undefined) return next()
    const opened = await roles.open(ctx.person, code)
    const message =
      opened.type === 'offered'
        ? offeredMessage(ctx.speak, opened.offer, await units.names(), code)
        : uselessLinkMessage(ctx.speak, opened)
    return ctx.respond({ say: [message] })
  })

  chat.use(
    onPress({
      'role-accept': async (ctx, { code }) => {
        const { isTaken, ...opened } = await roles.accept(ctx.person, ctx.personName, code)
        if (!isTaken || !('offer' in opened))
          return ctx.respond({ edit: uselessLinkMessage(ctx.speak, opened) })
        log.info({ role: opened.offer.role }, 'a role was taken')
        await outbox.put([roleTakenNotice(opened.offer, ctx.person, { now: clock.now(), timeZone })])
        return ctx.respond({ edit: acceptedMessage(ctx.speak, opened.offer, await units.names()) })
      },
      'role-refuse': (ctx) => ctx.respond({ edit: { html: ctx.speak.html('role.refused') } }),
    }),
  )

  return chat
}
