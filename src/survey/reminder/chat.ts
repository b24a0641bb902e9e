import { Composer } from 'telegraf'
import type { SuluhContext } from '../../telegram/context.ts'
import { onPress } from '../../telegram/onPress.ts'
import type { Surveys } from '../service.ts'

/** The button by which somebody does not want to be reminded of a draft; to go on is the survey's own button. */
export function reminderChat(
  surveys: Pick<Surveys, 'resting'>,
  refuse: (draft: string) => Promise<void>,
): Composer<SuluhContext> {
  const chat = new Composer<SuluhContext>()
  chat.use(
    onPress({
      'no-reminders': async (ctx, { draft }) => {
        const pass = await surveys.resting(ctx.person, draft)
        if (!pass) return ctx.respond({ edit: { html: ctx.speak.html('draft.gone') } })
        await refuse(draft)
        const buttons = [
          [{ text: ctx.speak.plain('draft.continue'), press: { do: 'continue' as const, draft } }],
        ]
        return ctx.respond({ edit: { html: ctx.speak.html('reminder.refused'), buttons } })
      },
    }),
  )
  return chat
}
