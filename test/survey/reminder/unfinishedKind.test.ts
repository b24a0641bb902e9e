import { expect, test } from 'vitest'
import { unfinishedKind } from '../../../src/survey/reminder/unfinishedKind.ts'
import type { Pass } from '../../../src/survey/turn.ts'
import type { Speak } from '../../../src/texts.ts'

const NOW = new Date('2026-12-31T03:00:00Z')

/** What becomes of a reminder of which, when it is sent, this is true. */
async function rendered(facts: { pass?: object; isRefused?: boolean }, now = NOW) {
  const kind = unfinishedKind({
    surveys: { resting: async () => facts.pass as Pass | undefined },
    store: { isRefused: async () => facts.isRefused ?? false },
    timeZone: 'Asia/Jakarta',
  })
  return kind.render({ chat: 7, payload: { draft: 'd' }, speak: {} as Speak, now })
}

const pass = (info: object, isTrial = false) => ({
  info: { status: 'open', ...info },
  isTrial,
  draft: { id: 'd', period: '2026-S2' },
})

test.each<[string, Parameters<typeof rendered>[0], string]>([
  ['was finished or thrown away', {}, 'finished or gone'],
  ['is a trial', { pass: pass({}, true) }, 'finished or gone'],
  ['was closed', { pass: pass({ status: 'closed' }) }, 'survey closed'],
  ['was paused', { pass: pass({ status: 'paused' }) }, 'survey closed'],
  ['had its last day', { pass: pass({ closesOn: '2026-12-30' }) }, 'survey closed'],
  ['is not to be reminded of any more', { pass: pass({}), isRefused: true }, 'not wanted'],
])('nothing is sent when, meanwhile, the survey %s', async (_, facts, skip) => {
  expect(await rendered(facts)).toEqual({ skip })
})

test('the last day ends where the unit is', async () => {
  const facts = { pass: { ...pass({ closesOn: '2026-12-31' }), unit: { timeZone: 'Asia/Jayapura' } } }
  expect(await rendered(facts, new Date('2026-12-31T15:00:00Z'))).toEqual({ skip: 'survey closed' })
})
