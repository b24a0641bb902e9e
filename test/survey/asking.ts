import { compileSurvey } from '../../src/survey/definition/compileSurvey.ts'
import type { RowDefinition } from '../../src/survey/definition/definition.ts'
import { storedDefinition } from '../../src/survey/definition/earlierDefinition.ts'
import type { Option, Survey } from '../../src/survey/definition/survey.ts'
import type { Answers, Context } from '../../src/survey/interview/answers.ts'
import { Form } from '../../src/survey/interview/form.ts'
import type { Item, Leaf } from '../../src/survey/interview/nodes.ts'

/** A question as tests write it: without words, which few tests look at, and in the short earlier shape. */
export interface Row {
  type: string
  name: string
  label?: Record<string, string>
  list?: string
  relevant?: string
  required?: boolean | string
  required_message?: Record<string, string>
  constraint?: string
  constraint_message?: Record<string, string>
  calculation?: string
  default?: string
  trigger?: string[]
  appearance?: string
  read_only?: true | string
  choice_filter?: string
  repeat_count?: string
  min?: number | string
  max?: number | string
  maxLength?: number
  parameters?: object
  children?: Row[]
}

export const HARI_INI: Context = {
  today: '2026-11-23',
  now: '2026-11-23T08:30:00.000+07:00',
  seed: 0,
  language: 'id',
}

const label = (id: string) => ({ id })

const LISTS = {
  huruf: Array.from('abcdefghijkl', (letter, at) => ({
    name: `c${at + 1}`,
    label: label(`Huruf ke-${letter}`),
  })),
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
  kursi: [
    { name: 'ada', label: label('Ada') },
    { name: 'tak_ada', label: label('Kosong') },
  ],
  desa: [
    { name: 'teluk', label: label('Teluk'), columns: { kecamatan: 'ilir', jiwa: '900' } },
    { name: 'betung', label: label('Betung'), columns: { kecamatan: 'ilir', jiwa: '2100' } },
    { name: 'sumay', label: label('Sumay'), columns: { kecamatan: 'ulu', jiwa: '1500' } },
  ],
}

const worded = (row: Row): object => (row.type === 'calculate' ? row : { label: { id: row.name }, ...row })

/** A survey of these questions, in this order. */
export function surveyOf(...rows: Row[]): Survey {
  const { choices } = storedDefinition({ settings: SETTINGS, survey: [YES_NO], choices: LISTS })
  return compileSurvey({ format: 2, settings: SETTINGS, survey: rows.map(rowOf), choices })
}

const SETTINGS = { title: { id: 'Survei' }, default_language: 'id' }
const YES_NO = { type: 'yes_no', name: 'q', label: { id: '?' } }

function rowOf(row: Row): RowDefinition {
  if (row.children) return { ...row, children: row.children.map(rowOf) } as unknown as RowDefinition
  const { survey } = storedDefinition({ settings: SETTINGS, survey: [worded(row)], choices: LISTS })
  return survey[0] as RowDefinition
}

export const answersOf = (values: Record<string, string>, open?: string): Answers => ({
  values: new Map(Object.entries(values)),
  kept: new Map(),
  ...(open !== undefined && { open }),
})

export const formOf = (survey: Survey, answers: Answers = answersOf({}), context = HARI_INI) =>
  new Form(survey, answers, context)

/** The item at a path, whether it is asked now or not. */
export function itemOf(form: Form, path: string): Item {
  for (const row of form.survey.rows)
    for (const node of form.nodesOf(row)) if (node.kind !== 'scope' && node.path === path) return node
  throw new Error(`there is no ${path}`)
}

export const leafOf = (form: Form, path: string) => itemOf(form, path) as Leaf

export const optionsOf = (survey: Survey, list: string): readonly Option[] => survey.options(list)
