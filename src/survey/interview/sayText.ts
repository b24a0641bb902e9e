import type { Text } from '../definition/compileText.ts'
import { wordsIn } from '../definition/words.ts'
import { stringOf } from '../expression/value.ts'
import type { Form } from './form.ts'
import type { Leaf, Scope } from './nodes.ts'

/** Characters that one answer may add to a text. */
const LONGEST_ANSWER = 1_000

/** Words in a language with the answers put in, as they are seen from a node. Nothing when there are none at all. */
export function sayText(form: Form, node: Leaf | Scope, text: Text, language: string): string | undefined {
  const said = wordsIn(text, language, form.survey.language)
  if (said === undefined || typeof said === 'string') return said
  return said
    .map((part) =>
      typeof part === 'string'
        ? part
        : stringOf(form.evaluate(part, node, undefined, language)).slice(0, LONGEST_ANSWER),
    )
    .join('')
}
