import type { Logger } from 'pino'
import { Composer } from 'telegraf'
import type { ReceivedFile } from '../../message/received.ts'
import { formatNumber } from '../../numbers.ts'
import type { SuluhContext } from '../../telegram/context.ts'
import type { TelegramFiles } from '../../telegram/files.ts'
import type { LongTurns } from '../../telegram/longTurns.ts'
import { kindOfFile } from '../attachment/attachment.ts'
import type { Surveys } from '../service.ts'
import { asksForFile } from './asksForFile.ts'
import { sentFormMessages } from './sentFormMessages.ts'
import type { SurveyLife } from './service.ts'
import { surveyCardMessage } from './surveyCardMessage.ts'

/** Bytes of a spreadsheet that an admin may send. */
const LARGEST_FORM = 10 * 1024 * 1024

/**
 * Documents that admins send: read as a form whatever they are called, and told what they are when they are none. A
 * survey that is asking for a file comes first.
 */
export function sentFormChat(parts: {
  life: SurveyLife
  surveys: Surveys
  files: TelegramFiles
  turns: LongTurns
  isAdmin: (person: number) => boolean
  log: Logger
  /** Takes a spreadsheet that is no form but something else that is known; false when it is not. */
  isTakenElsewhere?: (ctx: SuluhContext, bytes: Uint8Array, fileId: string) => Promise<boolean>
}): Composer<SuluhContext> {
  const { life, surveys, files, turns, isAdmin, log, isTakenElsewhere } = parts
  const chat = new Composer<SuluhContext>()
  // A turn that takes long no longer holds up what the same admin does next.
  const busy = new Set<number>()

  chat.on('document', async (ctx, next) => {
    const { received, person } = ctx
    // Pictures, sounds and films are no spreadsheet; any other document is looked into.
    const isForm = received?.type === 'document' && kindOfFile(received) === 'file'
    if (!isForm || !isAdmin(person) || (await asksForFile(surveys, person))) return next()
    if (busy.has(person)) return ctx.respond({ say: [{ html: ctx.speak.html('life.inProgress') }] })
    busy.add(person)
    return turns.begin(ctx, () => take(ctx, received).finally(() => busy.delete(person)))
  })

  async function take(ctx: SuluhContext, { fileId, name = '' }: ReceivedFile) {
    const fetched = await files.fetchFile(fileId, { most: LARGEST_FORM })
    if ('problem' in fetched) {
      const most = formatNumber(LARGEST_FORM / 1024 / 1024, ctx.speak.language)
      return ctx.respond({ say: [{ html: ctx.speak.html('life.notFetched', { most }) }] })
    }
    if (await isTakenElsewhere?.(ctx, fetched.bytes, fileId)) return undefined
    const sent = await life.upload(ctx.person, fetched.bytes, name)
    const messages = sentFormMessages(ctx.speak, sent)
    if (!('card' in sent)) return ctx.respond({ say: messages })
    log.info({ survey: sent.card.info.code, is: sent.type }, 'an admin sent a survey')
    return ctx.respond({ say: [...messages, surveyCardMessage(ctx.speak, sent.card)] })
  }

  return chat
}
