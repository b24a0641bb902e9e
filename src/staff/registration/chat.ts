import type { Logger } from 'pino'
import { Composer } from 'telegraf'
import type { Clock } from '../../clock.ts'
import type { Outbox } from '../../outbox/service.ts'
import type { SuluhContext } from '../../telegram/context.ts'
import { onPress } from '../../telegram/onPress.ts'
import type { Units } from '../../unit/service.ts'
import type { Employee } from '../employee.ts'
import type { Staff } from '../service.ts'
import { accountMovedNotice } from './accountMoved.ts'
import {
  askNipMessage,
  askProofMessage,
  askUnlinkMessage,
  failedProofMessage,
  linkedMessage,
  whoAmIMessage,
  wrongNipMessage,
} from './messages.ts'
import { readCode } from './oneTimeCode.ts'
import type { Proved, Registrations } from './service.ts'

/** Digits, as many as nobody types for anything but a NIP or a telephone number. */
const LIKE_A_NIP = /^(nip)?(?:[\s.:-]*\d){14,24}\s*$/i

interface RegistrationParts {
  registrations: Registrations
  staff: Staff
  units: Units
  outbox: Pick<Outbox, 'put'>
  clock: Clock
  timeZone: string
  log: Logger
}

/**
 * `/daftar`: civil servants tell who they are. What they type may come in the middle of a survey: what looks like a NIP
 * or a code is taken for one while somebody registers, and only then costs a look into the database.
 * @returns `chat`, which comes before surveys, and `hints`, for what nobody else took
 */
export function registrationChat(parts: RegistrationParts): {
  chat: Composer<SuluhContext>
  hints: Composer<SuluhContext>
} {
  const { registrations, staff, units, outbox, clock, timeZone, log } = parts
  const chat = new Composer<SuluhContext>()
  const hints = new Composer<SuluhContext>()
  const unitName = async ({ unitId }: Employee) => (await units.names()).get(unitId)?.name ?? ''

  async function takeNip(ctx: SuluhContext, typed: string) {
    const taken = await registrations.takeNip(ctx.person, typed)
    const message =
      'problem' in taken ? wrongNipMessage(ctx.speak, taken.problem) : askProofMessage(ctx.speak, taken.nip)
    return ctx.respond({ say: [message] })
  }

  async function show(ctx: SuluhContext, proved: Proved) {
    if (proved.type !== 'linked') return ctx.respond({ say: [failedProofMessage(ctx.speak, proved)] })
    log.info('an employee has proved who they are')
    const { employee, movedFrom } = proved
    if (movedFrom !== undefined)
      await outbox.put([accountMovedNotice(employee.id, movedFrom, { now: clock.now(), timeZone })])
    return ctx.respond({ say: [linkedMessage(ctx.speak, employee, await unitName(employee))] })
  }

  /** What somebody typed who is telling who they are. */
  async function take(ctx: SuluhContext, typed: string, nip: string | null) {
    if (nip === null || LIKE_A_NIP.test(typed)) return takeNip(ctx, typed)
    if (readCode(typed)) return show(ctx, await registrations.proveByCode(ctx.person, typed))
    return ctx.respond({ say: [askProofMessage(ctx.speak, nip)] })
  }

  chat.command(/^(daftar|register)$/i, async (ctx) => {
    const employee = await staff.employeeOf(ctx.person)
    if (employee) return ctx.respond({ say: [whoAmIMessage(ctx.speak, employee, await unitName(employee))] })
    await registrations.begin(ctx.person)
    const typed = ctx.args.join(' ')
    return typed === '' ? ctx.respond({ say: [askNipMessage(ctx.speak)] }) : takeNip(ctx, typed)
  })

  chat.command(/^(batal|cancel)$/i, async (ctx, next) => {
    if (!(await registrations.cancel(ctx.person))) return next()
    return ctx.respond({ say: [{ html: ctx.speak.html('daftar.cancelled'), removeKeyboard: true }] })
  })

  chat.on('text', async (ctx, next) => {
    const { text } = ctx.message
    if (text.startsWith('/') || !(LIKE_A_NIP.test(text) || readCode(text))) return next()
    const opened = await registrations.opened(ctx.person)
    // While the NIP is asked for, a word of eight letters may still be an answer to a survey.
    if (!opened || (opened.nip === null && !LIKE_A_NIP.test(text))) return next()
    return take(ctx, text, opened.nip)
  })

  chat.on('contact', async (ctx, next) => {
    const { received } = ctx
    if (received?.type !== 'contact') return next()
    const opened = await registrations.opened(ctx.person)
    if (!opened) {
      // Shared twice, or delivered again: what it proved stands.
      const employee = received.isOwn && (await staff.employeeOf(ctx.person))
      if (!employee) return next()
      return ctx.respond({ say: [linkedMessage(ctx.speak, employee, await unitName(employee))] })
    }
    if (opened.nip === null) return ctx.respond({ say: [askNipMessage(ctx.speak)] })
    return show(ctx, await registrations.proveByPhone(ctx.person, received))
  })

  hints.on('text', async (ctx, next) => {
    if (ctx.message.text.startsWith('/')) return next()
    const opened = await registrations.opened(ctx.person)
    return opened ? take(ctx, ctx.message.text, opened.nip) : next()
  })

  /** Does something with who somebody is, if they still are. */
  const asEmployee =
    (act: (ctx: SuluhContext, employee: Employee) => Promise<unknown>) => async (ctx: SuluhContext) => {
      const employee = await staff.employeeOf(ctx.person)
      return employee
        ? act(ctx, employee)
        : ctx.respond({ edit: { html: ctx.speak.html('daftar.notLinked') } })
    }

  chat.use(
    onPress({
      'who-am-i': asEmployee(async (ctx, employee) =>
        ctx.respond({ edit: whoAmIMessage(ctx.speak, employee, await unitName(employee)) }),
      ),
      'unlink-ask': asEmployee((ctx) => ctx.respond({ edit: askUnlinkMessage(ctx.speak) })),
      unlink: asEmployee(async (ctx, employee) => {
        await registrations.unlink(employee.id, ctx.person)
        log.info('an employee has taken their account back')
        return ctx.respond({ edit: { html: ctx.speak.html('daftar.unlinked') } })
      }),
    }),
  )

  return { chat, hints }
}
