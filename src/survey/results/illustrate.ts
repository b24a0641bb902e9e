import { createHash } from 'node:crypto'
import type { Message } from '../../message/message.ts'
import type { Pictures } from '../../picture/pictures.ts'
import type { Illustrated } from './questionResult.ts'

/**
 * The message with its chart as a photo. Where no picture can be drawn just now, the words say the same.
 * @param onFault hears why there is no picture
 */
export async function illustrate(
  { barChart }: Pick<Pictures, 'barChart'>,
  { message, chart }: Illustrated,
  onFault: (fault: unknown) => void,
): Promise<Message> {
  if (!chart) return message
  try {
    const content = await barChart(chart)
    const key = createHash('sha256').update(content).digest('base64url')
    return { ...message, file: { kind: 'photo', name: 'hasil.png', content, key } }
  } catch (fault) {
    onFault(fault)
    return message
  }
}
