import { describe, expect, test } from 'vitest'
import { readAnswer } from '../../../src/survey/answer/readAnswer.ts'
import { readChoice, readChoices } from '../../../src/survey/answer/readWords.ts'
import { formOf, itemOf, leafOf, surveyOf } from '../asking.ts'

const survey = surveyOf(
  { type: 'yes_no', name: 'setuju' },
  { type: 'select_one', name: 'persyaratan', list: 'nilai' },
  { type: 'select_one', name: 'layanan', list: 'layanan' },
  { type: 'select_one', name: 'tahun', list: 'tahun' },
  { type: 'select_one', name: 'tempat', list: 'tempat' },
)
const form = formOf(survey)
const question = (path: string) => form.offered(leafOf(form, path))

test('a message full of commas is read in no time, however long the list', () => {
  const desa = Array.from({ length: 2000 }, (_, at) => ({
    name: `d${at}`,
    label: { id: `Desa ${at} Ulu` },
    index: at,
    text: {},
  }))
  const named = Array.from({ length: 300 }, (_, at) => `Desa ${at} Ulu`).join(',')
  const began = performance.now()
  expect(readChoices(desa, 'x,'.repeat(2047))).toEqual({ problem: 'unknown_choice' })
  expect(readChoices(desa, 'abc dan '.repeat(500))).toEqual({ problem: 'no_such_choice' })
  expect(readChoices(desa, named)).toMatchObject({ value: expect.stringMatching(/^d0 d1 .* d299$/) })
  // It took five seconds, in which nobody else was heard.
  expect(performance.now() - began).toBeLessThan(4_000)
})

describe('yes and no', () => {
  const say = (text: string) => readAnswer(form, itemOf(form, 'setuju'), { type: 'text', text })

  test.each(['ya', 'Ya.', 'YA!', 'iya', 'iyo', 'y', 'yes', 'ok', 'sudah', '1', ' ya '])(
    '"%s" is yes',
    (text) => {
      expect(say(text)).toEqual({ value: 'yes' })
    },
  )

  test.each(['tidak', 'Tidak.', 'tdk', 'gak', 'ga', 'nggak', 'ngga', 'idak', 'dak', 'belum', 'no', '2'])(
    '"%s" is no',
    (text) => {
      expect(say(text)).toEqual({ value: 'no' })
    },
  )

  test.each(['mungkin', 'ya dan tidak', '3', '0', '', '👍'])('"%s" is neither', (text) => {
    expect(say(text)).toMatchObject({ problem: expect.stringMatching(/^(unknown_choice|needs_answer)$/) })
  })
})

describe('one choice of several', () => {
  test.each([
    ['persyaratan', '1', 'n1'],
    ['persyaratan', '4', 'n4'],
    ['persyaratan', '4.', 'n4'],
    ['persyaratan', '3)', 'n3'],
    ['persyaratan', 'sesuai', 'n3'],
    ['persyaratan', 'SESUAI!', 'n3'],
    ['persyaratan', 'sangat  sesuai', 'n4'],
    ['persyaratan', 'sangat', 'n4'],
    ['persyaratan', 'very suitable', 'n4'],
    ['persyaratan', 'kur', 'n2'],
    // A retired choice has neither button nor number: what follows it moves up.
    ['layanan', '2', 'kk'],
    ['layanan', '3', 'sopan'],
    ['layanan', '4', 'akta'],
    ['layanan', 'akta', 'akta'],
    ['tahun', '2', 'b'],
    ['tahun', '2024', 'a'],
    ['tempat', 'puskesmas r', 'rimbo'],
  ])('for %s, "%s" means %s', (path, typed, value) => {
    expect(readChoice(question(path), typed)).toEqual({ value })
  })

  test.each([
    ['persyaratan', '0'],
    ['persyaratan', '5'],
    ['persyaratan', '-1'],
    ['persyaratan', '1.5'],
    ['persyaratan', 'bagus'],
    ['persyaratan', '.'],
    ['layanan', '5'],
    ['layanan', 'Surat lama'],
    ['layanan', 'lama'],
    ['layanan', 'k'],
    ['tahun', '2026'],
  ])('for %s, "%s" means no choice', (path, typed) => {
    expect(readChoice(question(path), typed)).toEqual({ problem: 'unknown_choice' })
  })
})

describe('several choices at once', () => {
  test.each([
    ['1', 'ktp'],
    ['1,2', 'ktp kk'],
    ['4 1', 'ktp akta'],
    ['1, 2 dan 4', 'ktp kk akta'],
    ['1 & 4', 'ktp akta'],
    ['1. 2.', 'ktp kk'],
    ['2,2,2', 'kk'],
    ['ktp, kartu keluarga', 'ktp kk'],
    ['Akta kelahiran dan KTP elektronik', 'ktp akta'],
    ['Sopan dan ramah', 'sopan'],
    ['Sopan dan ramah, Kartu Keluarga', 'kk sopan'],
    ['akta\nktp', 'ktp akta'],
    ['1, akta', 'ktp akta'],
  ])('"%s" is %s, in the order of the list', (typed, value) => {
    expect(readChoices(question('layanan'), typed)).toEqual({ value })
  })

  test.each(['1, 5', 'ktp, SIM', ',', '3, lama', 'semua'])(
    '"%s" holds a choice that is not there',
    (typed) => {
      expect(readChoices(question('layanan'), typed)).toEqual({ problem: 'unknown_choice' })
    },
  )
})

test('words are understood without their hyphens, and "tdk" is "tidak"', () => {
  const choices = ['Laki-laki', 'Perempuan', 'Tidak mudah', 'Kurang mudah', 'D1–D3'].map((id, at) => ({
    name: `c${at}`,
    label: { id },
    index: at,
    text: {},
  }))
  for (const [typed, value] of [
    ['laki laki', 'c0'],
    ['tdk mudah', 'c2'],
    ['d1-d3', 'c4'],
  ] as const) {
    expect(readChoice(choices, typed)).toEqual({ value })
  }
})
