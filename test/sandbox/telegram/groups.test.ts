import { describe, expect, test } from 'vitest'
import type { LocalTelegramOptions } from '../../../src/sandbox/telegram/localTelegram.ts'
import { meetTelegram, messagesIn } from './meet.ts'

async function withGroup(
  group: { kind: 'group' | 'supergroup'; isForum?: boolean },
  options?: LocalTelegramOptions,
) {
  const meeting = await meetTelegram(options)
  const { act, call, telegram } = meeting
  const siti: number = await act({ do: 'create-person', firstName: 'Siti' })
  const budi: number = await act({ do: 'create-person', firstName: 'Budi' })
  const bot = telegram.state().bot.id
  const { kind, isForum = false } = group
  const title = 'Forum Dusun'
  const chat: number = await act({ do: 'create-group', as: siti, title, kind, isForum, members: [budi, bot] })
  await call('getUpdates', { offset: -1, allowed_updates: ['message', 'my_chat_member', 'chat_member'] })
  const fresh = async () => {
    const { result } = await call('getUpdates')
    await call('getUpdates', { offset: (result.at(-1)?.update_id ?? 0) + 1 })
    return result
  }
  await fresh()
  const say = (text: string, extra = {}) => act({ do: 'say', as: budi, chat, text, ...extra })
  const setBot = (status: 'administrator' | 'kicked' | 'member') =>
    act({ do: 'set-status', as: siti, chat, person: bot, status })
  return { ...meeting, siti, budi, bot, chat, fresh, say, setBot }
}

const textsOf = (updates: { message?: { text?: string } }[]) => updates.map(({ message }) => message?.text)

test('in a group the bot hears what is meant for it', async () => {
  const { say, fresh, call, chat } = await withGroup({ kind: 'supergroup' })
  await say('obrolan biasa')
  await say('/hasil')
  await say('/hasil@suluh_bot')
  await say('/hasil@bot_lain')
  expect(textsOf(await fresh())).toEqual(['/hasil@suluh_bot'])
  const { result } = await call('sendMessage', { chat_id: chat, text: 'Apa usul Anda?' })
  await say('perbaiki jalan', { replyTo: result.message_id })
  await say('/hasil')
  expect(textsOf(await fresh())).toEqual(['perbaiki jalan', '/hasil'])
})

test('as an administrator, or without privacy, it hears everything', async () => {
  const { say, fresh, setBot } = await withGroup({ kind: 'supergroup' })
  await setBot('administrator')
  await say('obrolan biasa')
  const [promoted, said] = await fresh()
  expect(promoted.my_chat_member.new_chat_member).toMatchObject({
    status: 'administrator',
    can_manage_chat: true,
  })
  expect(said.message.text).toBe('obrolan biasa')
  const open = await withGroup({ kind: 'group' }, { groupPrivacy: false })
  await open.say('obrolan biasa')
  expect(textsOf(await open.fresh())).toEqual(['obrolan biasa'])
})

test('messages of a supergroup are counted by themselves, those of groups with private ones', async () => {
  const big = await withGroup({ kind: 'supergroup' })
  const first = await big.call('sendMessage', { chat_id: big.chat, text: 'a' })
  expect(first.result.message_id).toBe(3)
  await big.act({ do: 'start', as: big.siti })
  expect((await big.call('sendMessage', { chat_id: big.siti, text: 'a' })).result.message_id).toBe(2)
  expect(String(big.chat)).toMatch(/^-100\d{10}$/)
})

test('a kicked bot and one that left are told so', async () => {
  const { call, chat, setBot, fresh } = await withGroup({ kind: 'group' })
  await setBot('kicked')
  expect((await fresh()).at(-1).my_chat_member.new_chat_member.status).toBe('kicked')
  expect(await call('sendMessage', { chat_id: chat, text: 'a' })).toMatchObject({
    error_code: 403,
    description: 'Forbidden: bot was kicked from the group chat',
  })
  await setBot('member')
  expect(await call('leaveChat', { chat_id: chat })).toEqual({ ok: true, result: true })
  expect((await call('sendMessage', { chat_id: chat, text: 'a' })).description).toBe(
    'Forbidden: bot is not a member of the group chat',
  )
})

test('a group that became a supergroup tells its new address', async () => {
  const { call, chat, act, siti, fresh } = await withGroup({ kind: 'group' })
  const moved: number = await act({ do: 'migrate', as: siti, chat })
  const messages = (await fresh()).map(({ message }: { message: object }) => message)
  expect(messages).toMatchObject([
    { chat: { id: chat, type: 'group' }, migrate_to_chat_id: moved },
    { chat: { id: moved, type: 'supergroup' }, migrate_from_chat_id: chat },
  ])
  expect(await call('sendMessage', { chat_id: chat, text: 'a' })).toEqual({
    ok: false,
    error_code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: moved },
  })
  expect(await call('sendMessage', { chat_id: moved, text: 'a' })).toMatchObject({ ok: true })
})

test('the bot cannot write first to somebody it shares a group with', async () => {
  const { call, budi } = await withGroup({ kind: 'group' })
  expect(await call('sendMessage', { chat_id: budi, text: 'a' })).toMatchObject({
    error_code: 403,
    description: "Forbidden: bot can't initiate conversation with a user",
  })
})

test('the bot asks who is in a group, and administrators learn who comes and goes', async () => {
  const { call, chat, siti, budi, bot, setBot, act, fresh } = await withGroup({ kind: 'supergroup' })
  expect((await call('getChat', { chat_id: chat })).result).toMatchObject({ id: chat, title: 'Forum Dusun' })
  expect((await call('getChatMemberCount', { chat_id: chat })).result).toBe(3)
  expect((await call('getChatMember', { chat_id: chat, user_id: siti })).result.status).toBe('creator')
  await setBot('administrator')
  const administrators = (await call('getChatAdministrators', { chat_id: chat })).result
  expect(administrators.map(({ user }: { user: { id: number } }) => user.id)).toEqual([siti, bot])
  await act({ do: 'leave', as: budi, chat })
  expect((await fresh()).at(-1).chat_member.new_chat_member).toMatchObject({ status: 'left' })
  expect((await call('createChatInviteLink', { chat_id: chat })).result.invite_link).toMatch(
    /^https:\/\/t\.me\/\+/,
  )
})

describe('in a forum', () => {
  const forum = async () => {
    const meeting = await withGroup({ kind: 'supergroup', isForum: true })
    const { call, chat } = meeting
    const send = (thread: number) =>
      call('sendMessage', { chat_id: chat, text: 'a', message_thread_id: thread })
    const topic = (method: string, extra = {}) => call(method, { chat_id: chat, ...extra })
    return { ...meeting, send, topic }
  }

  test('only a bot with rights opens topics', async () => {
    const { topic, setBot, send, telegram, chat } = await forum()
    expect((await topic('createForumTopic', { name: 'Jalan' })).description).toBe(
      'Bad Request: not enough rights to create a topic',
    )
    await setBot('administrator')
    const { result } = await topic('createForumTopic', { name: 'Jalan', icon_color: 7322096 })
    expect(result).toMatchObject({ name: 'Jalan', icon_color: 7322096 })
    expect((await send(result.message_thread_id)).result).toMatchObject({
      is_topic_message: true,
      message_thread_id: result.message_thread_id,
    })
    expect(messagesIn(telegram, chat).at(-1)?.thread).toBe(result.message_thread_id)
    expect((await topic('createForumTopic', { name: ' ' })).description).toBe(
      'Bad Request: name must be non-empty',
    )
  })

  test('General, unknown, closed and deleted topics are refused', async () => {
    const { send, act, siti, chat, topic, setBot } = await forum()
    const thread: number = await act({ do: 'create-topic', as: siti, chat, name: 'Air' })
    expect((await send(1)).description).toBe('Bad Request: message thread not found')
    expect((await send(4711)).description).toBe('Bad Request: message thread not found')
    await act({ do: 'close-topic', as: siti, chat, thread })
    expect((await send(thread)).description).toBe('Bad Request: TOPIC_CLOSED')
    await setBot('administrator')
    expect(await send(thread)).toMatchObject({ ok: true })
    const there = { message_thread_id: thread }
    expect((await topic('closeForumTopic', there)).description).toBe('Bad Request: TOPIC_NOT_MODIFIED')
    expect(await topic('reopenForumTopic', there)).toEqual({ ok: true, result: true })
    expect(await topic('deleteForumTopic', there)).toEqual({ ok: true, result: true })
    expect((await send(thread)).description).toBe('Bad Request: message thread not found')
  })

  test('a plain group has none', async () => {
    const { call, chat } = await withGroup({ kind: 'supergroup' })
    expect((await call('createForumTopic', { chat_id: chat, name: 'x' })).description).toBe(
      'Bad Request: the chat is not a forum',
    )
    expect(await call('sendMessage', { chat_id: chat, text: 'a', message_thread_id: 77 })).toMatchObject({
      ok: true,
    })
  })
})

describe('a poll', () => {
  const poll = async (extra = {}) => {
    const meeting = await withGroup({ kind: 'supergroup' })
    const { call, chat } = meeting
    const sent = await call('sendPoll', {
      chat_id: chat,
      question: 'Setuju?',
      options: ['Ya', { text: 'Tidak' }],
      ...extra,
    })
    await call('getUpdates', { offset: -1, allowed_updates: [] })
    await meeting.fresh()
    return { ...meeting, sent, message: sent.result?.message_id as number }
  }

  test('that is open tells the bot who chose what', async () => {
    const { act, budi, chat, message, fresh, call } = await poll({ is_anonymous: false })
    await act({ do: 'vote', as: budi, chat, message, options: [1] })
    const [counted, answered] = await fresh()
    expect(counted.poll.options).toEqual([
      { text: 'Ya', voter_count: 0 },
      { text: 'Tidak', voter_count: 1 },
    ])
    expect(answered.poll_answer).toMatchObject({ user: { id: budi }, option_ids: [1] })
    await act({ do: 'vote', as: budi, chat, message, options: [] })
    expect((await fresh())[1].poll_answer.option_ids).toEqual([])
    const stop = { chat_id: chat, message_id: message }
    expect((await call('stopPoll', stop)).result).toMatchObject({ is_closed: true, total_voter_count: 0 })
    expect((await call('stopPoll', stop)).description).toBe('Bad Request: poll has already been closed')
  })

  test('that is anonymous tells only the numbers', async () => {
    const { act, budi, chat, message, fresh } = await poll()
    await act({ do: 'vote', as: budi, chat, message, options: [0] })
    expect((await fresh()).map((update: object) => Object.keys(update)[1])).toEqual(['poll'])
  })

  test.each([
    [{ question: 'a'.repeat(301) }, 'poll question length must not exceed 300'],
    [{ options: [] }, 'poll must have at least one answer option'],
    [
      { options: Array.from({ length: 13 }, (_, index) => `${index}`) },
      "poll can't have more than 12 options",
    ],
    [{ options: ['a'.repeat(101), 'b'] }, 'poll options length must not exceed 100'],
  ])('is refused: %j', async (extra, problem) => {
    const { sent } = await poll(extra)
    expect(sent).toMatchObject({ error_code: 400, description: `Bad Request: ${problem}` })
  })
})
