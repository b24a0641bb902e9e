import { clip } from '../message/clip.ts'
import type { Button, Message } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import type { Unit } from '../unit/unit.ts'
import type { Survey } from './definition/survey.ts'
import { titleOf } from './titleOf.ts'

/** Surveys offered at a time: more than these are reached by their links. */
const MOST_OFFERED = 10
const LONGEST_TITLE = 50

/** A way to each of these surveys, at a unit or (0) at none. */
export const surveyButtons = (
  speak: Speak,
  surveys: readonly { code: string; survey: Survey }[],
  unit: number,
): Button[][] =>
  surveys.slice(0, MOST_OFFERED).map(({ code, survey }) => [
    {
      text: `📋 ${clip(titleOf(speak, { survey }), LONGEST_TITLE)}`,
      press: { do: 'visit', survey: code, unit },
    },
  ])

/** Asks which of several surveys about a unit somebody has come for. */
export const chooseSurveyMessage = (
  speak: Speak,
  surveys: readonly { code: string; survey: Survey }[],
  unit: Unit,
): Message => ({
  html: speak.html('unit.whichSurvey', { unit: unit.name }),
  buttons: surveyButtons(speak, surveys, unit.id),
})
