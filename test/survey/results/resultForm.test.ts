import { describe, expect, test } from 'vitest'
import { packPress } from '../../../src/message/press.ts'
import { compileSurvey } from '../../../src/survey/definition/compileSurvey.ts'
import { UNIT_SERVICES } from '../../../src/survey/definition/definition.ts'
import { resultForm } from '../../../src/survey/results/resultForm.ts'
import { definitionOf, formOf, questionAt } from './forms.ts'

const SELECT = { type: 'select_one', name: 'warna', list: 'warna' } as const

describe('versions of one survey', () => {
  test('merge by path and code, with the words of the newest', () => {
    const form = formOf(
      definitionOf([{ ...SELECT, label: { id: 'Warna?' } }], { warna: ['merah', 'biru'] }),
      definitionOf([{ ...SELECT, label: { id: 'Warna apa?' } }], { warna: ['biru', 'hijau'] }),
    )
    const [question] = form.questions
    expect(form.questions).toHaveLength(1)
    expect(question).toMatchObject({ label: { id: 'Warna apa?' }, versions: [2, 1], isTypeChanged: false })
    expect(question?.options).toEqual([
      { code: 'biru', label: { id: 'Biru' }, isEarlier: false, order: 2 },
      { code: 'hijau', label: { id: 'Hijau' }, isEarlier: false, order: 3 },
      { code: 'merah', label: { id: 'Merah' }, isEarlier: true, order: 1 },
    ])
  })

  test('are told apart where the type of a question changed', () => {
    const form = formOf(
      definitionOf([{ type: 'text', name: 'usia' }]),
      definitionOf([{ type: 'integer', name: 'usia' }]),
    )
    expect(
      form.questions.map(({ type, versions, isTypeChanged }) => [type, versions, isTypeChanged]),
    ).toEqual([
      ['integer', [2], true],
      ['text', [1], true],
    ])
    expect(new Set(form.questions.map(({ id }) => id)).size).toBe(2)
  })

  test('keep what only an earlier one asked, last', () => {
    const form = formOf(
      definitionOf([
        { type: 'text', name: 'lama' },
        { type: 'text', name: 'tetap' },
      ]),
      definitionOf([
        { type: 'text', name: 'tetap' },
        { type: 'text', name: 'baru' },
      ]),
    )
    expect(form.questions.map(({ path, versions }) => [path, versions])).toEqual([
      ['tetap', [2, 1]],
      ['baru', [2]],
      ['lama', [1]],
    ])
  })

  test('give a question the same name for buttons, however many follow', () => {
    const [once, twice] = [definitionOf([SELECT], { warna: ['a'] }), definitionOf([SELECT], { warna: ['b'] })]
    const { id } = questionAt(formOf(once), 'warna')
    expect(questionAt(formOf(once, twice), 'warna').id).toBe(id)
    const press = { do: 'result-question', survey: 1, unit: 0, period: 'all', question: id } as const
    expect(packPress(press)).toContain(id)
  })
})

test('a choice that is no longer offered counts as an earlier one', () => {
  const survey = definitionOf([SELECT], { warna: ['merah', 'biru'] })
  survey.choices.warna?.forEach((choice) => {
    if (choice.name === 'merah') choice.retired = true
  })
  expect(questionAt(formOf(survey), 'warna').options.map(({ code, isEarlier }) => [code, isEarlier])).toEqual(
    [
      ['merah', true],
      ['biru', false],
    ],
  )
})

test('the services of the unit stand in for their list', () => {
  const definition = definitionOf([{ type: 'select_one', name: 'layanan', list: UNIT_SERVICES }])
  const services = [{ name: 'gigi', label: { default: 'Gigi dan mulut' } }]
  const form = resultForm([{ number: 1, survey: compileSurvey(definition) }], services)
  expect(questionAt(form, 'layanan').options.map(({ label }) => label)).toEqual([
    { default: 'Gigi dan mulut' },
  ])
})

test('questions in repeats know which repeats they stand in; notes and groups are no questions', () => {
  const form = formOf(
    definitionOf([
      { type: 'note', name: 'halo', label: { id: 'Halo' } },
      {
        type: 'group',
        name: 'rumah',
        children: [
          {
            type: 'repeat',
            name: 'keluarga',
            children: [
              { type: 'text', name: 'nama' },
              { type: 'repeat', name: 'anak', children: [{ type: 'integer', name: 'usia' }] },
            ],
          },
        ],
      },
    ]),
  )
  expect(form.questions.map(({ path, repeats }) => [path, repeats])).toEqual([
    ['rumah/keluarga/nama', ['rumah/keluarga']],
    ['rumah/keluarga/anak/usia', ['rumah/keluarga', 'rumah/keluarga/anak']],
  ])
})
