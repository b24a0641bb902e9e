import { z } from 'zod'
import {
  type Choice,
  type Definition,
  definitionSchema,
  type RowDefinition,
  type Words,
} from './definition.ts'

const YES_NO: Choice[] = [
  { name: 'yes', label: { id: 'Ya', en: 'Yes' } },
  { name: 'no', label: { id: 'Tidak', en: 'No' } },
]

/** Only what the earlier shape had of its own; everything else is as it is today. */
const earlierRow = z.looseObject({
  type: z.string(),
  required: z.union([z.boolean(), z.string()]).optional(),
  constraint: z.string().optional(),
  min: z.union([z.number(), z.string()]).optional(),
  max: z.union([z.number(), z.string()]).optional(),
  maxLength: z.number().optional(),
})

const earlierDefinition = z.object({
  settings: z.object({ title: z.custom<Words>(), default_language: z.string() }),
  survey: z.array(earlierRow),
  choices: z.record(z.string(), z.array(z.looseObject({ retired: z.boolean().optional() }))),
})

/**
 * A stored definition, whichever shape it was stored in. Versions of the first release had questions only, required
 * unless they said otherwise, bounds as numbers, and yes or no as a type; their names and codes stay.
 * @throws ZodError when it is neither shape
 */
export function storedDefinition(stored: unknown): Definition {
  if (typeof stored === 'object' && stored !== null && 'format' in stored)
    return definitionSchema.parse(stored)
  const { settings, survey, choices } = earlierDefinition.parse(stored)
  const lists = Object.entries(choices).map(([list, all]) => [
    list,
    all.map(({ retired, ...choice }) => ({ ...choice, ...(retired && { retired: true }) })),
  ])
  return definitionSchema.parse({
    format: 2,
    settings,
    survey: survey.map(rowOf),
    choices: {
      ...Object.fromEntries(lists),
      ...(survey.some(({ type }) => type === 'yes_no') && { yes_no: YES_NO }),
    },
  })
}

function rowOf({
  min,
  max,
  maxLength,
  required = true,
  constraint,
  ...row
}: z.infer<typeof earlierRow>): RowDefinition {
  const asText = (bound: number | string) => (typeof bound === 'number' ? String(bound) : `date('${bound}')`)
  const bounds = [
    min !== undefined && `. >= ${asText(min)}`,
    max !== undefined && `. <= ${asText(max)}`,
    maxLength !== undefined && `string-length(.) <= ${maxLength}`,
    constraint !== undefined && (min ?? max ?? maxLength) !== undefined ? `(${constraint})` : constraint,
  ].filter(Boolean)
  const isSilent = row.type === 'note' || row.type === 'calculate'
  return {
    ...row,
    ...(row.type === 'yes_no' && { type: 'select_one', list: 'yes_no' }),
    ...(!isSilent && required !== false && { required }),
    ...(bounds.length > 0 && { constraint: bounds.join(' and ') }),
  } as unknown as RowDefinition
}
