import { compileSurvey } from '../../../src/survey/definition/compileSurvey.ts'
import type { Choice, Definition, RowDefinition } from '../../../src/survey/definition/definition.ts'
import { type ResultForm, resultForm } from '../../../src/survey/results/resultForm.ts'
import type { CountedResponse } from '../../../src/survey/results/surveyFigures.ts'

/** A definition of rows, with lists of choices by their codes; `ya` is said "Ya". */
export function definitionOf(
  survey: RowDefinition[],
  lists: Record<string, string[]> = {},
  settings: Partial<Definition['settings']> = {},
): Definition {
  const choices = Object.entries(lists).map(([list, codes]) => [list, codes.map(choiceOf)])
  return {
    format: 2,
    settings: { title: { id: 'Survei Uji' }, default_language: 'id', ...settings },
    survey,
    choices: Object.fromEntries(choices),
  }
}

const choiceOf = (name: string): Choice => ({
  name,
  label: { id: name.charAt(0).toUpperCase() + name.slice(1) },
})

/** Versions 1, 2, 3 … put together for results. */
export const formOf = (...versions: Definition[]): ResultForm =>
  resultForm(
    versions.map((definition, index) => ({ number: index + 1, survey: compileSurvey(definition) })),
    [],
  )

/** A question, by its path. */
export function questionAt(form: ResultForm, path: string) {
  const question = form.questions.find((each) => each.path === path)
  if (!question) throw new Error(`there is no ${path}`)
  return question
}

/** Responses to version 1 with these answers. */
export const responsesOf = (...answers: Record<string, string>[]): CountedResponse[] =>
  answers.map((each) => ({ version: 1, answers: each, isExample: false }))
