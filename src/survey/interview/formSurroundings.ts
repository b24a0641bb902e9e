import { wordsIn } from '../definition/words.ts'
import type { Surroundings } from '../expression/cursor.ts'
import type { Form } from './form.ts'
import { listNodes } from './listNodes.ts'
import { Leaf } from './nodes.ts'
import { randomNumber } from './randomNumber.ts'

/** Nodes that the predicates of one form may be tried on: some tenths of a second. */
const MOST_LOOKED_AT = 2_000_000

/** What the expressions of a form see around them: its nodes, its lists, the day, and chance. */
export function formSurroundings(form: Form): Surroundings {
  const { survey, context, answers } = form
  let drawn = 0
  let spent = 0

  return {
    root: form.root,
    single: (index) => form.single(index),
    today: context.today,
    get now() {
      return context.now
    },
    random: () => randomNumber(context.seed, answers.values.size, drawn++),
    list: (name, language) => listNodes(survey, name, language),
    spend: (nodes) => {
      spent += nodes
      return spent <= MOST_LOOKED_AT
    },
    choiceLabel: (name, code, language) => {
      const option = survey.options(name).find((each) => each.name === code)
      return option?.label ? (wordsIn(option.label, language, survey.language) ?? code) : code
    },
    kept: (node) => (node instanceof Leaf ? (answers.kept.get(node.path) ?? '') : ''),
  }
}
