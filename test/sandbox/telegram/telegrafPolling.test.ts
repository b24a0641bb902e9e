import { Markup, Telegraf } from 'telegraf'
import { expect, onTestFinished, test } from 'vitest'
import type { LocalTelegram } from '../../../src/sandbox/telegram/localTelegram.ts'
import { meetTelegram, messagesIn, until } from './meet.ts'

async function launch(telegram: LocalTelegram, prepare: (bot: Telegraf) => void) {
  const bot = new Telegraf(telegram.token, { telegram: { apiRoot: telegram.apiRoot } })
  prepare(bot)
  const ended = new Promise<void>((resolve, reject) => {
    void bot.launch({ dropPendingUpdates: false }, resolve).catch(reject)
  })
  await ended
  onTestFinished(() => bot.stop())
  return bot
}

test('a Telegraf bot greets whoever presses START, and answers a button', async () => {
  const { telegram, act } = await meetTelegram()
  await launch(telegram, (bot) => {
    bot.start((ctx) =>
      ctx.reply(
        `Halo ${ctx.from.first_name}, kode ${ctx.payload}`,
        Markup.inlineKeyboard([Markup.button.callback('Ya', 'ya:1')]),
      ),
    )
    bot.command('bantuan', (ctx) => ctx.reply('Inilah bantuan'))
    bot.action('ya:1', async (ctx) => {
      await ctx.answerCbQuery('Terima kasih')
      await ctx.editMessageText('Sudah dijawab')
    })
  })
  const siti = await act({ do: 'create-person', firstName: 'Siti' })
  await act({ do: 'start', as: siti, payload: 'survei-7' })
  const greeting = await until(telegram, () =>
    messagesIn(telegram, siti).find(({ text }) => text?.startsWith('Halo')),
  )
  expect(greeting.text).toBe('Halo Siti, kode survei-7')

  const callback = await act({ do: 'press', as: siti, chat: siti, message: greeting.id, row: 0, column: 0 })
  expect(await telegram.answered(callback)).toEqual({ text: 'Terima kasih', alert: false })
  const edited = await until(telegram, () =>
    messagesIn(telegram, siti).find(({ text }) => text === 'Sudah dijawab'),
  )
  expect(edited.inlineKeyboard).toBeUndefined()

  await act({ do: 'say', as: siti, chat: siti, text: '/bantuan' })
  await telegram.quiet()
  expect(messagesIn(telegram, siti).at(-1)?.text).toBe('Inilah bantuan')
  expect(telegram.violations).toEqual([])
})
