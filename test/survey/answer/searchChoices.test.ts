import { describe, expect, test } from 'vitest'
import { readAnswer } from '../../../src/survey/answer/readAnswer.ts'
import { readChoice } from '../../../src/survey/answer/readWords.ts'
import { searchChoices } from '../../../src/survey/answer/searchChoices.ts'
import type { Option } from '../../../src/survey/definition/survey.ts'
import { answersOf, formOf, leafOf, surveyOf } from '../asking.ts'

const listOf = (...labels: string[]): Option[] =>
  labels.map((id, index) => ({ name: `c${index}`, label: { id }, index, text: { id } }))

const desa = listOf(
  'Muara Tebo',
  'Tebing Tinggi',
  'Teluk Kasai',
  '**Tebing** Tinggi Ulu',
  'Desa Muara Ketalo',
  'Sungai Alai',
)
const found = (typed: string) => searchChoices(desa, typed).map(({ name }) => name)

describe('a part of a choice finds it', () => {
  test.each([
    ['tebing', ['c1', 'c3']],
    ['tinggi', ['c1', 'c3']],
    ['muara', ['c0', 'c4']],
    ['Ulu', ['c3']],
    ['te ti', ['c1', 'c3']],
    ['ketalo muara', ['c4']],
    ['lai', ['c5']],
    ['**', []],
    ['t', []],
    ['jambi', []],
  ])('%j finds %j', (typed, names) => {
    expect(found(typed)).toEqual(names)
  })
})

describe('what was found is the answer', () => {
  test('when it is the only one', () => {
    expect(readChoice(desa, 'alai')).toEqual({ value: 'c5' })
  })

  test('not when there are more: then they are offered, eight at most', () => {
    expect(readChoice(desa, 'tinggi')).toMatchObject({ problem: 'several_choices', count: 2 })
    const many = listOf(...Array.from({ length: 10_000 }, (_, at) => `RT ${at} Dusun Melati`))
    const reading = readChoice(many, 'melati')
    expect(reading).toMatchObject({ problem: 'several_choices', count: 10_000 })
    expect('found' in reading && reading.found.length).toBe(8)
  })

  test.each(['sa', 'puas', 'setuju'])('not when "%s" might mean something else', (typed) => {
    const list = listOf('Tidak puas', 'Lumayan', 'Kurang setuju', 'Sangat baik')
    expect(readChoice(list, typed)).toMatchObject({ problem: 'several_choices', count: 1 })
  })

  test('nor when nothing was found', () => {
    expect(readChoice(desa, 'jambi')).toEqual({ problem: 'unknown_choice' })
    expect(readChoice([...desa, ...desa], 'jambi')).toEqual({ problem: 'no_such_choice' })
  })
})

test('of a long list of which several may be chosen, what is found joins what is ticked', () => {
  const survey = surveyOf({ type: 'select_multiple', name: 'buah', list: 'huruf' })
  const form = formOf(survey, answersOf({ buah: 'c9' }))
  const say = (text: string) => readAnswer(form, leafOf(form, 'buah'), { type: 'text', text })
  expect(say('huruf ke-c')).toEqual({ value: 'c3 c9', stays: true })
  expect(say('1, 2')).toEqual({ value: 'c1 c2 c9', stays: true })
})
