import type { SurveyStatus } from '../surveyInfo.ts'

/** What an admin may do with a survey, and from which states. */
export const LIFE_STEPS = {
  pause: { from: ['open'], to: 'paused' },
  resume: { from: ['paused', 'closed'], to: 'open' },
  close: { from: ['open', 'paused'], to: 'closed' },
  archive: { from: ['closed'], to: 'archived' },
  restore: { from: ['archived'], to: 'closed' },
} as const satisfies Record<string, { from: readonly SurveyStatus[]; to: SurveyStatus }>

export type LifeStep = keyof typeof LIFE_STEPS

/** Whether a word from a button names a step. */
export const isLifeStep = (step: string): step is LifeStep => Object.hasOwn(LIFE_STEPS, step)
