import { expect, test } from 'vitest'
import { outboxStore } from '../../src/outbox/store.ts'
import { anOutgoing } from '../outbox/anOutgoing.ts'
import { MONDAY, suluhHouse } from './house.ts'

test('what waits for a group goes to the supergroup that it becomes', async () => {
  const house = await suluhHouse()
  try {
    const siti = await house.citizen('Siti')
    await siti.opens()
    await siti.hears('Selamat datang')
    const act = async (wanted: Parameters<typeof house.telegram.act>[0]) => {
      const done = await house.telegram.act(wanted)
      if (!done.ok) throw new Error(done.problem)
      return done.result as number
    }
    const bot = Number(house.telegram.token.split(':')[0])
    const group = await act({
      ...{ do: 'create-group', as: siti.id, title: 'Diskusi', kind: 'group', isForum: false },
      members: [bot],
    })
    const later = new Date(MONDAY.getTime() + 86_400_000)
    await outboxStore(house.database).put([
      { ...anOutgoing({ key: 'group', chat: group, dueAt: later }), notBefore: later },
    ])
    const supergroup = await act({ do: 'migrate', as: siti.id, chat: group })
    await siti.says('/bantuan')
    await siti.hears('menyampaikan suara')
    await expect
      .poll(async () => Number((await house.database.client.outgoing.findFirst())?.chat))
      .toBe(supergroup)
  } finally {
    await house.close()
  }
})
