import type { Method } from '../call.ts'
import { answering } from './answering.ts'
import { chatInfo } from './chatInfo.ts'
import { commands } from './commands.ts'
import { deleting } from './deleting.ts'
import { editing } from './editing.ts'
import { moderating } from './moderating.ts'
import { polls } from './polls.ts'
import { profile } from './profile.ts'
import { repeating } from './repeating.ts'
import { sendingMedia } from './sendingMedia.ts'
import { sendMessage } from './sendMessage.ts'
import { session } from './session.ts'
import { topics } from './topics.ts'
import { webhook } from './webhook.ts'

/** Every method that the local Telegram really carries out, by its documented name. */
export const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries<Method>({
    ...session,
    ...webhook,
    sendMessage,
    ...editing,
    ...deleting,
    ...answering,
    ...commands,
    ...profile,
    ...sendingMedia,
    ...repeating,
    ...chatInfo,
    ...moderating,
    ...topics,
    ...polls,
  }),
)
