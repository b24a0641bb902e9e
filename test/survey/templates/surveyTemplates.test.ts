import { describe, expect, test } from 'vitest'
import { checkDefinition } from '../../../src/survey/definition/checkDefinition.ts'
import { definitionSchema } from '../../../src/survey/definition/definition.ts'
import { guideSheet } from '../../../src/survey/templates/guideSheet.ts'
import { SURVEY_TEMPLATES } from '../../../src/survey/templates/surveyTemplates.ts'
import { templateSheets } from '../../../src/survey/templates/templateSheets.ts'
import { allProblems } from '../../../src/survey/xlsform/allProblems.ts'
import { readForm } from '../../../src/survey/xlsform/readForm.ts'

describe.each(Object.entries(SURVEY_TEMPLATES))('the template %s', (code, template) => {
  const { definition, tests } = template
  const form = readForm(templateSheets(template))

  test('can be kept under its code', () => {
    expect(definitionSchema.parse(definition).settings.form_id).toBe(code)
  })

  test('is the same when its spreadsheet is sent back, tests too', () => {
    expect(form.definition).toEqual(definition)
    expect(form.tests).toEqual(tests)
  })

  test('has nothing wrong with it', () => {
    const services = [{ name: 'ktp', label: { id: 'KTP' } }]
    expect(allProblems(form, checkDefinition(definition, services).problems)).toEqual([])
  })
})

test('the guide explains every column of the templates', () => {
  const explained = new Set(guideSheet().rows.map(({ cells: [sheet, column] }) => `${sheet}: ${column}`))
  const media = new Set(['image', 'audio', 'video', 'language', 'day'])
  for (const { name, rows } of Object.values(SURVEY_TEMPLATES).flatMap(templateSheets)) {
    if (name === 'petunjuk') continue
    for (const header of rows[0]?.cells ?? []) {
      const column = header.replace(/::en$/, '::id').replace(/^form_title::id$/, 'form_title')
      const isExplained = explained.has(`${name}: ${column}`) || media.has(column) || column === 'kecamatan'
      expect(isExplained, `${name}: ${header}`).toBe(true)
    }
  }
})
