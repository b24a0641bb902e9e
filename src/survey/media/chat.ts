import { Composer } from 'telegraf'
import { z } from 'zod'
import type { Received } from '../../message/received.ts'
import { adminsOnly } from '../../telegram/adminsOnly.ts'
import type { AwaitedWords } from '../../telegram/awaitedWords.ts'
import type { SuluhContext } from '../../telegram/context.ts'
import { onPress } from '../../telegram/onPress.ts'
import { kindOfFile } from '../attachment/attachment.ts'
import { asksForFile } from '../life/asksForFile.ts'
import type { SurveyCard, SurveyLife } from '../life/service.ts'
import type { Surveys } from '../service.ts'
import { mediaWantedMessage, takenMediaMessage } from './messages.ts'
import type { SurveyMedia } from './service.ts'

/**
 * Pictures, sounds and films that admins send for the survey whose button they pressed. It comes before albums are
 * taken for one message: each picture of an album has a name of its own.
 */
export function surveyMediaChat(parts: {
  life: SurveyLife
  media: SurveyMedia
  surveys: Surveys
  awaited: AwaitedWords
  isAdmin: (person: number) => boolean
}): Composer<SuluhContext> {
  const { life, media, surveys, awaited, isAdmin } = parts
  const chat = new Composer<SuluhContext>()
  const forAdmins = adminsOnly(isAdmin)
  const sending = awaited.task('survey-media', z.object({ survey: z.string() }))

  const versionOf = ({ trial, newest }: SurveyCard) => trial ?? newest

  chat.use(
    onPress({
      'survey-media': (ctx, { survey }) =>
        forAdmins(async () => {
          const card = await life.card(survey)
          const version = card && versionOf(card)
          if (!version) return ctx.respond({ edit: { html: ctx.speak.html('life.gone') } })
          await sending.turnTo(ctx.person, { survey })
          const missing = await media.missing(version)
          return ctx.respond({ say: [mediaWantedMessage(ctx.speak, survey, missing)] })
        })(ctx),
    }),
    (ctx, next) => (ctx.received && isAdmin(ctx.person) ? takeMedia(ctx, ctx.received, next) : next()),
  )

  async function takeMedia(ctx: SuluhContext, received: Received, next: () => Promise<void>) {
    const { person } = ctx
    if (received.type === 'location' || received.type === 'contact' || kindOfFile(received) === 'file')
      return next()
    const survey = (await sending.present(person))?.survey
    if (survey === undefined) return next()
    if (await asksForFile(surveys, person)) return next()
    const card = await life.card(survey)
    const version = card && versionOf(card)
    if (!version) return ctx.respond({ say: [{ html: ctx.speak.html('life.gone') }] })
    const taken = await media.take(version, received)
    return ctx.respond({ say: [takenMediaMessage(ctx.speak, survey, taken)] })
  }

  return chat
}
