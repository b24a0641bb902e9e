import { linkPayload, readPayload } from '../visitCode.ts'

/** Characters of the payload of a deep link, at most (Telegram). */
const LONGEST_PAYLOAD = 64

/** Why there is no link: the code of the unit has other characters than a link takes, or both codes are too long. */
export type LinkProblem = { problem: 'characters' | 'too_long' }

/** The address that opens a survey in Telegram, at a unit or by itself. */
export function surveyLink(bot: string, survey: string, unit?: string): { link: string } | LinkProblem {
  const payload = linkPayload(survey, unit)
  const read = readPayload(payload)
  const leadsBack = read?.survey === survey && read.unit === unit
  if (!/^[A-Za-z0-9_-]+$/.test(payload) || !leadsBack) return { problem: 'characters' }
  if (payload.length > LONGEST_PAYLOAD) return { problem: 'too_long' }
  return { link: `https://t.me/${bot}?start=${payload}` }
}
