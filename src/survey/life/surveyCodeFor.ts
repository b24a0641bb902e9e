import { SURVEY_CODE } from '../visitCode.ts'

/** A code for a survey from what it calls itself: `Survei Pasar 2026` is `survei-pasar-2026`. */
export function surveyCodeFor(words: string): string {
  const code = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 30)
    .replace(/-+$/, '')
  return SURVEY_CODE.test(code) ? code : 'survei'
}
