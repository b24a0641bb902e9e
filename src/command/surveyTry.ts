import { z } from 'zod'
import { OperatorProblem } from '../operatorProblem.ts'
import { spreadsheetProblemText } from '../spreadsheet/spreadsheetProblemText.ts'
import type { Survey } from '../survey/definition/survey.ts'
import { playScript } from '../survey/playScript.ts'
import { checkForm } from '../survey/xlsform/checkForm.ts'
import { formProblemText } from '../survey/xlsform/formProblemText.ts'
import { loadTexts } from '../texts.ts'
import { playInTerminal } from './playInTerminal.ts'
import { print } from './print.ts'
import { readFormFile, trialContext } from './surveyFile.ts'

export interface TryOptions {
  answers?: string
  now?: Date
  timeZone: string
  seed: number
  language?: string
  json?: boolean
}

const answersSchema = z.array(z.string().nullable()).max(1_000_000)

/**
 * `suluh survey try FILE`: plays a form in the terminal, or with prepared answers.
 * @throws OperatorProblem when the file cannot be asked, with its first error
 */
export async function surveyTry(file: string, options: TryOptions): Promise<void> {
  const { answers, json, ...surroundings } = options
  const survey = await formOf(file, surroundings)
  const { language: asked = survey.language } = options
  if (options.language !== undefined && !survey.languages.includes(asked))
    throw new OperatorProblem(`${file} has no language ${asked}; it has ${survey.languages.join(', ')}`)
  const context = trialContext({ ...surroundings, language: asked })
  if (answers === undefined) return playInTerminal(survey, context)
  const play = playScript(survey, await preparedAnswers(answers), context)
  if (json) return print(JSON.stringify(play))
  for (const { path, label, answer, valid, violation, message } of play.transcript) {
    const outcome = valid === false ? `  refused: ${violation}${message ? ` (${message})` : ''}` : ''
    print(`${path}  ${label}${answer === undefined ? '' : `  → ${answer ?? '(left)'}`}${outcome}`)
  }
  print(play.complete ? 'complete' : 'the answers ended before the form did')
  for (const [path, value] of Object.entries(play.final)) print(`${path} = ${value}`)
}

async function formOf(file: string, surroundings: Omit<TryOptions, 'answers' | 'json'>): Promise<Survey> {
  const checked = await checkForm(await readFormFile(file), trialContext(surroundings))
  if ('problem' in checked) throw new OperatorProblem(`${file}: ${spreadsheetProblemText(checked.problem)}`)
  if (checked.survey) return checked.survey
  const speak = (await loadTexts())('en')
  const errors = checked.problems.filter(({ severity }) => severity === 'error')
  const [first] = errors
  const told = first ? formProblemText(speak, first) : 'there is nothing to ask'
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more: suluh survey check ${file})` : ''
  throw new OperatorProblem(`${file} cannot be asked. ${told}${more}`)
}

async function preparedAnswers(file: string): Promise<(string | null)[]> {
  try {
    return answersSchema.parse(JSON.parse(new TextDecoder().decode(await readFormFile(file))))
  } catch (fault) {
    if (fault instanceof OperatorProblem) throw fault
    throw new OperatorProblem(`${file} is no JSON array of strings and nulls`)
  }
}
