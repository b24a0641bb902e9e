import { linkPayload, readPayload } from '../visitCode.ts'

/** Characters of the payload of a deep link, at most (Telegram). */
const LONGEST_PAYLOAD = 64

/**
 * The address that opens a survey in Telegram, at a unit or by itself.
 * @returns nothing when the codes are too long or of other characters than a deep link takes
 */
export function surveyLink(bot: string, survey: string, unit?: string): string | undefined {
  const payload = linkPayload(survey, unit)
  const isSound = /^[A-Za-z0-9_-]+$/.test(payload) && payload.length <= LONGEST_PAYLOAD
  const read = readPayload(payload)
  const leadsBack = read?.survey === survey && read.unit === unit
  return isSound && leadsBack ? `https://t.me/${bot}?start=${payload}` : undefined
}
