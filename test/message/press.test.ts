import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Press, packPress, unpackPress } from '../../src/message/press.ts'
import { randomId } from '../../src/survey/respondent.ts'

const number = fc.oneof(fc.nat(1000), fc.nat(2_147_483_647))
/** A question in instances of repeats, as far in as they go. */
const question = fc
  .tuple(fc.nat(9_999), fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 5 }))
  .map(([row, places]) => [row, ...places].map((place) => place.toString(36)).join('-'))
const draft = fc.constantFrom(randomId(), randomId(), '-_-_-_-_-_-_-_-_', 'a')

const survey = fc.constantFrom('skm', '_12', 'evaluasi-pelatihan-2026-sem-2')

const period = fc.constantFrom('2026', '2026-S2', '2026-11', 'all', 'now')
/** Ids of rows, as far as both engines count them. */
const row = fc.nat(2 ** 31 - 1)
const hash = fc.constantFrom('a1B2c3D4', '-_-_-_-_')
/** Whose responses are looked at. */
const selected = { survey: number, unit: number, period }

const holiday = { day: fc.constant('2026-12-24'), kind: fc.constantFrom('national', 'joint-leave', 'local') }

/** One arbitrary for each kind of press; the record makes the compiler find a missing one. */
const KINDS: { [D in Press['do']]: fc.Arbitrary<Extract<Press, { do: D }>> } = {
  'find-unit': fc.record({ do: fc.constant('find-unit'), page: number }),
  'open-unit': fc.record({ do: fc.constant('open-unit'), unit: number }),
  join: fc.record({ do: fc.constant('join'), survey, unit: number }),
  leave: fc.record({ do: fc.constant('leave'), survey, unit: number }),
  'greet-in': fc.record({ do: fc.constant('greet-in'), survey, unit: number, language: fc.constant('en') }),
  keep: fc.record({ do: fc.constant('keep'), draft, question }),
  more: fc.record({ do: fc.constant('more'), draft, question, more: fc.nat(1) }),
  'ask-remove': fc.record({ do: fc.constant('ask-remove'), draft, question }),
  remove: fc.record({ do: fc.constant('remove'), draft, question, count: number }),
  undo: fc.record({ do: fc.constant('undo'), draft, question }),
  agree: fc.record({ do: fc.constant('agree'), unit: number }),
  decline: fc.record({ do: fc.constant('decline'), unit: number }),
  answer: fc.record({ do: fc.constant('answer'), draft, question, choice: fc.nat(2000) }),
  finish: fc.record({ do: fc.constant('finish'), draft, question }),
  skip: fc.record({ do: fc.constant('skip'), draft, question }),
  back: fc.record({ do: fc.constant('back'), draft, question }),
  change: fc.record({ do: fc.constant('change'), draft, question }),
  day: fc.record({ do: fc.constant('day'), draft, question, day: fc.constant('20261123') }),
  clock: fc.record({ do: fc.constant('clock'), draft, question, minutes: fc.nat(1439) }),
  pick: fc.record({ do: fc.constant('pick'), draft, question, view: fc.constantFrom('d202611', 'h') }),
  'read-in': fc.record({ do: fc.constant('read-in'), draft, language: number }),
  nothing: fc.record({ do: fc.constant('nothing') }),
  choices: fc.record({ do: fc.constant('choices'), draft, question, page: number }),
  review: fc.record({ do: fc.constant('review'), draft, page: number }),
  submit: fc.record({ do: fc.constant('submit'), draft }),
  continue: fc.record({ do: fc.constant('continue'), draft }),
  restart: fc.record({ do: fc.constant('restart'), draft }),
  discard: fc.record({ do: fc.constant('discard'), draft }),
  'no-reminders': fc.record({ do: fc.constant('no-reminders'), draft }),
  'hear-again': fc.record({ do: fc.constant('hear-again') }),
  holidays: fc.record({ do: fc.constant('holidays'), year: number }),
  'holiday-list': fc.record({ do: fc.constant('holiday-list'), year: number, page: number }),
  holiday: fc.record({ do: fc.constant('holiday'), ...holiday }),
  'holiday-confirm': fc.record({ do: fc.constant('holiday-confirm'), ...holiday }),
  'holiday-kind': fc.record({ do: fc.constant('holiday-kind'), ...holiday, to: holiday.kind }),
  'holiday-remove': fc.record({ do: fc.constant('holiday-remove'), ...holiday }),
  'holidays-import': fc.record({ do: fc.constant('holidays-import') }),
  'holidays-not': fc.record({ do: fc.constant('holidays-not') }),
  speak: fc.record({ do: fc.constant('speak'), language: fc.constantFrom('id', 'en', 'jv') }),
  greet: fc.record({ do: fc.constant('greet'), unit: number, language: fc.constantFrom('id', 'en', 'jv') }),
  'who-am-i': fc.record({ do: fc.constant('who-am-i') }),
  'unlink-ask': fc.record({ do: fc.constant('unlink-ask') }),
  unlink: fc.record({ do: fc.constant('unlink') }),
  'roster-import': fc.record({ do: fc.constant('roster-import'), version: number, sure: fc.nat(1) }),
  'roster-not': fc.record({ do: fc.constant('roster-not') }),
  staff: fc.record({ do: fc.constant('staff'), unit: number, page: number }),
  'staff-units': fc.record({ do: fc.constant('staff-units'), page: number }),
  'staff-member': fc.record({ do: fc.constant('staff-member'), employee: number }),
  'staff-code': fc.record({ do: fc.constant('staff-code'), employee: number }),
  'staff-unlink-ask': fc.record({ do: fc.constant('staff-unlink-ask'), employee: number }),
  'staff-unlink': fc.record({ do: fc.constant('staff-unlink'), employee: number }),
  roles: fc.record({ do: fc.constant('roles'), page: number }),
  role: fc.record({ do: fc.constant('role'), grant: number }),
  'role-link': fc.record({ do: fc.constant('role-link'), offer: number }),
  'role-choose': fc.record({ do: fc.constant('role-choose') }),
  'role-units': fc.record({ do: fc.constant('role-units'), page: number }),
  'role-offer': fc.record({
    do: fc.constant('role-offer'),
    role: fc.constantFrom('unit', 'personnel'),
    unit: number,
  }),
  'role-withdraw': fc.record({ do: fc.constant('role-withdraw'), offer: number }),
  'role-revoke-ask': fc.record({ do: fc.constant('role-revoke-ask'), grant: number }),
  'role-revoke': fc.record({ do: fc.constant('role-revoke'), grant: number }),
  'role-accept': fc.record({ do: fc.constant('role-accept'), code: draft }),
  'role-refuse': fc.record({ do: fc.constant('role-refuse'), code: draft }),
  'list-surveys': fc.record({ do: fc.constant('list-surveys'), page: number }),
  survey: fc.record({ do: fc.constant('survey'), survey }),
  'list-archive': fc.record({ do: fc.constant('list-archive'), page: number }),
  'try-survey': fc.record({ do: fc.constant('try-survey'), version: number }),
  'publish-survey': fc.record({ do: fc.constant('publish-survey'), survey, version: number }),
  'join-named': fc.record({ do: fc.constant('join-named'), survey, unit: number }),
  'survey-step': fc.record({
    do: fc.constant('survey-step'),
    survey,
    step: fc.constantFrom('publish', 'pause'),
  }),
  'survey-settings': fc.record({ do: fc.constant('survey-settings'), survey }),
  'survey-set': fc.record({
    do: fc.constant('survey-set'),
    survey,
    setting: fc.constantFrom('participation', 'isNamed'),
    value: fc.constantFrom('unlimited', 'yes'),
  }),
  'survey-quotas': fc.record({ do: fc.constant('survey-quotas'), survey }),
  'quota-question': fc.record({ do: fc.constant('quota-question'), survey, page: fc.nat(1000) }),
  'quota-option': fc.record({
    do: fc.constant('quota-option'),
    survey,
    question: fc.nat(10_000),
    page: fc.nat(1000),
  }),
  'quota-limit': fc.record({
    do: fc.constant('quota-limit'),
    survey,
    question: fc.nat(10_000),
    choice: fc.nat(10_000),
  }),
  'quota-remove': fc.record({ do: fc.constant('quota-remove'), survey, quota: survey }),
  visit: fc.record({ do: fc.constant('visit'), survey, unit: number }),
  'survey-links': fc.record({ do: fc.constant('survey-links'), survey, page: number }),
  'survey-link': fc.record({ do: fc.constant('survey-link'), survey, unit: number }),
  'survey-posters': fc.record({ do: fc.constant('survey-posters'), survey }),
  'survey-media': fc.record({ do: fc.constant('survey-media'), survey }),
  'survey-templates': fc.record({ do: fc.constant('survey-templates') }),
  'survey-ask': fc.record({ do: fc.constant('survey-ask'), survey, setting: fc.constantFrom('closesOn') }),
  'list-results': fc.record({ do: fc.constant('list-results'), page: number }),
  'show-results': fc.record({ do: fc.constant('show-results'), unit: number, back: number }),
  'index-units': fc.record({ do: fc.constant('index-units'), period, page: number }),
  'index-periods': fc.record({ do: fc.constant('index-periods') }),
  index: fc.record({ do: fc.constant('index'), unit: number, period, back: number }),
  'result-surveys': fc.record({ do: fc.constant('result-surveys'), page: number }),
  'result-units': fc.record({ do: fc.constant('result-units'), survey: number, period, page: number }),
  'result-periods': fc.record({
    do: fc.constant('result-periods'),
    survey: number,
    unit: number,
    page: number,
  }),
  result: fc.record({ do: fc.constant('result'), ...selected }),
  'result-questions': fc.record({ do: fc.constant('result-questions'), ...selected, page: number }),
  'result-question': fc.record({ do: fc.constant('result-question'), ...selected, question: hash }),
  'result-texts': fc.record({ do: fc.constant('result-texts'), ...selected, question: hash, page: number }),
  'result-change': fc.record({ do: fc.constant('result-change'), ...selected, question: hash }),
  'result-splits': fc.record({ do: fc.constant('result-splits'), ...selected, question: hash, page: number }),
  'result-split': fc.record({
    do: fc.constant('result-split'),
    ...selected,
    question: hash,
    by: hash,
    page: number,
  }),
  'result-stops': fc.record({ do: fc.constant('result-stops'), ...selected, page: number }),
  invitations: fc.record({ do: fc.constant('invitations') }),
  'invite-me': fc.record({ do: fc.constant('invite-me') }),
  'invite-not': fc.record({ do: fc.constant('invite-not') }),
  'ask-role': fc.record({ do: fc.constant('ask-role'), next: fc.nat(1) }),
  'set-role': fc.record({
    do: fc.constant('set-role'),
    role: fc.constantFrom('citizen', 'asn', 'none'),
    next: fc.nat(1),
  }),
  'ask-district': fc.record({ do: fc.constant('ask-district'), page: number, next: fc.nat(1) }),
  'set-district': fc.record({ do: fc.constant('set-district'), unit: number, next: fc.nat(1) }),
  'ask-office': fc.record({ do: fc.constant('ask-office'), page: number, next: fc.nat(1) }),
  'set-office': fc.record({ do: fc.constant('set-office'), unit: number, next: fc.nat(1) }),
  invited: fc.record({ do: fc.constant('invited'), broadcast: number, unit: number }),
  'invited-units': fc.record({ do: fc.constant('invited-units'), broadcast: number, page: number }),
  'join-invited': fc.record({
    do: fc.constant('join-invited'),
    survey: survey,
    unit: row,
    broadcast: row,
    named: fc.nat(1),
  }),
  'not-interested': fc.record({ do: fc.constant('not-interested') }),
  'invite-people': fc.record({ do: fc.constant('invite-people'), survey: survey }),
  audience: fc.record({ do: fc.constant('audience'), broadcast: number }),
  'audience-role': fc.record({
    do: fc.constant('audience-role'),
    broadcast: number,
    role: fc.constantFrom('all', 'citizen'),
  }),
  'audience-districts': fc.record({ do: fc.constant('audience-districts'), broadcast: number, page: number }),
  'audience-district': fc.record({ do: fc.constant('audience-district'), broadcast: number, unit: number }),
  'audience-offices': fc.record({ do: fc.constant('audience-offices'), broadcast: number, page: number }),
  'audience-office': fc.record({ do: fc.constant('audience-office'), broadcast: number, unit: number }),
  'audience-answers': fc.record({ do: fc.constant('audience-answers'), broadcast: number }),
  'audience-surveys': fc.record({
    do: fc.constant('audience-surveys'),
    broadcast: number,
    are: fc.constantFrom('answered', 'unanswered'),
    page: number,
  }),
  'audience-survey': fc.record({
    do: fc.constant('audience-survey'),
    broadcast: row,
    are: fc.constantFrom('answered', 'unanswered'),
    survey: survey,
  }),
  'broadcast-words': fc.record({ do: fc.constant('broadcast-words'), broadcast: number }),
  'broadcast-preview': fc.record({ do: fc.constant('broadcast-preview'), broadcast: number }),
  'broadcast-step': fc.record({
    do: fc.constant('broadcast-step'),
    broadcast: number,
    step: fc.constantFrom('send', 'ask-stop'),
  }),
  'broadcast-send': fc.record({
    do: fc.constant('broadcast-send'),
    broadcast: number,
    step: fc.constantFrom('send', 'approve'),
    seen: hash,
  }),
  'broadcast-at': fc.record({
    do: fc.constant('broadcast-at'),
    broadcast: number,
    minute: number,
    seen: hash,
  }),
  'list-broadcasts': fc.record({ do: fc.constant('list-broadcasts'), page: number }),
  broadcast: fc.record({ do: fc.constant('broadcast'), broadcast: number }),
  'broadcast-details': fc.record({
    do: fc.constant('broadcast-details'),
    broadcast: number,
    format: fc.constantFrom('xlsx', 'csv'),
  }),
  'result-exports': fc.record({ do: fc.constant('result-exports'), ...selected }),
  export: fc.record({
    do: fc.constant('export'),
    ...selected,
    format: fc.constantFrom('xlsx', 'csv', 'spss'),
  }),
}
const presses: fc.Arbitrary<Press> = fc.oneof(...Object.values<fc.Arbitrary<Press>>(KINDS))

describe('a button', () => {
  test('asks, when it is pressed, for what it was made for', () => {
    fc.assert(
      fc.property(presses, (press) => {
        expect(unpackPress(packPress(press))).toEqual(press)
      }),
      { numRuns: 1000 },
    )
  })

  test('fits the 64 bytes that Telegram allows, however large the numbers', () => {
    fc.assert(
      fc.property(presses, (press) => {
        expect(new TextEncoder().encode(packPress(press)).length).toBeLessThanOrEqual(64)
      }),
      { numRuns: 1000 },
    )
  })

  test.each<[Press]>([
    [{ do: 'open-unit', unit: -1 }],
    [{ do: 'open-unit', unit: 1.5 }],
    [{ do: 'open-unit', unit: Number.NaN }],
    [{ do: 'open-unit', unit: 2 ** 53 }],
    [{ do: 'submit', draft: 'a.b' }],
    [{ do: 'submit', draft: '' }],
    [{ do: 'submit', draft: 'é' }],
    [{ do: 'submit', draft: 'x'.repeat(33) }],
    [
      {
        do: 'answer',
        draft: 'x'.repeat(32),
        question: 'x'.repeat(32),
        choice: Number.MAX_SAFE_INTEGER * 4,
      },
    ],
  ])('that could not be read again is never made: %o', (press) => {
    expect(() => packPress(press)).toThrow(RangeError)
  })
})

describe('data of buttons that are old, foreign or forged', () => {
  test.each([
    '',
    'a',
    'su',
    'su.',
    'su.a.b',
    'zz.1',
    'constructor.1',
    '__proto__.1',
    'ou.-1',
    'ou.1.5',
    'ou.A',
    'ou.é',
    'ou. 1',
    'ou.zzzzzzzzzzz',
    'ou.000000000001',
    `su.${'x'.repeat(33)}`,
    'su.a b',
    'submit.abc',
  ])('"%s" asks for nothing', (data) => {
    expect(unpackPress(data)).toBeUndefined()
  })

  test('never break anything', () => {
    const tags = fc.constantFrom('a', 'su', 'ou', 'sr', 'fu', 'r')
    const forged = fc
      .tuple(
        tags,
        fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.stringMatching(/^[\w-]{1,12}$/))),
      )
      .map(([tag, fields]) => [tag, ...fields].join('.'))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), forged), (data) => {
        const press = unpackPress(data)
        // What is understood can be made into a button again.
        if (press) expect(unpackPress(packPress(press))).toEqual(press)
      }),
      { numRuns: 500 },
    )
  })
})
