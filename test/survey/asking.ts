import type { DefinitionInput } from '../../src/survey/definition.ts'
import type { Answers, Context } from '../../src/survey/interview.ts'
import { compileSurvey, type Question, type Survey } from '../../src/survey/survey.ts'

type QuestionInput = DefinitionInput['survey'][number]
/** A question as tests write it: without words, which few tests look at. */
export type Row = {
  [K in QuestionInput['type']]: Omit<Extract<QuestionInput, { type: K }>, 'label'>
}[QuestionInput['type']] & {
  label?: Record<string, string>
}

export const HARI_INI: Context = { today: '2026-11-23' }

const label = (id: string) => ({ id })

const LISTS: DefinitionInput['choices'] = {
  nilai: [
    { name: 'n1', label: label('Tidak sesuai') },
    { name: 'n2', label: label('Kurang sesuai') },
    { name: 'n3', label: label('Sesuai') },
    { name: 'n4', label: { id: 'Sangat sesuai', en: 'Very suitable' } },
  ],
  layanan: [
    { name: 'ktp', label: label('KTP elektronik') },
    { name: 'kk', label: label('Kartu Keluarga') },
    { name: 'lama', label: label('Surat lama'), retired: true },
    { name: 'sopan', label: label('Sopan dan ramah') },
    { name: 'akta', label: label('Akta kelahiran') },
  ],
  tempat: [
    { name: 'tebo', label: label('Puskesmas Muara Tebo') },
    { name: 'rimbo', label: label('Puskesmas Rimbo Bujang') },
  ],
  tahun: [
    { name: 'a', label: label('2024') },
    { name: 'b', label: label('2025') },
  ],
}

/** A survey of these questions, in this order. */
export function surveyOf(...rows: Row[]): Survey {
  const survey = rows.map((row) => (row.type === 'calculate' ? row : { label: { id: row.name }, ...row }))
  return compileSurvey({
    settings: { title: { id: 'Survei' }, default_language: 'id' },
    survey,
    choices: LISTS,
  })
}

export const questionOf = (survey: Survey, path: string) => survey.byPath.get(path) as Question

export const answersOf = (values: Record<string, string>, open?: string): Answers => ({
  values: new Map(Object.entries(values)),
  ...(open !== undefined && { open }),
})
