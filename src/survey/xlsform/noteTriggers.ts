import type { ProblemList } from './problemList.ts'
import type { ContainerDraft, Draft, QuestionDraft } from './surveyDraft.ts'
import type { Table } from './table.ts'

const UNSEEN = new Set(['calculate', 'hidden', 'metadata'])

/** Tells triggers that never run: only what somebody answers can set one off (pyxform refuses them). */
export function noteTriggers(drafts: readonly Draft[], table: Table, problems: ProblemList): void {
  const questions = [...questionsIn(drafts)]
  const seen = new Set(
    questions.filter(({ question }) => !UNSEEN.has(question.type)).map(({ question }) => question.name),
  )
  const unseen = new Set(questions.map(({ question }) => question.name).filter((name) => !seen.has(name)))
  for (const { row, question } of questions) {
    if (!('trigger' in question)) continue
    for (const name of question.trigger ?? [])
      if (unseen.has(name))
        problems.warn(table.place({ number: row, cells: [] }, 'trigger'), { code: 'hidden_trigger', name })
  }
}

function* questionsIn(drafts: readonly Draft[]): Generator<QuestionDraft> {
  for (const draft of drafts) {
    if ('question' in draft) yield draft
    else yield* questionsIn((draft satisfies ContainerDraft).children)
  }
}
