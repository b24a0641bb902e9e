import { z } from 'zod'

/**
 * A questionnaire as data, in the shape and words of XLSForm: `settings`, `survey`, `choices`. Groups and repeats
 * hold their rows. Everything here is plain JSON, so that a published version can be stored and never changes.
 * @see https://xlsform.org and the pyxform reader, whose names these are
 */

/** The language of words that stand in a column without one. */
export const DEFAULT_LANGUAGE = 'default'

/** Names are used in expressions as `${name}`: an XML name without colon. */
export const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_.\-·]*$/u

/** Groups and repeats inside each other, at most; Telegram's buttons carry the position in each repeat. */
export const DEEPEST = 12

const name = z.string().max(200).regex(NAME, 'a name starts with a letter or _ and has no spaces')

/** The name of a language as its column has it: `English (en)`, `id`, {@link DEFAULT_LANGUAGE}. */
/** Characters in the name of a language. */
export const LONGEST_LANGUAGE = 100

const languageName = z.string().min(1).max(LONGEST_LANGUAGE)

/** Words by language, e.g. `{ id: 'Ya', en: 'Yes' }`; `${name}` in them stands for an answer. */
const words = z
  .record(languageName, z.string().regex(/\S/, 'words cannot be blank'))
  .refine((said) => Object.keys(said).length > 0, 'words are needed in one language at least')

const expression = z.string().regex(/\S/)

/** Files sent along with words, by kind and language: names as the spreadsheet has them. */
const media = z.partialRecord(z.enum(['image', 'big-image', 'audio', 'video']), words)

const row = {
  name,
  label: words.optional(),
  /** The row and all in it are asked only while this expression is true. */
  relevant: expression.optional(),
  appearance: z.string().optional(),
}

const common = {
  ...row,
  /** What the question is called in lists, where its full words would be too many. A column of our own. */
  short_label: words.optional(),
  hint: words.optional(),
  guidance_hint: words.optional(),
  media: media.optional(),
  /** Shown, never asked: `true` or an expression. */
  read_only: z.union([z.literal(true), expression]).optional(),
  /** `true`, or an expression; a question that is not required can be skipped. */
  required: z.union([z.literal(true), expression]).optional(),
  required_message: words.optional(),
  /** `.` is the answer; not evaluated on a blank answer. */
  constraint: expression.optional(),
  constraint_message: words.optional(),
  /** On a question: what it is filled in with before it is asked. */
  calculation: expression.optional(),
  /** Questions whose change makes the calculation run; without them, whatever it refers to does. */
  trigger: z.array(name).min(1).optional(),
  /** A value, or an expression evaluated once, when the form or the repeat's instance begins. */
  default: z.string().min(1).optional(),
}

const parameters = z.record(z.string(), z.string())

const selecting = {
  ...common,
  list: z.string(),
  choice_filter: expression.optional(),
  /** What is not on the list is taken as it was written (ODK's `select_one_external`, whose list lies elsewhere). */
  open: z.literal(true).optional(),
  /** `randomize`, `seed`. */
  parameters: parameters.optional(),
}

/** What a form asks the device for; a chat knows the times and the day only. */
export const METADATA = [
  'start',
  'end',
  'today',
  'deviceid',
  'username',
  'phonenumber',
  'email',
  'simserial',
  'subscriberid',
  'audit',
  'start-geopoint',
  'background-audio',
] as const

const questionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('select_one'), ...selecting }),
  z.strictObject({ type: z.literal('select_multiple'), ...selecting }),
  z.strictObject({ type: z.literal('rank'), ...selecting }),
  z.strictObject({
    type: z.enum(['text', 'integer', 'decimal', 'date', 'time', 'dateTime', 'geopoint', 'barcode']),
    ...common,
    parameters: parameters.optional(),
  }),
  z.strictObject({
    type: z.enum(['image', 'audio', 'video', 'file']),
    ...common,
    parameters: parameters.optional(),
  }),
  z.strictObject({
    type: z.literal('range'),
    ...common,
    parameters: z.strictObject({ start: z.number(), end: z.number(), step: z.number().positive() }),
  }),
  z.strictObject({ type: z.enum(['acknowledge', 'note']), ...common }),
  /** Values nobody is asked for: computed, or fixed. */
  z.strictObject({ type: z.enum(['calculate', 'hidden']), ...common }),
  z.strictObject({
    type: z.literal('metadata'),
    preload: z.enum(METADATA),
    name,
    relevant: expression.optional(),
  }),
])

export type Words = z.infer<typeof words>
export type QuestionDefinition = z.infer<typeof questionSchema>

/** Rows that belong together: shown under one heading, relevant or not as one. */
export interface GroupDefinition {
  type: 'group'
  name: string
  label?: Words | undefined
  relevant?: string | undefined
  appearance?: string | undefined
  children: RowDefinition[]
}

/** Rows that are asked several times over: as often as the person wants, or `repeat_count` times. */
export interface RepeatDefinition extends Omit<GroupDefinition, 'type'> {
  type: 'repeat'
  repeat_count?: string | undefined
}

export type RowDefinition = QuestionDefinition | GroupDefinition | RepeatDefinition

const groupSchema: z.ZodType<GroupDefinition> = z.strictObject({
  type: z.literal('group'),
  ...row,
  get children() {
    return z.array(rowSchema).max(10_000)
  },
})

const repeatSchema: z.ZodType<RepeatDefinition> = z.strictObject({
  type: z.literal('repeat'),
  ...row,
  repeat_count: expression.optional(),
  get children() {
    return z.array(rowSchema).max(10_000)
  },
})

const rowSchema: z.ZodType<RowDefinition> = z.lazy(() => z.union([questionSchema, groupSchema, repeatSchema]))

const choiceSchema = z.strictObject({
  name: z.string().min(1).max(255),
  label: words.optional(),
  media: media.optional(),
  /** Further columns of the sheet, for `choice_filter` and `instance('list')`. */
  columns: z.record(z.string(), z.string()).optional(),
  /** A choice no longer offered, kept so that earlier answers and buttons keep their meaning. */
  retired: z.literal(true).optional(),
})

export const definitionSchema = z.strictObject({
  /** Which shape this is; what has none is of the first shape, see `earlierDefinition`. */
  format: z.literal(2),
  settings: z.strictObject({
    title: words,
    /** The code of the survey, as the sheet's `form_id`. */
    form_id: z.string().max(200).optional(),
    version: z.string().max(200).optional(),
    /** The language that stands in for missing translations. */
    default_language: languageName,
    /** Questions in an order of their own for everybody; the seed is stored. A column of our own. */
    random_order: z.literal(true).optional(),
  }),
  survey: z.array(rowSchema).min(1).max(10_000),
  /** Lists by name. The list {@link UNIT_SERVICES} is filled in with the services of the unit asked about. */
  choices: z.record(z.string(), z.array(choiceSchema).max(10_000)),
})

/** The choice list that stands for "the services of this unit". */
export const UNIT_SERVICES = 'unit_services'

export type Definition = z.infer<typeof definitionSchema>
export type Choice = z.infer<typeof choiceSchema>
export type QuestionType = QuestionDefinition['type']
