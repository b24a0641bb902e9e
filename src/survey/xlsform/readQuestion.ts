import type { QuestionDefinition } from '../definition/definition.ts'
import { isDynamicDefault } from '../definition/isDynamicDefault.ts'
import { checkDefault } from './checkDefault.ts'
import { defined } from './defined.ts'
import type { ProblemList } from './problemList.ts'
import type { PlainType } from './questionTypes.ts'
import { readMedia } from './readMedia.ts'
import { readParameters } from './readParameters.ts'
import { readRange } from './readRange.ts'
import { readTrigger } from './readTrigger.ts'
import type { Table } from './table.ts'
import type { TextRow } from './textSheet.ts'
import { asExpression } from './yesOrNo.ts'

const FILES = new Set(['image', 'audio', 'video', 'file'])
const WITHOUT_PARAMETERS = new Set(['note', 'acknowledge', 'calculate', 'hidden'])
/** What nobody sees needs no label. */
const UNSEEN = new Set(['calculate', 'hidden'])
const DRAWN = /\b(?:draw|annotate|signature)\b/
const MAPPED = /\b(?:placement-map|maps|map)\b/

/** A row that asks, shows or computes something, without the choices it may have. */
export function readQuestion(
  table: Table,
  row: TextRow,
  name: string,
  { type, constraint }: PlainType & { is: 'question' },
  problems: ProblemList,
): QuestionDefinition {
  const common = readCommon(table, row, name, problems)
  const isUnseen = UNSEEN.has(type) || isOnlyComputed(common)
  if (constraint !== undefined) common.constraint ??= constraint
  if (FILES.has(type)) delete common.default
  if (common.default !== undefined && !isDynamicDefault(common.default, type))
    checkDefault(common.default, type, table.place(row, 'default'), problems)
  if (
    type === 'calculate' &&
    common.calculation === undefined &&
    !isDynamicDefault(common.default ?? '', type)
  )
    problems.error(table.place(row, 'calculation'), { code: 'missing_calculation' })
  if (!isUnseen) tellAppearance(type, common.appearance ?? '', table, row, problems)
  if (!isUnseen && !common.label && !common.hint && !common.media)
    problems.warn(table.place(row, 'label'), { code: 'no_label' })

  const given = table.expression(row, 'parameters')
  const place = table.place(row, 'parameters')
  const parameters = readParameters(given, type, place, problems)
  // ODK shows nothing of a question that has neither label nor hint and is filled in by a calculation.
  if (isUnseen && type !== 'hidden') return { type: 'calculate', ...common }
  if (type === 'range') return { type, ...common, parameters: readRange(parameters, place, problems) }
  if (WITHOUT_PARAMETERS.has(type) || Object.keys(parameters).length === 0)
    return { type, ...common } as QuestionDefinition
  return { type, ...common, parameters } as QuestionDefinition
}

/** What every question may have. */
export type Common = ReturnType<typeof readCommon>

export function readCommon(table: Table, row: TextRow, name: string, problems: ProblemList) {
  const expression = (column: string) => {
    const text = asExpression(table.expression(row, column))
    return text === '' ? undefined : text
  }
  const condition = (column: string) => {
    const text = expression(column)
    if (text === 'true()') return true as const
    return text === 'false()' ? undefined : text
  }
  const trigger = readTrigger(table.expression(row, 'trigger'), table.place(row, 'trigger'), problems)
  const initial = table.expression(row, 'default')
  return defined({
    name,
    label: table.words(row, 'label'),
    short_label: table.words(row, 'short_label'),
    hint: table.words(row, 'hint'),
    guidance_hint: table.words(row, 'guidance_hint'),
    media: readMedia(table, row),
    relevant: expression('relevant'),
    appearance: table.cell(row, 'appearance') || undefined,
    read_only: condition('read_only'),
    required: condition('required'),
    required_message: table.words(row, 'required_message'),
    constraint: expression('constraint'),
    constraint_message: table.words(row, 'constraint_message'),
    calculation: expression('calculation'),
    trigger: trigger.length > 0 ? trigger : undefined,
    // What is left of `${last-saved#name}`.
    default: initial === '' || initial === "''" ? undefined : initial,
  })
}

/** Whether ODK would compute it without showing it. */
export const isOnlyComputed = ({ calculation, trigger, label, hint, media }: Common): boolean =>
  (calculation !== undefined || trigger !== undefined) && !label && !hint && !media

function tellAppearance(
  type: string,
  appearance: string,
  table: Table,
  row: TextRow,
  problems: ProblemList,
): void {
  const place = table.place(row, 'appearance')
  if (type === 'image' && DRAWN.test(appearance)) problems.warn(place, { code: 'plain_photo', appearance })
  if (type === 'geopoint' && MAPPED.test(appearance))
    problems.warn(place, { code: 'plain_location', appearance })
}
