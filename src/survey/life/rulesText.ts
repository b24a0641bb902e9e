import type { Html } from '../../message/html.ts'
import type { Speak } from '../../texts.ts'
import type { SurveyInfo } from '../surveyInfo.ts'

/** How often people may answer, whether they are named, and what they are asked about. */
export const rulesText = (speak: Speak, { participation, isNamed, isPerUnit }: SurveyInfo): Html =>
  speak.html('life.rules', {
    participation: speak.plain(`participation.${participation}`),
    naming: speak.plain(`naming.${isNamed ? 'named' : 'anonymous'}`),
    scope: speak.plain(`surveyScope.${isPerUnit ? 'unit' : 'regency'}`),
  })
