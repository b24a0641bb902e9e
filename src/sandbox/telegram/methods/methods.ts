import type { Method } from '../call.ts'
import { answering } from './answering.ts'
import { commands } from './commands.ts'
import { deleting } from './deleting.ts'
import { editing } from './editing.ts'
import { profile } from './profile.ts'
import { sendMessage } from './sendMessage.ts'
import { session } from './session.ts'

/** Every method that the local Telegram really carries out, by its documented name. */
export const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries<Method>({
    ...session,
    sendMessage,
    ...editing,
    ...deleting,
    ...answering,
    ...commands,
    ...profile,
  }),
)
