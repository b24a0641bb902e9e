// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions name questions
import { describe, expect, test } from 'vitest'
import { readAnswer } from '../../../src/survey/answer/readAnswer.ts'
import type { FileKind, Input } from '../../../src/survey/answer/reading.ts'
import type { Attachment } from '../../../src/survey/attachment/attachment.ts'
import { answersOf, formOf, itemOf, leafOf, type Row, surveyOf } from '../asking.ts'

const text = (said: string): Input => ({ type: 'text', text: said })
const button = (index: number): Input => ({ type: 'choice', index })

/** What an input means for one question, after earlier answers. */
function read(row: Row, input: Input, earlier: Record<string, string> = {}, before: Row[] = []) {
  const form = formOf(surveyOf(...before, row), answersOf(earlier))
  return readAnswer(form, itemOf(form, row.name), input)
}

describe('buttons', () => {
  const nilai: Row = { type: 'select_one', name: 'nilai', list: 'nilai' }
  const layanan: Row = { type: 'select_one', name: 'layanan', list: 'layanan' }
  const setuju: Row = { type: 'yes_no', name: 'setuju' }

  test.each<[Row, Input, object]>([
    [nilai, button(0), { value: 'n1' }],
    [nilai, button(3), { value: 'n4' }],
    [nilai, button(4), { problem: 'unknown_choice' }],
    [nilai, { type: 'finish' }, { problem: 'needs_choice' }],
    [nilai, { type: 'other' }, { problem: 'needs_choice' }],
    // A button of an old message, whose choice was retired since.
    [layanan, button(2), { problem: 'unknown_choice' }],
    [layanan, button(4), { value: 'akta' }],
    [setuju, button(0), { value: 'yes' }],
    [setuju, button(1), { value: 'no' }],
    [setuju, button(2), { problem: 'unknown_choice' }],
    [{ type: 'integer', name: 'usia' }, button(0), { problem: 'needs_number' }],
    [{ type: 'date', name: 'tanggal' }, { type: 'other' }, { problem: 'needs_date' }],
    [{ type: 'text', name: 'saran' }, { type: 'other' }, { problem: 'needs_text' }],
  ])('for %o, %o gives %o', (row, input, reading) => {
    expect(read(row, input)).toEqual(reading)
  })
})

describe('several choices by buttons', () => {
  const layanan: Row = { type: 'select_multiple', name: 'layanan', list: 'layanan' }
  const ticking = (ticked: string, input: Input, row = layanan) => read(row, input, { layanan: ticked })

  test('ticks come and go in the order of the list, and the question stays', () => {
    expect(ticking('', button(4))).toEqual({ value: 'akta', stays: true })
    expect(ticking('akta', button(0))).toEqual({ value: 'ktp akta', stays: true })
    expect(ticking('ktp akta', button(4))).toEqual({ value: 'ktp', stays: true })
    expect(ticking('ktp', button(0))).toEqual({ value: '', stays: true })
    expect(ticking('ktp', button(2))).toEqual({ problem: 'unknown_choice' })
  })

  test('what is ticked is the answer once the person is done', () => {
    expect(ticking('ktp akta', { type: 'finish' })).toEqual({ value: 'ktp akta' })
    expect(ticking('', { type: 'finish' })).toEqual({ problem: 'needs_answer' })
    expect(ticking('', { type: 'finish' }, { ...layanan, required: false })).toEqual({ value: '' })
  })

  test('typed choices take the place of the ticks', () => {
    expect(ticking('akta', text('1, 2'))).toEqual({ value: 'ktp kk' })
  })

  test('a constraint is looked at when the person is done, not at each tick', () => {
    const atLeastTwo: Row = { ...layanan, constraint: 'count-selected(.) >= 2' }
    expect(ticking('', button(0), atLeastTwo)).toEqual({ value: 'ktp', stays: true })
    expect(ticking('ktp', { type: 'finish' }, atLeastTwo)).toEqual({ problem: 'constraint' })
    expect(ticking('ktp kk', { type: 'finish' }, atLeastTwo)).toEqual({ value: 'ktp kk' })
  })
})

describe('words', () => {
  const saran: Row = { type: 'text', name: 'saran' }

  test.each([
    ['  Bagus  ', 'Bagus'],
    ['satu\ndua', 'satu\ndua'],
    ['a\0b', 'ab'],
    ['a\ud800b', 'a\ufffdb'],
    ['Cafe\u0301', 'Café'],
    ['👍👍👍👍👍👍👍👍👍👍', '👍👍👍👍👍👍👍👍👍👍'],
    ['<b>&', '<b>&'],
  ])('%o is kept as %o', (said, value) => {
    expect(read(saran, text(said))).toEqual({ value })
  })

  test('longer than fits is told with both lengths, in letters as people count them', () => {
    expect(read(saran, text('👍'.repeat(4001)))).toEqual({ problem: 'too_long', max: 4000, length: 4001 })
  })

  test.each(['', '   ', '\0', '\n\n'])('%o is no answer', (said) => {
    expect(read(saran, text(said))).toEqual({ problem: 'needs_answer' })
    expect(read({ ...saran, required: false }, text(said))).toEqual({ value: '' })
  })
})

describe('dates within bounds', () => {
  const tanggal: Row = { type: 'date', name: 'tanggal', min: '2025-01-01', max: '2025-12-31' }

  test.each<[string, object]>([
    ['1/1/2025', { value: '2025-01-01' }],
    ['31 Desember 2025', { value: '2025-12-31' }],
    ['31/12/2024', { problem: 'too_early', min: '2025-01-01' }],
    ['1/1/2026', { problem: 'too_late', max: '2025-12-31' }],
    ['31/2/2025', { problem: 'needs_date' }],
  ])('"%s" gives %o', (said, reading) => {
    expect(read(tanggal, text(said))).toEqual(reading)
  })
})

describe('leaving a question blank', () => {
  const usia: Row = { type: 'integer', name: 'usia' }

  test('is refused where an answer is needed', () => {
    expect(read(usia, { type: 'skip' })).toEqual({ problem: 'needs_answer' })
    expect(read(usia, text('lewati'))).toEqual({ problem: 'needs_number' })
    expect(read({ type: 'text', name: 'nama' }, text('Skip'))).toEqual({ value: 'Skip' })
  })

  test.each<[Input]>([[{ type: 'skip' }], [text('-')], [text('Lewati')], [text(' SKIP ')], [text('kosong')]])(
    'by %o is allowed where none is needed',
    (input) => {
      const optional = { required: false }
      expect(read({ ...usia, ...optional }, input)).toEqual({ value: '' })
      expect(read({ type: 'text', name: 'saran', ...optional }, input)).toEqual({ value: '' })
      expect(read({ type: 'select_one', name: 'nilai', list: 'nilai', ...optional }, input)).toEqual({
        value: '',
      })
    },
  )

  test('a choice that is called "Kosong" can be chosen by its word', () => {
    expect(
      read({ type: 'select_one', name: 'kursi', list: 'kursi', required: false }, text('kosong')),
    ).toEqual({
      value: 'tak_ada',
    })
  })

  test('may depend on what was answered before', () => {
    const survey = surveyOf(usia, { type: 'text', name: 'wali', required: '${usia} < 18' })
    const at = (age: string) => formOf(survey, answersOf({ usia: age }))
    const isRequired = (age: string) => at(age).isRequired(leafOf(at(age), 'wali'))
    expect([isRequired('15'), isRequired('35'), isRequired('')]).toEqual([true, false, false])
    const skipped = (age: string) => {
      const form = at(age)
      return readAnswer(form, itemOf(form, 'wali'), { type: 'skip' })
    }
    expect(skipped('15')).toEqual({ problem: 'needs_answer' })
    expect(skipped('35')).toEqual({ value: '' })
  })
})

describe('constraints', () => {
  const anggota: Row = { type: 'integer', name: 'anggota' }

  test('compare with earlier answers and give their own words', () => {
    const message = { id: 'Tidak boleh lebih banyak dari anggota keluarga.' }
    const anak: Row = {
      type: 'integer',
      name: 'anak',
      constraint: '. < ${anggota}',
      constraint_message: message,
    }
    expect(read(anak, text('3'), { anggota: '5' }, [anggota])).toEqual({ value: '3' })
    expect(read(anak, text('5'), { anggota: '5' }, [anggota])).toEqual({ problem: 'constraint', message })
  })

  test('may name their own question and mean the answer under test, not the one before', () => {
    const usia: Row = { type: 'integer', name: 'usia', constraint: '${usia} >= 17 and . <= 110' }
    expect(read(usia, text('16'), { usia: '35' })).toMatchObject({ problem: 'constraint' })
    expect(read(usia, text('17'), { usia: '5' })).toEqual({ value: '17' })
  })

  test('see no answers of questions that are hidden', () => {
    const punya: Row = { type: 'yes_no', name: 'punya' }
    const hidden: Row = { ...anggota, relevant: "${punya} = 'yes'" }
    const anak: Row = { type: 'integer', name: 'anak', constraint: "${anggota} = '' or . < ${anggota}" }
    expect(read(anak, text('9'), { punya: 'no', anggota: '5' }, [punya, hidden])).toEqual({ value: '9' })
    expect(read(anak, text('9'), { punya: 'yes', anggota: '5' }, [punya, hidden])).toEqual({
      problem: 'constraint',
    })
  })

  test('are not asked about a blank answer', () => {
    const usia: Row = { type: 'integer', name: 'usia', constraint: '. > 5', required: false }
    expect(read(usia, { type: 'skip' })).toEqual({ value: '' })
  })

  test('may look at the day', () => {
    const lahir: Row = { type: 'date', name: 'lahir', constraint: '. <= today()' }
    expect(read(lahir, text('23 November 2026'))).toEqual({ value: '2026-11-23' })
    expect(read(lahir, text('24 November 2026'))).toEqual({ problem: 'too_late', max: '2026-11-23' })
  })

  test.each<[constraint: string, said: string, problem: object]>([
    ['. >= 17 and . <= 110', '16', { problem: 'too_small', min: 17 }],
    ['. >= 17 and . <= 110', '111', { problem: 'too_large', max: 110 }],
    ['. > 16 and 100 > .', '16', { problem: 'too_small', min: 17 }],
    ['. > 16 and 100 > .', '100', { problem: 'too_large', max: 99 }],
    ['. >= -5', '-6', { problem: 'too_small', min: -5 }],
    ['. >= 10 and . mod 2 = 0', '13', { problem: 'constraint' }],
    ['. < 5 or . > 10', '7', { problem: 'constraint' }],
    ['. != 3', '3', { problem: 'constraint' }],
  ])('without a message, %s still says what is expected of %s', (constraint, said, problem) => {
    expect(read({ type: 'integer', name: 'usia', constraint }, text(said))).toEqual(problem)
  })
})

test('a note or a calculation cannot be answered', () => {
  expect(() => read({ type: 'note', name: 'salam' }, text('ya'))).toThrow('salam is not a question')
  expect(() => read({ type: 'calculate', name: 'hitung', calculation: '1' }, text('ya'))).toThrow('hitung')
})

describe('files', () => {
  const sent = (kind: FileKind, changes: Partial<Attachment> = {}, caption?: string): Input => ({
    type: 'file',
    kind,
    attachment: { name: 'ab.jpg', fileId: 'x', mimeType: 'image/jpeg', size: 9, ...changes },
    ...(caption !== undefined && { caption }),
  })
  const tooBig = { problem: 'file_too_big', most: 20_000_000 }

  test.each<[string, Input, object]>([
    ['image', sent('image'), { value: 'ab.jpg' }],
    ['image', sent('image', {}, 'ini dia'), { value: 'ab.jpg' }],
    ['image', sent('video'), { problem: 'needs_image' }],
    ['image', text('ab.jpg'), { problem: 'needs_image' }],
    ['audio', sent('audio'), { value: 'ab.jpg' }],
    ['audio', sent('file'), { problem: 'needs_audio' }],
    ['video', sent('image'), { problem: 'needs_video' }],
    ['file', sent('image'), { value: 'ab.jpg' }],
    ['file', sent('file', { mimeType: null }), { value: 'ab.jpg' }],
    ['file', { type: 'other' }, { problem: 'needs_file' }],
    ['file', sent('file', { size: 20_000_000 }), { value: 'ab.jpg' }],
    ['file', sent('file', { size: 20_000_001 }), tooBig],
    ['image', sent('image', { size: null }), { value: 'ab.jpg' }],
    ['file', sent('file', { mimeType: 'application/zip' }), { problem: 'file_unknown_type' }],
    ['text', sent('image', {}, ' berlubang '), { value: 'berlubang' }],
    ['text', sent('image'), { problem: 'needs_text' }],
    ['integer', sent('image', {}, '5'), { problem: 'needs_number' }],
    ['geopoint', sent('image', {}, '-1.49, 102.44'), { problem: 'needs_place' }],
  ])('%s: %o gives %o', (type, input, reading) => {
    expect(read({ type, name: 'jawaban' }, input)).toEqual(reading)
  })
})
