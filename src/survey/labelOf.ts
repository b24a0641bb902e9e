import { clip } from '../message/clip.ts'
import { type Html, html, joinHtml, plainText } from '../message/html.ts'
import type { Speak } from '../texts.ts'
import type { Text } from './definition/compileText.ts'
import { languageFor } from './definition/words.ts'
import type { Form } from './interview/form.ts'
import type { Item, Leaf, Scope, Series } from './interview/nodes.ts'
import { sayHtml } from './interview/sayHtml.ts'

/** Words beside the question itself are shown as far as they help. */
export const LONGEST = { heading: 100, value: 600, button: 100 }

/** Words as they are seen from a node, in the reader's language, formatted as the author wrote them. */
export function wordsOf(speak: Speak, form: Form, node: Leaf | Scope, text: Text): Html | undefined {
  const { languages, language } = form.survey
  return sayHtml(form, node, text, languageFor(languages, speak.reads, language))
}

/** The same for a button, a list or a toast: without any format. */
export function plainWordsOf(speak: Speak, form: Form, node: Leaf | Scope, text: Text): string | undefined {
  const words = wordsOf(speak, form, node, text)
  return words === undefined ? undefined : plainText(words).trim()
}

/** The words of a question or a note; its name when it has none, for nobody can answer silence. */
export function labelOf(speak: Speak, form: Form, item: Item): Html {
  if (item.kind === 'question') return wordsOf(speak, form, item, item.row.label) ?? html`${item.row.name}`
  const what = plainWordsOf(speak, form, item.parent, item.row.label) ?? item.row.name
  return speak.html('survey.more', { what })
}

/** One instance of a repeat, in words: `Anak ke-2`. */
export function instanceWords(speak: Speak, form: Form, series: Series, number: number): string {
  const instance = series.instances()[number - 1]
  const words = instance && plainWordsOf(speak, form, instance, series.row.label)
  return speak.plain('survey.instance', { what: words || series.row.name, number })
}

/** The groups and instances that an item stands in, from the outside in: `Keluarga › Anak ke-2`. */
export function headingOf(speak: Speak, form: Form, item: Item): Html | undefined {
  const parts: string[] = []
  for (let scope: Scope | undefined = item.parent; scope?.parent; scope = scope.parent) {
    const words = plainWordsOf(speak, form, scope, scope.row.label)
    const isInstance = scope.row.kind === 'repeat'
    if (!words && !isInstance) continue
    const what = clip(words || scope.row.name, LONGEST.heading)
    parts.unshift(isInstance ? speak.plain('survey.instance', { what, number: scope.place }) : what)
  }
  return parts.length > 0 ? joinHtml([html`<i>${parts.join(' › ')}</i>`]) : undefined
}
