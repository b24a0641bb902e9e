import type { Stretch } from '../../message/formatWords.ts'
import type { Text } from '../definition/compileText.ts'
import { wordsIn } from '../definition/words.ts'
import { stringOf } from '../expression/value.ts'
import type { Form } from './form.ts'
import type { Leaf, Scope } from './nodes.ts'

/** Characters that one answer may add to a text. */
const LONGEST_ANSWER = 1_000

/**
 * Words in a language as they are seen from a node, with the answers put in told apart from what the author wrote.
 * Nothing when there are none at all.
 */
export function sayStretches(
  form: Form,
  node: Leaf | Scope,
  text: Text,
  language: string,
): readonly Stretch[] | undefined {
  const said = wordsIn(text, language, form.survey.language)
  if (said === undefined) return undefined
  if (typeof said === 'string') return [said]
  return said.map((part) =>
    typeof part === 'string'
      ? part
      : { piped: stringOf(form.evaluate(part, node, undefined, language)).slice(0, LONGEST_ANSWER) },
  )
}
