import { z } from 'zod'
import { PERSON_ROLES } from '../person/role.ts'
import { SURVEY_CODE } from '../survey/visitCode.ts'

/** How people of an audience stand towards a survey in its present period. */
export const ANSWER_STATES = ['unanswered', 'unfinished', 'answered'] as const
export type AnswerState = (typeof ANSWER_STATES)[number]

/** Who gets a broadcast: of everyone who agreed to be invited, those to whom all of this applies. */
export const audienceSchema = z.strictObject({
  role: z.enum(PERSON_ROLES).optional(),
  /** Name of the kecamatan. */
  district: z.string().max(200).optional(),
  /** Office of civil servants; for a survey about units, also the unit it is about. */
  unit: z.int().positive().optional(),
  answers: z.strictObject({ are: z.enum(ANSWER_STATES), survey: z.string().regex(SURVEY_CODE) }).optional(),
})
export type Audience = z.infer<typeof audienceSchema>

/**
 * An audience by answers of fewer people than this is not told and not written to: being in it would say of somebody
 * whether they have answered.
 */
export const LEAST_BY_ANSWERS = 5
