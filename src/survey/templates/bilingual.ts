import type { Choice, QuestionDefinition, Words } from '../definition/definition.ts'

/** Words in the two languages of the templates. */
export const bilingual = (id: string, en: string): Words => ({ id, en })

/** A choice with its code. */
export const choice = (name: string, id: string, en: string): Choice => ({ name, label: bilingual(id, en) })

/** A question with one choice from a list, which has to be answered. */
export const oneOf = (list: string, name: string, short: Words, label: Words): QuestionDefinition => ({
  type: 'select_one',
  name,
  list,
  short_label: short,
  label,
  required: true,
})
