import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PRESS_SHAPES, type Press } from '../../src/message/press.ts'
import type { Citizen } from './citizen.ts'
import { type House, suluhHouse } from './house.ts'

/* Button data can be forged by whoever writes a Telegram client of their own. On PostgreSQL a number may be too large. */

let house: House
beforeEach(async () => {
  house = await suluhHouse()
})
afterEach(() => house.close())

type Name = Press['do']

/** What anybody may press. Everything else is for admins, and says so to others. */
const FOR_EVERYBODY: readonly Name[] = [
  'find-unit',
  'open-unit',
  'agree',
  'decline',
  'join',
  'join-named',
  'leave',
  'greet-in',
  'answer',
  'finish',
  'skip',
  'back',
  'change',
  'keep',
  'more',
  'ask-remove',
  'remove',
  'undo',
  'day',
  'clock',
  'pick',
  'read-in',
  'nothing',
  'choices',
  'review',
  'submit',
  'continue',
  'restart',
  'discard',
  'speak',
  'greet',
  'survey',
  'visit',
  'invitations',
  'invite-me',
  'invite-not',
  'ask-role',
  'set-role',
  'ask-district',
  'set-district',
  'ask-office',
  'set-office',
  'invited',
  'invited-units',
  'join-invited',
  'not-interested',
  'no-reminders',
  'hear-again',
  'who-am-i',
  'unlink-ask',
  'unlink',
  'role-accept',
  'role-refuse',
]

const names = Object.keys(PRESS_SHAPES) as Name[]

/** What a button that takes several steps has to carry to be one. */
const STEPS: Partial<Record<Name, string>> = { 'broadcast-send': 'send' }

function forged(name: Name, number: number, id: string): string {
  const [tag, fields] = PRESS_SHAPES[name]
  const values = Object.values<string>(fields).map((kind) => (kind === 'number' ? number.toString(36) : id))
  return [tag, ...values].join('.')
}

/** Opens the bot, and gives the message whose buttons are forged. */
async function begin(somebody: Citizen): Promise<number> {
  await somebody.opens()
  return (await somebody.hears('Pelayanan mana'))?.id ?? 0
}

const faults = () => house.log.filter((line) => JSON.parse(line).level >= 50)

const forAdmins = names.filter((name) => !FOR_EVERYBODY.includes(name))

test('a citizen who forges a button of an admin hears each time that it is for admins, and nothing else', async () => {
  const siti = await house.citizen('Siti')
  const message = await begin(siti)
  const before = siti.screen().length
  const silent: Name[] = []
  for (const name of forAdmins) {
    await siti.pressesOld({ message, data: forged(name, 1, STEPS[name] ?? 'skm') })
    // Every reply to what was pressed before has been sent when this one is.
    await siti.hears(/hanya untuk admin/).catch(() => silent.push(name))
  }
  expect(silent).toEqual([])
  expect(siti.screen()).toHaveLength(before + forAdmins.length)
})

describe('no forged number or name makes anything fail', () => {
  const ids = ['skm', '9'.repeat(20), 'constructor']
  const numbers = [0, 2 ** 31 - 1, 2 ** 31, Number.MAX_SAFE_INTEGER]

  test.each(['citizen', 'admin'] as const)('of %s', async (role) => {
    const somebody = await house[role]('Ratna')
    const message = await begin(somebody)
    await somebody.opens('pkm-muara-tebo')
    await somebody.presses('Setuju')
    await somebody.hears('1 dari')
    const [draft] = await house.database.client.draft.findMany()
    for (const name of names) {
      const all = numbers.flatMap((number) => [draft?.id ?? '', ...ids].map((id) => forged(name, number, id)))
      for (const data of new Set(all)) if (data.length <= 64) await somebody.pressesOld({ message, data })
      // What comes later is answered later, so all has been dealt with then.
      await somebody.says('/bantuan')
      await somebody.hears('/bahasa')
      expect({ name, faults: faults() }).toEqual({ name, faults: [] })
    }
  })
})
