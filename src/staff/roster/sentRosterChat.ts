import type { Logger } from 'pino'
import { Composer } from 'telegraf'
import { ifAllowed } from '../../role/ifAllowed.ts'
import type { RightsOf } from '../../role/rightsService.ts'
import type { SuluhContext } from '../../telegram/context.ts'
import type { TelegramFiles } from '../../telegram/files.ts'
import type { LongTurns } from '../../telegram/longTurns.ts'
import { onPress } from '../../telegram/onPress.ts'
import {
  comparedRosterMessages,
  faultyRosterMessages,
  importedRosterMessage,
  sureRosterMessage,
} from './messages.ts'
import { deactivatesMany } from './rosterPlan.ts'
import { type ComparedRoster, LARGEST_ROSTER, type Roster } from './service.ts'

/** A spreadsheet that is no roster at all. */
const isForeign = (compared: ComparedRoster) =>
  compared.type === 'unreadable' ||
  (compared.type === 'faulty' && compared.problems.some(({ code }) => code === 'no_header'))

const answerOf = (ctx: SuluhContext, compared: ComparedRoster, fileId: string) =>
  compared.type === 'sound'
    ? comparedRosterMessages(ctx.speak, compared, fileId)
    : faultyRosterMessages(ctx.speak, compared)

/**
 * A spreadsheet that an admin sent and that may be the roster, known by its headings. Nothing changes before the button
 * is pressed.
 * @returns false when it is none: then it is somebody else's
 */
export const takeSentRoster =
  (roster: Roster, rights: RightsOf) =>
  async (ctx: SuluhContext, bytes: Uint8Array, fileId: string): Promise<boolean> => {
    if (!(await rights.may(ctx.person, { act: 'import-roster' }))) return false
    const compared = await roster.compare(bytes)
    // What cannot be read may be anything, and the next one says what is wrong with it.
    if (isForeign(compared)) return false
    await ctx.respond({ say: answerOf(ctx, compared, fileId) })
    return true
  }

/**
 * The buttons below a roster, and rosters that the personnel office sends, whose other documents mean nothing here.
 * @param takesFiles whose documents are looked at elsewhere: admins', and those that a survey is asking for
 */
export function sentRosterChat(parts: {
  roster: Roster
  rights: RightsOf
  files: TelegramFiles
  turns: LongTurns
  takesFiles: (person: number) => Promise<boolean>
  log: Logger
}): Composer<SuluhContext> {
  const { roster, rights, files, turns, takesFiles, log } = parts
  const chat = new Composer<SuluhContext>()
  // One at a time for each admin: a turn that takes long no longer holds up what they do next.
  const busy = new Set<number>()

  /** Begins what takes long, unless this person's last is still under way. */
  async function alone(ctx: SuluhContext, act: () => Promise<unknown>): Promise<unknown> {
    const { person } = ctx
    if (busy.has(person))
      return ctx.respond(
        ctx.callbackQuery
          ? { toast: ctx.speak.plain('roster.inProgress') }
          : { say: [{ html: ctx.speak.html('roster.inProgress') }] },
      )
    busy.add(person)
    return turns.begin(ctx, () => act().finally(() => busy.delete(person)))
  }

  chat.on('document', async (ctx, next) => {
    const { received, person } = ctx
    if (received?.type !== 'document' || (await takesFiles(person))) return next()
    if (!(await rights.may(person, { act: 'import-roster' }))) return next()
    return alone(ctx, async () => {
      const fetched = await files.fetchFile(received.fileId, { most: LARGEST_ROSTER })
      const compared = 'problem' in fetched ? undefined : await roster.compare(fetched.bytes)
      const say = compared
        ? answerOf(ctx, compared, received.fileId)
        : [{ html: ctx.speak.html('roster.notFetched') }]
      return ctx.respond({ say })
    })
  })

  async function take(ctx: SuluhContext, version: number, isSure: boolean) {
    const below = ctx.callbackQuery?.message
    const fileId = below && 'document' in below ? below.document.file_id : undefined
    const fetched = fileId === undefined ? undefined : await files.fetchFile(fileId, { most: LARGEST_ROSTER })
    if (fileId === undefined || !fetched || 'problem' in fetched)
      return ctx.respond({ toast: ctx.speak.plain('roster.sendAgain'), alert: true })
    const compared = await roster.compare(fetched.bytes)
    // Somebody has changed the roster, or the units, since this was looked at: it is shown anew.
    if (compared.type !== 'sound' || compared.version !== version)
      return ctx.respond({
        edit: { html: ctx.speak.html('roster.changedMeanwhile'), file: 'kept' },
        say: answerOf(ctx, compared, fileId),
      })
    const { plan } = compared
    if (deactivatesMany(plan) && !isSure)
      return ctx.respond({ edit: sureRosterMessage(ctx.speak, plan, version) })
    if (!(await roster.apply(plan, version, ctx.person)))
      return ctx.respond({ toast: ctx.speak.plain('roster.sendAgain'), alert: true })
    const { added, changed, deactivated } = plan
    log.info(
      { added: added.length, changed: changed.length, deactivated: deactivated.length },
      'an admin imported the roster',
    )
    return ctx.respond({ edit: importedRosterMessage(ctx.speak, plan) })
  }

  chat.use(
    onPress({
      'roster-import': (ctx, { version, sure }) =>
        ifAllowed(rights, ctx, { act: 'import-roster' }, () =>
          alone(ctx, () => take(ctx, version, sure === 1)),
        ),
      'roster-not': (ctx) =>
        ifAllowed(rights, ctx, { act: 'import-roster' }, () =>
          ctx.respond({ edit: { html: ctx.speak.html('roster.notImported'), file: 'kept' } }),
        ),
    }),
  )

  return chat
}
