import { describe, expect, onTestFinished, test } from 'vitest'
import { webhookAddress } from '../../src/telegram/webhookAddress.ts'
import { testEngine } from '../database/testDatabase.ts'
import { type House, suluhHouse } from './house.ts'
import { answersAll, begins } from './wholeSurvey.ts'

async function houseOf(instances?: number, environment: Record<string, string> = {}): Promise<House> {
  const house = await suluhHouse(environment, instances)
  onTestFinished(async () => {
    const { violations } = house.telegram
    await house.close()
    expect(violations).toEqual([])
  })
  return house
}

const ways: [string, number | undefined][] = [
  ['by polling', undefined],
  ['by webhook', 1],
  ...(testEngine === 'postgresql' ? [['by webhook, with two instances', 2] as [string, number]] : []),
]

describe.each(ways)('%s', (_, instances) => {
  test('a whole survey leads from the link to the thanks, and a restart in between changes nothing', async () => {
    const house = await houseOf(instances)
    const siti = await house.citizen('Siti')
    await begins(siti)
    await siti.presses('Rawat jalan')
    await siti.hears('2 dari 16')
    await house.restartsBot()
    await siti.presses('Perempuan')
    await siti.hears('3 dari 16')
    const budi = await house.citizen('Budi')
    await answersAll(budi)
    expect(await house.database.client.response.count({ where: { isExample: false } })).toBe(1)
    expect(await house.database.client.draftAnswer.count()).toBe(2)
  })

  test('a message and a press of one person at once are dealt with one after the other', async () => {
    const house = await houseOf(instances)
    const people = await Promise.all(
      Array.from({ length: 10 }, (_, index) => house.citizen(`Warga ${index}`)),
    )
    await Promise.all(people.map((person) => begins(person)))
    // The same question, answered in two ways in the same moment: one is its answer, the other an answer to the next.
    await Promise.all(people.flatMap((person) => [person.presses('Rawat jalan'), person.says('2')]))
    await house.telegram.quiet()
    for (const person of people) await person.hears(/[23] dari 16/)
    const rows = await house.database.client.draftAnswer.findMany({ orderBy: { position: 'asc' } })
    const drafts = [...new Set(rows.map(({ draftId }) => draftId))]
    expect(drafts).toHaveLength(10)
    for (const draft of drafts) {
      const acts = rows.filter(({ draftId }) => draftId === draft)
      expect(acts.map(({ position }) => position)).toEqual(acts.map((_, index) => index))
      expect(acts[0]?.path).toBe('layanan')
      expect(acts.filter(({ path }) => path === 'layanan')).toHaveLength(1)
    }
    expect(house.log.filter((line) => line.includes('failed'))).toEqual([])
  })
})

describe('what strangers bring', () => {
  test('is refused without a word, and what Telegram brings is taken', async () => {
    const house = await houseOf(1)
    const { path, secret } = webhookAddress(house.telegram.token, '')
    expect(path).not.toContain(house.telegram.token.slice(8))
    const [port] = house.ports()
    const lines = house.log.length
    const bring = async (
      to: string,
      shown: string | undefined,
      body: string,
      type = 'application/json',
    ): Promise<number> => {
      const headers = {
        'content-type': type,
        ...(shown !== undefined && { 'x-telegram-bot-api-secret-token': shown }),
      }
      const answer = await fetch(`http://127.0.0.1:${port}${to}`, { method: 'POST', headers, body })
      expect(await answer.text()).toBe('')
      return answer.status
    }
    const update = JSON.stringify({ update_id: 5_000_000 })
    expect(await bring('/telegram/somewhere', secret, update)).toBe(404)
    expect(await bring(path, undefined, update)).toBe(403)
    expect(await bring(path, `${secret}x`, update)).toBe(403)
    expect(await bring(path, 'x'.repeat(secret.length), update)).toBe(403)
    expect(await bring(path, secret, '{')).toBe(400)
    expect(await bring(path, secret, '[]')).toBe(400)
    expect(await bring(path, secret, '{"update_id":"1"}')).toBe(400)
    expect(await bring(path, secret, '{"update_id":1,"__proto__":{"a":1}}')).toBe(400)
    expect(await bring(path, secret, update, 'text/plain')).toBe(400)
    expect(await bring(path, secret, `{"update_id":1,"a":"${'x'.repeat(600_000)}"}`)).toBe(413)
    expect(await bring(path, secret, update)).toBe(200)
    expect(house.log.slice(lines)).toEqual([])
  })

  test('the webhook is set once, and deleted when the bot asks for updates again', async () => {
    const house = await houseOf(1)
    await house.restartsBot()
    expect(house.telegram.calls('setWebhook')).toHaveLength(1)
    expect(house.telegram.calls('setWebhook')[0]?.body).toMatchObject({ max_connections: 100 })
  })
})

describe('what our own defect hits', () => {
  test('is not brought again, or everything behind it would wait for ever', async () => {
    const house = await houseOf(1)
    const siti = await house.citizen('Siti')
    await begins(siti)
    await house.database.client.$executeRawUnsafe('ALTER TABLE "DraftAnswer" RENAME TO "Hidden"')
    await siti.presses('Rawat jalan')
    await siti.hears('ada gangguan')
    await house.telegram.quiet()
    expect(house.log.filter((line) => line.includes('an update failed'))).toHaveLength(1)
    await house.database.client.$executeRawUnsafe('ALTER TABLE "Hidden" RENAME TO "DraftAnswer"')
    await siti.presses('Rawat jalan')
    await siti.hears('2 dari 16')
  })
})
