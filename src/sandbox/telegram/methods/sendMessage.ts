import type { Method } from '../call.ts'
import { readText } from '../text/formatText.ts'
import { sendContent } from './sendContent.ts'

/** `sendMessage` */
export const sendMessage: Method = (world, call) => {
  const { text, entities } = readText(call.parameters, call.warn)
  return sendContent(world, call, entities.length > 0 ? { text, entities } : { text })
}
