import { Composer } from 'telegraf'
import { joinHtml } from '../message/html.ts'
import type { Button } from '../message/message.ts'
import type { SuluhContext } from '../telegram/context.ts'
import { onPress } from '../telegram/onPress.ts'
import { LANGUAGES, type Texts } from '../texts.ts'
import type { People } from './service.ts'

/**
 * What concerns the person rather than a feature: language, help, stopping and restarting the bot.
 * @param onLanguage says again, in the language just chosen, what stands before the person
 * @param otherLanguages buttons for languages that what stands before the person has beside the interface's
 */
export function personChat(
  people: People,
  texts: Texts,
  isAdmin: (person: number) => boolean,
  onLanguage: (ctx: SuluhContext) => Promise<void>,
  otherLanguages: (ctx: SuluhContext) => Promise<Button[][]>,
): Composer<SuluhContext> {
  const chat = new Composer<SuluhContext>()

  chat.on('my_chat_member', async (ctx) => {
    if (ctx.chat.type !== 'private') return
    await people.reach(ctx.person, ctx.myChatMember.new_chat_member.status === 'member')
  })

  chat.command(/^(bantuan|help)$/i, async (ctx) => {
    const admin = isAdmin(ctx.person) && ctx.speak.html('help.admin')
    return ctx.respond({ say: [{ html: joinHtml([ctx.speak.html('help.text'), admin], '') }] })
  })

  chat.command(/^(bahasa|language)$/i, async (ctx) => {
    const buttons = LANGUAGES.map((language) => ({
      text: ctx.speak.plain(`language.${language}`),
      press: { do: 'speak' as const, language },
    }))
    return ctx.respond({
      say: [{ html: ctx.speak.html('language.choose'), buttons: [buttons, ...(await otherLanguages(ctx))] }],
    })
  })

  chat.use(
    onPress({
      speak: async (ctx, press) => {
        const language = LANGUAGES.find((known) => known === press.language)
        if (!language) return
        await people.chooseLanguage(ctx.person, language)
        ctx.speak = texts(language)
        await ctx.respond({ edit: { html: ctx.speak.html('language.chosen') } })
        await onLanguage(ctx)
      },
    }),
  )

  return chat
}
