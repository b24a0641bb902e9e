import { questionPath } from './answerPath.ts'
import { type AnswerCounter, countAnswers, isCounted, type QuestionFigures } from './countAnswers.ts'
import type { ResultForm } from './resultForm.ts'

/** A response as it is counted. */
export interface CountedResponse {
  /** Number of the version that was answered. */
  version: number
  answers: Readonly<Record<string, string>>
  isExample: boolean
}

/** Everything that is shown of a heap of responses. */
export interface SurveyFigures {
  n: number
  /** How many of them are made up; told wherever figures are shown. */
  examples: number
  /** Responses by number of the version; versions without any are left out. */
  versions: ReadonlyMap<number, number>
  questions: readonly QuestionFigures[]
}

/** Counts responses, as many at a time as the caller has at hand. */
export interface ResponseCounter {
  add(responses: Iterable<CountedResponse>): void
  figures(): SurveyFigures
}

/** A counter of responses to any version of a survey. */
export function countResponses(form: ResultForm): ResponseCounter {
  const counters = form.questions.filter(isCounted).map((question) => ({
    question,
    counter: countAnswers(question),
  }))
  const byPath = new Map(
    form.versions.map((version) => [
      version,
      new Map<string, AnswerCounter>(
        counters
          .filter(({ question }) => question.versions.includes(version))
          .map(({ question, counter }) => [question.path, counter]),
      ),
    ]),
  )
  const versions = new Map<number, number>()
  let n = 0
  let examples = 0
  return {
    add(responses) {
      for (const { version, answers, isExample } of responses) {
        n += 1
        if (isExample) examples += 1
        versions.set(version, (versions.get(version) ?? 0) + 1)
        const counterAt = byPath.get(version)
        for (const path in answers) counterAt?.get(questionPath(path))?.add(answers[path] ?? '')
      }
    },
    figures: () => ({ n, examples, versions, questions: counters.map(({ counter }) => counter.figures()) }),
  }
}
