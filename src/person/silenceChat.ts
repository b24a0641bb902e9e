import { Composer } from 'telegraf'
import type { SuluhContext } from '../telegram/context.ts'
import { onPress } from '../telegram/onPress.ts'
import type { Invitations } from './invitation/service.ts'
import type { People } from './service.ts'

/** `/berhenti`: nothing more that the bot begins by itself, until the person wants it again. */
export function silenceChat(people: People, invitations: Invitations): Composer<SuluhContext> {
  const chat = new Composer<SuluhContext>()

  chat.command(/^(berhenti|stop)$/i, async (ctx) => {
    await people.silence(ctx.person, true)
    // To be silent is more than not to be invited, but it is that, too: what was agreed to is withdrawn.
    if (await invitations.isAgreed(ctx.person)) await invitations.decline(ctx.person)
    return ctx.respond({
      say: [
        {
          html: ctx.speak.html('silence.begun'),
          buttons: [[{ text: ctx.speak.plain('silence.end'), press: { do: 'hear-again' } }]],
        },
      ],
    })
  })

  chat.use(
    onPress({
      'hear-again': async (ctx) => {
        await people.silence(ctx.person, false)
        return ctx.respond({ edit: { html: ctx.speak.html('silence.ended') } })
      },
    }),
  )

  return chat
}
