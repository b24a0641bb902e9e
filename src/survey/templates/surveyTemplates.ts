import { ANTI_CORRUPTION_PERCEPTION } from './antiCorruptionPerception.ts'
import { EXAMPLE_FORM } from './exampleForm.ts'
import { SERVICE_PERCEPTION } from './servicePerception.ts'
import type { SurveyTemplate } from './surveyTemplate.ts'
import { TRAINING_EVALUATION } from './trainingEvaluation.ts'

/** The questionnaires to begin with, by their code. */
export const SURVEY_TEMPLATES = {
  evaluasi_pelatihan: TRAINING_EVALUATION,
  spkp: SERVICE_PERCEPTION,
  spak: ANTI_CORRUPTION_PERCEPTION,
  contoh: EXAMPLE_FORM,
} as const satisfies Record<string, SurveyTemplate>
