import { writeFile } from 'node:fs/promises'
import { OperatorProblem } from '../operatorProblem.ts'
import { SKM_TEMPLATE } from '../skm/template.ts'
import type { SurveyTemplate } from '../survey/templates/surveyTemplate.ts'
import { SURVEY_TEMPLATES } from '../survey/templates/surveyTemplates.ts'
import { templateFile } from '../survey/templates/templateFile.ts'
import { print } from './print.ts'

const TEMPLATES: Readonly<Record<string, SurveyTemplate>> = { skm: SKM_TEMPLATE, ...SURVEY_TEMPLATES }

/** `suluh survey template [NAME]`: a questionnaire to begin with, as a workbook; without a name, which there are. */
export async function surveyTemplate(name: string | undefined, { out }: { out?: string }): Promise<void> {
  if (name === undefined) return print(Object.keys(TEMPLATES).join('\n'))
  const template = Object.hasOwn(TEMPLATES, name) ? TEMPLATES[name] : undefined
  if (!template)
    throw new OperatorProblem(`there is no template ${name}; there are ${Object.keys(TEMPLATES).join(', ')}`)
  const file = out ?? `${name}.xlsx`
  try {
    await writeFile(file, await templateFile(template), { flag: 'wx' })
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    throw new OperatorProblem(
      `${file} ${code === 'EEXIST' ? 'is there already' : `cannot be written (${code})`}`,
    )
  }
  print(file)
}
