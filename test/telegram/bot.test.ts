import { pino } from 'pino'
import { expect, test } from 'vitest'
import type { Received } from '../../src/message/received.ts'
import type { People } from '../../src/person/service.ts'
import { suluhBot } from '../../src/telegram/bot.ts'
import { loadTexts } from '../../src/texts.ts'
import { aSender } from './aSender.ts'

test('a feature finds what was sent to it in private, and nothing of what people share in groups', async () => {
  const { sender, telegram, act, call, siti } = await aSender()
  const seen: (Received | undefined)[] = []
  const bot = suluhBot({
    token: telegram.token,
    apiRoot: telegram.apiRoot,
    me: (await call('getMe')).result,
    sender,
    people: { chosenLanguage: async () => undefined } as unknown as People,
    texts: await loadTexts(),
    log: pino({ level: 'silent' }),
    features: [
      async (ctx) => {
        seen.push(ctx.received)
      },
    ],
  })
  const members = [siti, telegram.state().bot.id]
  const group: number = await act({
    do: 'create-group',
    as: siti,
    title: 'Warga',
    kind: 'supergroup',
    isForum: false,
    members,
  })
  await act({
    do: 'set-status',
    as: siti,
    chat: group,
    person: telegram.state().bot.id,
    status: 'administrator',
  })
  const place = { do: 'send-location', as: siti, latitude: -1.5, longitude: 102.1 } as const
  const { update_id } = (await call('getUpdates', { offset: -1 })).result.at(-1)
  await act({ ...place, chat: siti })
  await act({ ...place, chat: group })
  await act({ do: 'say', as: siti, chat: siti, text: 'Halo' })
  const updates = (await call('getUpdates', { offset: update_id + 1 })).result
  for (const update of updates) await bot.handleUpdate(update)
  expect(seen).toEqual([
    { type: 'location', latitude: -1.5, longitude: 102.1, isLive: false },
    undefined,
    undefined,
  ])
})
