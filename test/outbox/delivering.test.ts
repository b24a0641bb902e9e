import { describe, expect, test } from 'vitest'
import { MORNING, minutesLater } from './anOutgoing.ts'
import { postOffice } from './postOffice.ts'

const NIGHT = '2026-11-23T22:00:00+07:00'
const NEXT_MORNING = '2026-11-24T07:00:00+07:00'

test('what is due goes out, is kept as it was said, and goes once', async () => {
  const office = await postOffice()
  const siti = await office.person()
  await office.put({ key: 'a', chat: siti, payload: { text: '<b>Halo</b> {now}' } })
  expect(await office.put({ key: 'a', chat: siti })).toBe(0)
  await office.timePasses(MORNING)
  await office.timePasses(minutesLater(1))
  expect(office.said(siti)).toEqual(['<b>Halo</b> 2026-11-23T01:30:00.000Z'])
  expect(await office.rows()).toMatchObject([
    {
      status: 'sent',
      said: '<b>Halo</b> 2026-11-23T01:30:00.000Z',
      sentAt: MORNING,
      messageId: expect.any(Number),
    },
  ])
  expect(office.telegram.violations).toEqual([])
})

test('what is put in while this instance has the lease goes at once, and what is due later waits', async () => {
  const office = await postOffice()
  const siti = await office.person()
  await office.looks()
  await office.put(
    { chat: siti, payload: { text: 'now' } },
    { chat: siti, dueAt: minutesLater(5), payload: { text: 'later' } },
  )
  await office.looks()
  expect(office.said(siti)).toEqual(['now'])
  await office.timePasses(minutesLater(5))
  expect(office.said(siti)).toEqual(['now', 'later'])
})

test('urgent goes before normal, and that before bulk', async () => {
  const office = await postOffice()
  const people = [await office.person('Ani'), await office.person('Budi'), await office.person('Citra')]
  const [ani = 0, budi = 0, citra = 0] = people
  await office.put({ chat: ani, class: 'bulk' }, { chat: budi }, { chat: citra, class: 'urgent' })
  await office.timePasses(MORNING)
  const order = office.telegram.calls('sendMessage').map(({ body }) => (body as { chat_id: number }).chat_id)
  expect(order).toEqual([citra, budi, ani])
})

test('each reads it in their language', async () => {
  const office = await postOffice()
  const siti = await office.person()
  const john = await office.person('John')
  await office.people.chooseLanguage(john, 'en')
  await office.put(
    { chat: siti, payload: { text: '{language}' } },
    { chat: john, payload: { text: '{language}' } },
  )
  await office.timePasses(MORNING)
  expect([office.said(siti), office.said(john)]).toEqual([['id'], ['en']])
})

describe('quiet hours', () => {
  test('put off what is not urgent until the morning of the reader', async () => {
    const office = await postOffice()
    const siti = await office.person()
    const papua = await office.person('Yohana')
    office.clockShows(NIGHT)
    const dueAt = new Date(NIGHT)
    await office.put(
      { chat: siti, dueAt },
      { chat: siti, dueAt, class: 'urgent', payload: { text: 'urgent' } },
      { chat: papua, dueAt, timeZone: 'Asia/Jayapura' },
    )
    await office.timePasses(NIGHT)
    expect([office.said(siti), office.said(papua)]).toEqual([['urgent'], []])
    await office.timePasses('2026-11-24T05:00:00+07:00')
    expect([office.said(siti), office.said(papua)]).toEqual([['urgent'], ['Halo']])
    await office.timePasses('2026-11-24T06:59:59+07:00')
    expect(office.said(siti)).toEqual(['urgent'])
    await office.timePasses(NEXT_MORNING)
    expect(office.said(siti)).toEqual(['urgent', 'Halo'])
  })

  test('put off what was due before them but had to wait', async () => {
    const office = await postOffice()
    const siti = await office.person()
    await office.put({ chat: siti })
    await office.timePasses(NIGHT)
    expect(office.said(siti)).toEqual([])
    expect(await office.rows()).toMatchObject([
      { status: 'pending', reason: 'quiet hours', notBefore: new Date(NEXT_MORNING) },
    ])
    await office.timePasses(NEXT_MORNING)
    expect(office.said(siti)).toEqual(['Halo'])
  })
})

test('too late is worse than never, and is seen', async () => {
  const office = await postOffice()
  const siti = await office.person()
  await office.put(
    { chat: siti, expiresAt: minutesLater(60) },
    { chat: siti, expiresAt: minutesLater(61), payload: { text: 'in time' } },
  )
  await office.timePasses(minutesLater(61))
  expect(office.said(siti)).toEqual(['in time'])
  expect(await office.rows()).toMatchObject([{ status: 'missed', reason: 'too late' }, { status: 'sent' }])
})

test('what was cancelled does not go', async () => {
  const office = await postOffice()
  const siti = await office.person()
  await office.put(
    { key: 'training:4:a', chat: siti, dueAt: minutesLater(1) },
    { key: 'training:42:a', chat: siti, dueAt: minutesLater(1), payload: { text: '42' } },
  )
  expect(await office.outbox.cancel('training:4:')).toBe(1)
  await office.timePasses(minutesLater(1))
  expect(office.said(siti)).toEqual(['42'])
})

test('a message that has no reason any more is left, and says why', async () => {
  const office = await postOffice()
  const siti = await office.person()
  await office.put({ chat: siti, payload: { skip: 'already answered' } })
  await office.timePasses(MORNING)
  expect(office.said(siti)).toEqual([])
  expect(await office.rows()).toMatchObject([{ status: 'skipped', reason: 'already answered' }])
})

describe('somebody who', () => {
  test('blocked the bot is not written to again until they unblock it', async () => {
    const office = await postOffice()
    const siti = await office.person()
    await office.act({ do: 'block-bot', as: siti })
    await office.put({ chat: siti }, { chat: siti })
    await office.timePasses(MORNING)
    expect(office.telegram.calls('sendMessage')).toHaveLength(1)
    expect(await office.rows()).toMatchObject([
      { status: 'skipped', reason: 'unreachable' },
      { status: 'skipped', reason: 'unreachable' },
    ])
    await office.act({ do: 'unblock-bot', as: siti })
    await office.people.reach(siti, true)
    await office.put({ chat: siti })
    await office.timePasses(minutesLater(1))
    expect(office.said(siti)).toEqual(['Halo'])
  })

  test.each([
    'Bad Request: chat not found',
    'Bad Request: PEER_ID_INVALID',
    'Forbidden: user is deactivated',
  ])('is gone (%s) is not written to again', async (description) => {
    const office = await postOffice()
    const siti = await office.person()
    const code = description.startsWith('Forbidden') ? 403 : 400
    office.telegram.fault({ method: 'sendMessage', kind: { is: 'error', code, description } })
    await office.put({ chat: siti })
    await office.timePasses(MORNING)
    await office.put({ chat: siti })
    await office.timePasses(minutesLater(1))
    expect((await office.rows()).map(({ reason }) => reason)).toEqual(['unreachable', 'unreachable'])
    expect(office.telegram.calls('sendMessage')).toHaveLength(1)
  })

  test('said /berhenti gets only what is urgent', async () => {
    const office = await postOffice()
    const siti = await office.person()
    await office.database.client.person.create({ data: { id: BigInt(siti), isSilent: true } })
    await office.put({ chat: siti }, { chat: siti, class: 'urgent', payload: { text: 'urgent' } })
    await office.timePasses(MORNING)
    expect(office.said(siti)).toEqual(['urgent'])
    expect((await office.rows())[0]).toMatchObject({ status: 'skipped', reason: 'wants no messages' })
  })

  test('had enough invitations this week gets no more, however they came', async () => {
    const office = await postOffice()
    const siti = await office.person()
    const budi = await office.person('Budi')
    const invitation = { chat: siti, isInvitation: true }
    await office.put(invitation, invitation, invitation, { chat: siti }, { chat: budi, isInvitation: true })
    await office.timePasses(MORNING)
    await office.timePasses(minutesLater(1))
    expect((await office.rows()).map(({ status }) => status)).toEqual([
      'sent',
      'sent',
      'skipped',
      'sent',
      'sent',
    ])
    expect((await office.rows())[2]?.reason).toBe('enough invitations this week')
    const WEEK = 7 * 24 * 60
    await office.put(
      { ...invitation, dueAt: minutesLater(WEEK - 60) },
      { ...invitation, dueAt: minutesLater(WEEK + 60) },
    )
    await office.timePasses(minutesLater(WEEK - 60))
    await office.timePasses(minutesLater(WEEK + 60))
    expect((await office.rows()).slice(-2).map(({ status }) => status)).toEqual(['skipped', 'sent'])
  })
})

describe('Telegram', () => {
  test('says "too fast": everything stops as long as it says, and nobody is left out', async () => {
    const office = await postOffice()
    const people = [await office.person('Ani'), await office.person('Budi'), await office.person('Citra')]
    office.telegram.fault({ method: 'sendMessage', kind: { is: 'flood', retryAfter: 7 } })
    await office.put(...people.map((chat) => ({ chat })))
    await office.timePasses(MORNING)
    expect(people.map((person) => office.said(person).length)).toEqual([1, 1, 1])
    expect(office.pauses.some((pause) => pause > 6_500 && pause <= 7_000)).toBe(true)
    expect(await office.rows()).toMatchObject(people.map(() => ({ status: 'sent', attempts: 0 })))
  })

  test.each([
    { is: 'error', code: 502, description: 'Bad Gateway' },
    { is: 'html-error', code: 500 },
    { is: 'reset-before' },
  ] as const)('is out of reach ($is): tried after 1, 5, 15 and 60 minutes, then given up', async (kind) => {
    const office = await postOffice()
    const siti = await office.person()
    office.telegram.fault({ method: 'sendMessage', times: 5, kind })
    await office.put({ chat: siti })
    await office.timePasses(MORNING)
    for (const minutes of [1, 6, 21]) {
      await office.timePasses(minutesLater(minutes - 0.1))
      expect((await office.rows())[0]).toMatchObject({ status: 'pending', notBefore: minutesLater(minutes) })
      await office.timePasses(minutesLater(minutes))
    }
    expect((await office.rows())[0]).toMatchObject({
      attempts: 4,
      notBefore: minutesLater(81),
      reason: 'Telegram was out of reach',
    })
    await office.timePasses(minutesLater(81))
    expect((await office.rows())[0]).toMatchObject({ status: 'failed', attempts: 5 })
    expect(office.telegram.calls('sendMessage')).toHaveLength(5)
  })

  test('was out of reach for one try: the next arrives', async () => {
    const office = await postOffice()
    const siti = await office.person()
    office.telegram.fault({ method: 'sendMessage', kind: { is: 'reset-before' } })
    await office.put({ chat: siti })
    await office.timePasses(MORNING)
    expect(office.said(siti)).toEqual([])
    await office.timePasses(minutesLater(1))
    expect(office.said(siti)).toEqual(['Halo'])
    expect(await office.rows()).toMatchObject([{ status: 'sent', attempts: 1, reason: null }])
  })

  test('cannot read our HTML: it goes without, and is logged as our defect', async () => {
    const office = await postOffice()
    const siti = await office.person()
    await office.put({ chat: siti, payload: { text: 'Halo <b>Siti' } })
    await office.timePasses(MORNING)
    expect(office.said(siti)).toEqual(['Halo Siti'])
    expect(office.log.some((line) => line.includes('our HTML was refused'))).toBe(true)
    expect(await office.rows()).toMatchObject([{ status: 'sent' }])
  })

  test('refuses for good: it failed, with the reason', async () => {
    const office = await postOffice()
    const siti = await office.person()
    const description = 'Bad Request: not enough rights to send text messages to the chat'
    office.telegram.fault({ method: 'sendMessage', kind: { is: 'error', code: 400, description } })
    await office.put({ chat: siti })
    await office.timePasses(MORNING)
    expect(await office.rows()).toMatchObject([{ status: 'failed', reason: 'refused (400)', attempts: 1 }])
    expect(await office.outbox.troubles(10)).toMatchObject([{ kind: 'note', status: 'failed' }])
  })
})

test('a message that breaks on our side is tried again, and holds up no other', async () => {
  const office = await postOffice()
  const siti = await office.person()
  await office.put(
    { chat: siti, payload: { isBroken: true } },
    { chat: siti, kind: 'nobody-knows' },
    { chat: siti },
  )
  await office.timePasses(MORNING)
  expect(office.said(siti)).toEqual(['Halo'])
  const waiting = {
    status: 'pending',
    attempts: 1,
    notBefore: minutesLater(1),
    reason: 'could not be made ready',
  }
  expect(await office.rows()).toMatchObject([waiting, waiting, { status: 'sent' }])
})

describe('a long message', () => {
  const long = Array.from({ length: 300 }, (_, i) => `Kalimat nomor ${i} yang panjang sekali.`).join(' ')

  test('goes in pieces that end with a sentence, a second apart', async () => {
    const office = await postOffice()
    const siti = await office.person()
    await office.put({ chat: siti, payload: { text: long } })
    await office.timePasses(MORNING)
    const said = office.said(siti)
    expect(said.length).toBeGreaterThan(2)
    expect(said.join('') === long).toBe(true)
    for (const piece of said) expect(piece).toMatch(/\.\s?$/)
    expect(office.pauses.filter((pause) => pause > 900).length).toBeGreaterThanOrEqual(said.length - 1)
    expect(await office.rows()).toMatchObject([{ status: 'sent', said: long }])
  })

  test('goes on where it was when a later piece did not arrive', async () => {
    const office = await postOffice()
    const siti = await office.person()
    await office.put({ chat: siti, payload: { text: `<b>x${long}` } })
    office.telegram.fault({ method: 'sendMessage', kind: { is: 'latency', milliseconds: 1 } })
    office.telegram.fault({
      method: 'sendMessage',
      kind: { is: 'error', code: 500, description: 'Internal' },
    })
    await office.timePasses(MORNING)
    expect(office.said(siti)).toHaveLength(1)
    expect(await office.rows()).toMatchObject([
      { status: 'pending', attempts: 1, messageId: expect.any(Number) },
    ])
    await office.timePasses(minutesLater(1))
    expect(
      office
        .said(siti)
        .join('')
        .replaceAll(/<\/?b>/g, '') === `x${long}`,
    ).toBe(true)
    expect(await office.rows()).toMatchObject([{ status: 'sent' }])
  })

  test('of which only the beginning arrived before a restart is not begun again', async () => {
    const office = await postOffice()
    const siti = await office.person()
    await office.put({ chat: siti, payload: { text: long } })
    office.telegram.fault({ method: 'sendMessage', kind: { is: 'latency', milliseconds: 1 } })
    office.telegram.fault({
      method: 'sendMessage',
      kind: { is: 'error', code: 500, description: 'Internal' },
    })
    await office.timePasses(MORNING)
    await office.stop()
    const next = office.instance('next')
    office.clockShows(minutesLater(1))
    await next.looks()
    expect(office.said(siti)).toHaveLength(1)
    expect(await office.rows()).toMatchObject([{ status: 'failed', reason: 'only its beginning arrived' }])
  })
})
