import type { Survey } from '../definition/survey.ts'
import { wordsIn } from '../definition/words.ts'
import type { TreeNode } from '../expression/tree.ts'
import { choiceNode } from './choiceNode.ts'

/** A version never changes: what its expressions see of ten thousand choices is made once, not for every answer. */
const known = new WeakMap<Survey, Map<string, readonly TreeNode[]>>()

/** The choices of a list as expressions see them, each at its place, in a language. */
export function listNodes(survey: Survey, list: string, language: string): readonly TreeNode[] {
  const lists = known.get(survey) ?? new Map<string, readonly TreeNode[]>()
  known.set(survey, lists)
  const key = `${language}\n${list}`
  const made =
    lists.get(key) ??
    survey
      .options(list)
      .map((option) => choiceNode(option, wordsIn(option.label ?? {}, language, survey.language) ?? ''))
  lists.set(key, made)
  return made
}
