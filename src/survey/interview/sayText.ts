import type { Text } from '../definition/compileText.ts'
import type { Form } from './form.ts'
import type { Leaf, Scope } from './nodes.ts'
import { sayStretches } from './sayStretches.ts'

/**
 * Words in a language with the answers put in, as they are seen from a node, with the author's marks as they were
 * typed. Nothing when there are none at all.
 */
export function sayText(form: Form, node: Leaf | Scope, text: Text, language: string): string | undefined {
  return sayStretches(form, node, text, language)
    ?.map((stretch) => (typeof stretch === 'string' ? stretch : stretch.piped))
    .join('')
}
