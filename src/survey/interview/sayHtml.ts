import { formatWords } from '../../message/formatWords.ts'
import type { Html } from '../../message/html.ts'
import type { Text } from '../definition/compileText.ts'
import type { Form } from './form.ts'
import type { Leaf, Scope } from './nodes.ts'
import { sayStretches } from './sayStretches.ts'

/**
 * Words in a language as a message says them: formatted as the author wrote them, with the answers put in as text.
 * Nothing when there are none at all.
 */
export function sayHtml(form: Form, node: Leaf | Scope, text: Text, language: string): Html | undefined {
  const said = sayStretches(form, node, text, language)
  return said && formatWords(said)
}
