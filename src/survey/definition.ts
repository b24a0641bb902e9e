import { z } from 'zod'

/**
 * A questionnaire as data, in the shape and words of XLSForm: `settings`, `survey`, `choices`.
 * Everything here is plain JSON, so that a published version can be stored and never changes.
 */

/** Words by language code, e.g. `{ id: 'Ya', en: 'Yes' }`. */
const words = z
  .record(z.string().regex(/^[a-z]{2,3}$/), z.string().regex(/\S/, 'words cannot be blank'))
  .refine((said) => Object.keys(said).length > 0, 'words are needed in one language at least')

/** Names are used in expressions as `${name}`: XLSForm's rule for names. */
const name = z.string().regex(/^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/, 'a name starts with a letter or _')

const common = {
  name,
  label: words,
  /** What the question is called in lists, where its full words would be too many. */
  short_label: words.optional(),
  hint: words.optional(),
  /** The question is asked only while this expression is true. */
  relevant: z.string().optional(),
}

const answered = {
  ...common,
  /** `true`, or an expression; a question that is not required can be skipped. */
  required: z.union([z.boolean(), z.string()]).default(true),
  /** `.` is the answer; not evaluated on a blank answer. */
  constraint: z.string().optional(),
  constraint_message: words.optional(),
}

const isoDate = z.iso.date()

const questionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('select_one'), list: z.string(), ...answered }),
  z.strictObject({ type: z.literal('select_multiple'), list: z.string(), ...answered }),
  z.strictObject({ type: z.literal('yes_no'), ...answered }),
  z.strictObject({ type: z.literal('text'), maxLength: z.int().min(1).max(4000).default(2000), ...answered }),
  z.strictObject({
    type: z.literal('integer'),
    min: z.int().optional(),
    max: z.int().optional(),
    ...answered,
  }),
  z.strictObject({
    type: z.literal('decimal'),
    min: z.number().optional(),
    max: z.number().optional(),
    ...answered,
  }),
  z.strictObject({ type: z.literal('date'), min: isoDate.optional(), max: isoDate.optional(), ...answered }),
  z.strictObject({ type: z.literal('note'), ...common }),
  z.strictObject({
    type: z.literal('calculate'),
    name,
    calculation: z.string(),
    relevant: z.string().optional(),
  }),
])

const choiceSchema = z.strictObject({
  name: z.string().regex(/^\S{1,64}$/, 'a choice name has no spaces'),
  label: words,
  /** A choice no longer offered, kept so that earlier answers and buttons keep their meaning. */
  retired: z.boolean().optional(),
})

export const definitionSchema = z.strictObject({
  settings: z.strictObject({
    title: words,
    default_language: z.string(),
  }),
  survey: z.array(questionSchema).min(1).max(10_000),
  /** Lists by name. The list {@link UNIT_SERVICES} is filled in with the services of the unit asked about. */
  choices: z.record(z.string(), z.array(choiceSchema).max(2000)),
})

/** The choice list that stands for "the services of this unit"; see `withServices`. */
export const UNIT_SERVICES = 'unit_services'

export type Definition = z.infer<typeof definitionSchema>
export type DefinitionInput = z.input<typeof definitionSchema>
export type Words = z.infer<typeof words>
export type Choice = z.infer<typeof choiceSchema>
export type QuestionDefinition = Definition['survey'][number]
