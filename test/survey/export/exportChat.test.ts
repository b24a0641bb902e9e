import { pino } from 'pino'
import { Context, type MiddlewareFn } from 'telegraf'
import { expect, onTestFinished, test } from 'vitest'
import type { Message, Reply } from '../../../src/message/message.ts'
import type { Press } from '../../../src/message/press.ts'
import { exportChat } from '../../../src/survey/export/exportChat.ts'
import type { ExportsAside } from '../../../src/survey/export/exportsAside.ts'
import type { SuluhContext } from '../../../src/telegram/context.ts'
import { longTurns } from '../../../src/telegram/longTurns.ts'
import { loadTexts } from '../../../src/texts.ts'
import { answeredSurvey } from '../results/answeredSurvey.ts'
import { definitionOf } from '../results/forms.ts'

/** What an admin hears who presses a button for an export of so many bytes. */
async function heard(bytes: number, isBusy = false) {
  const answered = await answeredSurvey([definitionOf([{ type: 'text', name: 'saran' }])], {
    isPerUnit: false,
  })
  onTestFinished(() => answered.database.cleanup())
  const replies: Reply[] = []
  const said: Message[] = []
  let removed = 0
  const exports: ExportsAside = {
    isBusy: () => isBusy,
    make: async () => ({ path: '/tmp/x.xlsx', bytes, remove: async () => void removed++ }),
    stop: async () => {},
  }
  const chat = exportChat({
    ...answered,
    exports,
    turns: longTurns(pino({ level: 'silent' })),
    isAdmin: () => true,
    say: async (_, message) => said.push(message),
    most: 1024,
  })
  const press: Press = { do: 'export', survey: answered.info.id, unit: 0, period: '2026-S2', format: 'xlsx' }
  const message = { message_id: 1, date: 1, chat: { id: 1, type: 'private', first_name: 'Ratna' } }
  const update = { update_id: 1, callback_query: { id: '1', from: {}, chat_instance: '1', message } }
  const ctx = Object.assign(new Context(update as never, {} as never, {} as never), {
    press,
    person: 1,
    speak: (await loadTexts())('id'),
    respond: async (reply: Reply) => {
      replies.push(reply)
      return []
    },
  }) as unknown as SuluhContext
  await (chat.middleware() as MiddlewareFn<SuluhContext>)(ctx, async () => {})
  return { replies, said, removed }
}

test('what Telegram takes is sent as a document, and removed', async () => {
  const { said, removed } = await heard(1024)
  expect(said).toMatchObject([
    { file: { kind: 'document', name: 'uji-2026-S2.xlsx', content: { path: '/tmp/x.xlsx' } } },
  ])
  expect(removed).toBe(1)
})

test('what is too large for Telegram is not sent, and the way to it is told', async () => {
  const { said, removed } = await heard(1025)
  expect(said).toHaveLength(1)
  expect(said[0]?.file).toBeUndefined()
  expect(said[0]?.html).toContain(
    'npx suluh export responses uji --period=2026-S2 --format=xlsx --language=id --out=uji.xlsx',
  )
  expect(removed).toBe(1)
})

test('while another one is being made, one is asked to wait', async () => {
  const { replies, said } = await heard(1, true)
  expect(said).toEqual([])
  expect(replies).toMatchObject([{ alert: true, toast: expect.stringContaining('Mohon coba sebentar lagi') }])
})
