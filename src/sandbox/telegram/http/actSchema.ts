import { z } from 'zod'
import type { Act } from '../../act.ts'

const id = z.number().int()
const words = z.string().max(100_000)
const fileId = z.string().max(200)
const inChat = { as: id, chat: id, thread: id.optional() }
const status = z.enum(['administrator', 'member', 'kicked', 'left'])
const fault = z.object({
  method: words.optional(),
  chat: id.optional(),
  times: z.number().int().min(1).optional(),
  kind: z.discriminatedUnion('is', [
    z.object({ is: z.literal('flood'), retryAfter: z.number().int().min(0) }),
    z.object({
      is: z.literal('error'),
      code: z.number().int().min(400).max(599),
      description: words,
      parameters: z.record(z.string(), z.unknown()).optional(),
    }),
    z.object({ is: z.literal('html-error'), code: z.union([z.literal(500), z.literal(502)]) }),
    z.object({ is: z.literal('reset-before') }),
    z.object({ is: z.literal('reset-after') }),
    z.object({ is: z.literal('latency'), milliseconds: z.number().min(0).max(600_000) }),
  ]),
})

const deed = <Do extends Act['do']>(name: Do) => ({ do: z.literal(name) })

const schema = z.discriminatedUnion('do', [
  z.object({ ...deed('start'), as: id, payload: words.optional() }),
  z.object({ ...deed('say'), ...inChat, text: words, replyTo: id.optional() }),
  z.object({ ...deed('press'), as: id, chat: id, message: id, row: id, column: id }),
  z.object({ ...deed('press-data'), as: id, chat: id, message: id, data: words }),
  z.object({ ...deed('send-photo'), ...inChat, file: fileId, caption: words.optional() }),
  z.object({ ...deed('send-document'), ...inChat, file: fileId, caption: words.optional() }),
  z.object({
    ...deed('send-media'),
    ...inChat,
    kind: z.enum(['audio', 'video', 'video_note']),
    file: fileId,
    seconds: z.number().min(0).optional(),
    caption: words.optional(),
  }),
  z.object({ ...deed('send-voice'), ...inChat, seconds: z.number().min(0) }),
  z.object({ ...deed('send-sticker'), ...inChat, emoji: words }),
  z.object({
    ...deed('send-location'),
    ...inChat,
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    accuracy: z.number().min(0).max(1500).optional(),
  }),
  z.object({ ...deed('send-contact'), ...inChat, phone: words, firstName: words, person: id.optional() }),
  z.object({ ...deed('edit'), as: id, chat: id, message: id, text: words }),
  z.object({ ...deed('delete'), as: id, chat: id, message: id }),
  z.object({ ...deed('vote'), as: id, chat: id, message: id, options: z.array(id).max(20) }),
  z.object({ ...deed('block-bot'), as: id }),
  z.object({ ...deed('unblock-bot'), as: id }),
  z.object({ ...deed('deactivate'), as: id }),
  z.object({ ...deed('set-language'), as: id, languageCode: words }),
  z.object({
    ...deed('create-person'),
    id: id.optional(),
    firstName: words,
    lastName: words.optional(),
    username: words.optional(),
    languageCode: words.optional(),
    phone: words.optional(),
    about: words.optional(),
  }),
  z.object({
    ...deed('create-group'),
    as: id,
    title: words,
    kind: z.enum(['group', 'supergroup']),
    isForum: z.boolean(),
    members: z.array(id),
  }),
  z.object({ ...deed('join'), as: id, chat: id }),
  z.object({ ...deed('leave'), as: id, chat: id }),
  z.object({ ...deed('set-status'), as: id, chat: id, person: id, status }),
  z.object({ ...deed('create-topic'), as: id, chat: id, name: words }),
  z.object({ ...deed('close-topic'), as: id, chat: id, thread: id }),
  z.object({ ...deed('reopen-topic'), as: id, chat: id, thread: id }),
  z.object({ ...deed('migrate'), as: id, chat: id }),
  z.object({ ...deed('move-clock'), seconds: z.number() }),
  z.object({ ...deed('set-limits'), limits: z.boolean() }),
  z.object({ ...deed('fault'), fault }),
  z.object({ ...deed('redeliver-last-update') }),
])

/** An act from outside, or why it is none. */
export function readAct(json: string): { act: Act } | { problem: string } {
  try {
    const parsed = schema.safeParse(JSON.parse(json))
    if (!parsed.success) return { problem: z.prettifyError(parsed.error) }
    // The schema leaves absent fields out, which its inferred type cannot say.
    return { act: parsed.data as Act }
  } catch (fault) {
    return { problem: String(fault) }
  }
}
