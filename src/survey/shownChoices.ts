import { CHOICES_A_PAGE } from './answer/choicesAPage.ts'
import type { Option } from './definition/survey.ts'
import type { Form } from './interview/form.ts'
import type { Leaf } from './interview/nodes.ts'

/** A choice with its number in the list that is offered, which people may type for it. */
export interface NumberedChoice {
  option: Option
  number: number
}

/** The choices of a list that stand on a page, which page that is, and how many there are. */
export interface ShownChoices {
  choices: readonly NumberedChoice[]
  page: number
  pages: number
}

/** A page of the choices that are offered; the nearest when there is no such page. */
export const shownChoices = (form: Form, leaf: Leaf, page: number): ShownChoices =>
  pageOfChoices(numbered(form, leaf), page, CHOICES_A_PAGE)

/** The choices that are offered, with their numbers. */
export const numbered = (form: Form, leaf: Leaf): NumberedChoice[] =>
  form.offered(leaf).map((option, place) => ({ option, number: place + 1 }))

/** One page of so many choices. */
export function pageOfChoices(all: readonly NumberedChoice[], page: number, size: number): ShownChoices {
  const pages = Math.max(1, Math.ceil(all.length / size))
  const shown = Math.min(Math.max(page, 0), pages - 1)
  return { choices: all.slice(shown * size, (shown + 1) * size), page: shown, pages }
}
