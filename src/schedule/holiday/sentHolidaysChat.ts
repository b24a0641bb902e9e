import type { Logger } from 'pino'
import { Composer } from 'telegraf'
import { adminsOnly } from '../../telegram/adminsOnly.ts'
import type { SuluhContext } from '../../telegram/context.ts'
import type { TelegramFiles } from '../../telegram/files.ts'
import { onPress } from '../../telegram/onPress.ts'
import { dryRunMessage, faultsMessage, importedMessage } from './importMessages.ts'
import type { Holidays } from './service.ts'

/** Bytes of a table of holidays. */
const LARGEST_TABLE = 1024 * 1024

/**
 * A spreadsheet that an admin sent and that may be a table of holidays, known by its headings. Nothing changes before
 * the button is pressed.
 * @returns false when it is none: then it is somebody else's
 */
export const takeSentHolidays =
  (holidays: Holidays) =>
  async (ctx: SuluhContext, bytes: Uint8Array, fileId: string): Promise<boolean> => {
    if (bytes.length > LARGEST_TABLE) return false
    const found = await holidays.look(bytes)
    // What cannot be read may be anything, and the next one says what is wrong with it.
    if (found.type === 'not-holidays' || found.type === 'unreadable') return false
    const message =
      found.type === 'faulty'
        ? faultsMessage(ctx.speak, found.faults)
        : dryRunMessage(ctx.speak, found, fileId)
    await ctx.respond({ say: [message] })
    return true
  }

/** The buttons below a table of holidays: taking over the file that they stand under. */
export function sentHolidaysChat(parts: {
  holidays: Holidays
  files: TelegramFiles
  isAdmin: (person: number) => boolean
  log: Logger
}): Composer<SuluhContext> {
  const { holidays, files, isAdmin, log } = parts
  const chat = new Composer<SuluhContext>()
  const forAdmins = adminsOnly(isAdmin)

  async function take(ctx: SuluhContext): Promise<unknown> {
    const below = ctx.callbackQuery?.message
    const fileId = below && 'document' in below ? below.document.file_id : undefined
    const fetched = fileId === undefined ? undefined : await files.fetchFile(fileId, { most: LARGEST_TABLE })
    if (!fetched || 'problem' in fetched)
      return ctx.respond({ toast: ctx.speak.plain('holiday.sendAgain'), alert: true })
    const taken = await holidays.take(fetched.bytes)
    if (taken.type !== 'readable')
      return ctx.respond({ toast: ctx.speak.plain('holiday.sendAgain'), alert: true })
    log.info({ added: taken.added.length, changed: taken.changed.length }, 'an admin imported holidays')
    return ctx.respond({ edit: importedMessage(ctx.speak, taken) })
  }

  chat.use(
    onPress({
      'holidays-import': forAdmins(take),
      'holidays-not': forAdmins(async (ctx) =>
        ctx.respond({ edit: { html: ctx.speak.html('holiday.notImported'), file: 'kept' } }),
      ),
    }),
  )
  return chat
}
