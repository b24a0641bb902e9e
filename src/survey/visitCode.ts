import type { Visit } from './passes.ts'

/**
 * A visit as buttons and links carry it. Codes of surveys have no underscore, so one at the beginning marks a version
 * that is being tried.
 */
export const surveyCode = ({ survey }: Visit): string =>
  typeof survey === 'string' ? survey : `_${survey.trial}`

/** What {@link surveyCode} made; a number that is none finds no version. */
export const surveyOfCode = (code: string): Visit['survey'] =>
  code.startsWith('_') ? { trial: Number.parseInt(code.slice(1), 10) || 0 } : code

/** Survey codes: short, so that link and unit fit into the 64 characters of a deep link. */
export const SURVEY_CODE = /^[a-z0-9][a-z0-9-]{0,29}$/

/** The payload of the deep link to a survey, at a unit or by itself: `s_skm_dukcapil`. */
export const linkPayload = (survey: string, unit?: string): string =>
  ['s', survey, unit].filter(Boolean).join('_')

/** The codes in the payload of a deep link; nothing when it is the code of a unit alone. */
export function readPayload(payload: string): { survey: string; unit?: string } | undefined {
  const [mark, survey, ...rest] = payload.split('_')
  if (mark !== 's' || !survey) return undefined
  // Codes of surveys have no underscore, those of units may.
  const unit = rest.join('_')
  return { survey: survey.toLowerCase(), ...(unit && { unit }) }
}
