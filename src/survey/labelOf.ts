import { clip } from '../message/clip.ts'
import { type Html, html, joinHtml } from '../message/html.ts'
import type { Speak } from '../texts.ts'
import type { Text } from './definition/compileText.ts'
import { languageFor } from './definition/words.ts'
import type { Form } from './interview/form.ts'
import type { Item, Leaf, Scope } from './interview/nodes.ts'
import { sayText } from './interview/sayText.ts'

/** Words of a survey may be of any length; a question shall be asked all the same. */
export const LONGEST = { label: 2000, heading: 100, hint: 500, value: 600, button: 100 }

/** Words as they are seen from a node, in the reader's language. */
export function wordsOf(speak: Speak, form: Form, node: Leaf | Scope, text: Text): string | undefined {
  const { languages, language } = form.survey
  return sayText(form, node, text, languageFor(languages, speak.language, language))
}

/** The words of a question or a note; its name when it has none, for nobody can answer silence. */
export function labelOf(speak: Speak, form: Form, item: Item): Html {
  const node = item.kind === 'question' ? item : item.parent
  const words = wordsOf(speak, form, node, item.row.label) ?? item.row.name
  if (item.kind === 'series') return speak.html('survey.more', { what: clip(words, LONGEST.label) })
  return html`${clip(words, LONGEST.label)}`
}

/** The groups and instances that an item stands in, from the outside in: `Keluarga › Anak ke-2`. */
export function headingOf(speak: Speak, form: Form, item: Item): Html | undefined {
  const parts: string[] = []
  for (let scope: Scope | undefined = item.parent; scope?.parent; scope = scope.parent) {
    const words = wordsOf(speak, form, scope, scope.row.label)
    const isInstance = scope.row.kind === 'repeat'
    if (words === undefined && !isInstance) continue
    const what = clip(words ?? scope.row.name, LONGEST.heading)
    parts.unshift(isInstance ? speak.plain('survey.instance', { what, number: scope.place }) : what)
  }
  return parts.length > 0 ? joinHtml([html`<i>${parts.join(' › ')}</i>`]) : undefined
}
