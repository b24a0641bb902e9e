// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions name questions
import { describe, expect, test } from 'vitest'
import type { Survey } from '../../../src/survey/definition/survey.ts'
import type { Answers } from '../../../src/survey/interview/answers.ts'
import {
  type Interview,
  interview,
  itemBefore,
  relevantAnswers,
} from '../../../src/survey/interview/interview.ts'
import { answersOf, formOf, itemOf, type Row, surveyOf } from '../asking.ts'

const show = (now: Interview) => ('ask' in now ? `${now.ask.path} (${now.number}/${now.of})` : 'done')
const asks = (survey: Survey, answers: Answers) => show(interview(formOf(survey, answers)))
const notesBefore = (survey: Survey, answers: Answers) =>
  interview(formOf(survey, answers)).notes.map((note) => note.path)
const kept = (survey: Survey, answers: Answers) =>
  Object.fromEntries(relevantAnswers(formOf(survey, answers)).map(({ item, value }) => [item.path, value]))

const anak: Row[] = [
  { type: 'yes_no', name: 'punya_anak' },
  { type: 'integer', name: 'jumlah_anak', relevant: "${punya_anak} = 'yes'" },
  { type: 'text', name: 'saran', required: false },
]

describe('what is asked next', () => {
  const survey = surveyOf(...anak)

  test.each<[Record<string, string>, string]>([
    [{}, 'punya_anak (1/2)'],
    [{ punya_anak: 'yes' }, 'jumlah_anak (2/3)'],
    [{ punya_anak: 'no' }, 'saran (2/2)'],
    [{ punya_anak: 'yes', jumlah_anak: '2' }, 'saran (3/3)'],
    [{ punya_anak: 'yes', jumlah_anak: '2', saran: '' }, 'done'],
    [{ punya_anak: 'yes', saran: 'baik' }, 'jumlah_anak (2/3)'],
    [{ jumlah_anak: '2', saran: '' }, 'punya_anak (1/2)'],
    [{ pertanyaan_lama: 'x' }, 'punya_anak (1/2)'],
  ])('after %o it is %s', (values, next) => {
    expect(asks(survey, answersOf(values))).toBe(next)
  })

  test('a question gone back to comes before all others', () => {
    const values = { punya_anak: 'yes', jumlah_anak: '2', saran: '' }
    expect(asks(survey, answersOf(values, 'punya_anak'))).toBe('punya_anak (1/3)')
    expect(asks(survey, answersOf({ punya_anak: 'yes' }, 'saran'))).toBe('saran (3/3)')
  })

  test('one gone back to that is not asked any more is passed over', () => {
    expect(asks(survey, answersOf({ punya_anak: 'no', jumlah_anak: '2' }, 'jumlah_anak'))).toBe('saran (2/2)')
    const all = { punya_anak: 'no', jumlah_anak: '2', saran: '' }
    expect(asks(survey, answersOf(all, 'jumlah_anak'))).toBe('done')
    expect(asks(survey, answersOf(all, 'tidak_ada'))).toBe('done')
  })
})

describe('answers that hold no longer', () => {
  test('a required question of several choices is asked again when all its ticks were taken away', () => {
    const survey = surveyOf(
      { type: 'yes_no', name: 'pertama' },
      { type: 'select_multiple', name: 'layanan', list: 'layanan' },
      { type: 'text', name: 'saran', required: false },
    )
    // Ticked, unticked, went back and answered the question before.
    expect(asks(survey, answersOf({ pertama: 'yes', layanan: '' }))).toBe('layanan (2/3)')
  })

  test('a blank answer is asked for again once an earlier answer makes it required', () => {
    const survey = surveyOf(
      { type: 'integer', name: 'usia' },
      { type: 'text', name: 'wali', required: '${usia} < 18' },
    )
    expect(asks(survey, answersOf({ usia: '35', wali: '' }))).toBe('done')
    expect(asks(survey, answersOf({ usia: '15', wali: '' }))).toBe('wali (2/2)')
    expect(asks(survey, answersOf({ usia: '15', wali: 'Bu Ani' }))).toBe('done')
  })

  test('an answer is asked for again once an earlier answer breaks its constraint', () => {
    const survey = surveyOf(
      { type: 'integer', name: 'anggota' },
      { type: 'integer', name: 'anak', constraint: '. < ${anggota}', required: false },
    )
    expect(asks(survey, answersOf({ anggota: '5', anak: '3' }))).toBe('done')
    expect(asks(survey, answersOf({ anggota: '3', anak: '3' }))).toBe('anak (2/2)')
    expect(asks(survey, answersOf({ anggota: '3', anak: '' }))).toBe('done')
  })
})

describe('notes', () => {
  const survey = surveyOf(
    { type: 'note', name: 'salam' },
    { type: 'note', name: 'cara' },
    { type: 'yes_no', name: 'satu' },
    { type: 'note', name: 'tengah', relevant: "${satu} = 'yes'" },
    { type: 'integer', name: 'hanya_bila_ya', relevant: "${satu} = 'yes'" },
    { type: 'note', name: 'antara' },
    { type: 'calculate', name: 'hitung', calculation: '1' },
    { type: 'yes_no', name: 'dua' },
    { type: 'note', name: 'penutup' },
  )

  test.each<[Record<string, string>, string[]]>([
    [{}, ['salam', 'cara']],
    [{ satu: 'yes' }, ['tengah']],
    [{ satu: 'no' }, ['antara']],
    [{ satu: 'yes', hanya_bila_ya: '1' }, ['antara']],
    [{ satu: 'no', dua: 'no' }, ['penutup']],
  ])('after %o these stand before what comes: %o', (values, notes) => {
    expect(notesBefore(survey, answersOf(values))).toEqual(notes)
  })

  test('going back shows the notes of that question', () => {
    expect(notesBefore(survey, answersOf({ satu: 'no', dua: 'no' }, 'dua'))).toEqual(['antara'])
    expect(notesBefore(survey, answersOf({ satu: 'no', dua: 'no' }, 'satu'))).toEqual(['salam', 'cara'])
  })

  test('a survey of nothing but notes is done at once', () => {
    const onlyNotes = surveyOf({ type: 'note', name: 'pengumuman' })
    expect(asks(onlyNotes, answersOf({}))).toBe('done')
    expect(notesBefore(onlyNotes, answersOf({}))).toEqual(['pengumuman'])
  })
})

describe('what is kept', () => {
  test('answers that became hidden are left out, and are there again when asked for again', () => {
    const survey = surveyOf(...anak)
    const values = { punya_anak: 'no', jumlah_anak: '2', saran: '' }
    expect(kept(survey, answersOf(values))).toEqual({ punya_anak: 'no', saran: '' })
    expect(kept(survey, answersOf({ ...values, punya_anak: 'yes' }))).toEqual({
      punya_anak: 'yes',
      jumlah_anak: '2',
      saran: '',
    })
  })

  test('hidden answers are blank to every expression', () => {
    const survey = surveyOf(
      { type: 'yes_no', name: 'punya_anak' },
      { type: 'integer', name: 'anak', relevant: "${punya_anak} = 'yes'" },
      { type: 'calculate', name: 'jumlah', calculation: 'coalesce(${anak}, 0) + 1' },
      { type: 'text', name: 'cerita', relevant: '${anak} > 0' },
    )
    expect(kept(survey, answersOf({ punya_anak: 'yes', anak: '2', cerita: 'x' }))).toMatchObject({
      jumlah: '3',
    })
    expect(kept(survey, answersOf({ punya_anak: 'no', anak: '2', cerita: 'x' }))).toEqual({
      punya_anak: 'no',
      jumlah: '1',
    })
  })

  test.each([
    ['${usia} + 1', '36'],
    ['${usia} > 17', '1'],
    ['${usia} > 60', '0'],
    ['${kosong} + 1', ''],
    ['1 div 3', '0.3333333333333333'],
    ['${usia} div 10000000000', '0.0000000035'],
    ['today()', '2026-11-23'],
    ["if(${usia} < 18, 'anak', 'dewasa')", 'dewasa'],
  ])('the calculation %s is kept as "%s"', (calculation, value) => {
    const survey = surveyOf(
      { type: 'integer', name: 'usia' },
      { type: 'integer', name: 'kosong', required: false },
      { type: 'calculate', name: 'hasil', calculation },
    )
    expect(kept(survey, answersOf({ usia: '35', kosong: '' }))).toMatchObject({ hasil: value })
  })

  test('a calculation that does not count now is blank', () => {
    const survey = surveyOf(
      { type: 'integer', name: 'usia' },
      { type: 'calculate', name: 'tua', calculation: "'ya'", relevant: '${usia} > 60' },
      { type: 'text', name: 'pensiun', relevant: "${tua} = 'ya'" },
    )
    expect(kept(survey, answersOf({ usia: '35' }))).toEqual({ usia: '35' })
    expect(asks(survey, answersOf({ usia: '65' }))).toBe('pensiun (2/2)')
  })
})

describe('when a question is relevant', () => {
  test.each<[calculation: string, shown: boolean]>([
    ['${jumlah} > 5', false],
    ['${jumlah} < 5', true],
    ['${jumlah}', false],
    ['${jumlah} + 1', true],
    ['not(${jumlah})', true],
    ["''", false],
  ])('with a calculation %s about zero it is %s', (calculation, shown) => {
    const survey = surveyOf(
      { type: 'integer', name: 'jumlah' },
      { type: 'calculate', name: 'tanda', calculation },
      { type: 'text', name: 'lanjut', relevant: '${tanda}' },
    )
    expect(asks(survey, answersOf({ jumlah: '0' }))).toBe(shown ? 'lanjut (2/2)' : 'done')
  })

  test('a chain through thousands of questions is followed', () => {
    const rows = Array.from(
      { length: 9_998 },
      (_, index): Row => ({
        type: 'calculate',
        name: `c${index}`,
        calculation: index === 0 ? '${awal} + 1' : `\${c${index - 1}} + 1`,
      }),
    )
    const survey = surveyOf({ type: 'integer', name: 'awal' }, ...rows, {
      type: 'text',
      name: 'akhir',
      relevant: '${c9997} = 10000',
      required: '${c9997} = 10000',
    })
    expect(asks(survey, answersOf({ awal: '2' }))).toBe('akhir (2/2)')
    expect(asks(survey, answersOf({ awal: '1' }))).toBe('done')
  })

  test('a question whose list offers nothing is not asked', () => {
    const survey = surveyOf(
      { type: 'select_one', name: 'layanan', list: 'unit_services' },
      { type: 'yes_no', name: 'puas' },
    )
    expect(asks(survey, answersOf({}))).toBe('puas (1/1)')
  })
})

describe('the way back', () => {
  const survey = surveyOf(
    { type: 'note', name: 'salam' },
    { type: 'yes_no', name: 'punya_anak' },
    { type: 'integer', name: 'anak', relevant: "${punya_anak} = 'yes'" },
    { type: 'calculate', name: 'hitung', calculation: '1' },
    { type: 'note', name: 'antara' },
    { type: 'text', name: 'saran' },
  )
  const before = (values: Record<string, string>, path?: string) =>
    itemBefore(
      formOf(survey, answersOf(values)),
      path === undefined ? undefined : itemOf(formOf(survey), path),
    )?.path

  test.each<[Record<string, string>, string | undefined, string | undefined]>([
    [{}, 'punya_anak', undefined],
    [{ punya_anak: 'yes' }, 'anak', 'punya_anak'],
    [{ punya_anak: 'yes', anak: '1' }, 'saran', 'anak'],
    [{ punya_anak: 'no', anak: '1' }, 'saran', 'punya_anak'],
    [{ punya_anak: 'no' }, undefined, 'saran'],
    [{ punya_anak: 'no' }, 'anak', 'punya_anak'],
  ])('after %o, before %s comes %s', (values, path, expected) => {
    expect(before(values, path)).toBe(expected)
  })
})
