// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions name questions
import { describe, expect, test } from 'vitest'
import { readAnswer } from '../../../src/survey/answer/readAnswer.ts'
import type { Input } from '../../../src/survey/answer/reading.ts'
import { perform } from '../../../src/survey/interview/answering.ts'
import type { Form } from '../../../src/survey/interview/form.ts'
import { interview, itemBefore, relevantAnswers } from '../../../src/survey/interview/interview.ts'
import { newestInstance } from '../../../src/survey/interview/newestInstance.ts'
import type { Series } from '../../../src/survey/interview/nodes.ts'
import { itemAt, placeOf } from '../../../src/survey/interview/place.ts'
import { isNewestEmpty, removeNewest } from '../../../src/survey/interview/removeNewest.ts'
import { formOf, itemOf, type Row, surveyOf } from '../asking.ts'

const say = (text: string): Input => ({ type: 'text', text })

/** Answers what is asked, in turn; gives what was asked. */
function conversation(form: Form, ...said: string[]): { form: Form; asked: string[] } {
  const asked: string[] = []
  let now = form
  for (const words of said) {
    const next = interview(now)
    if (!('ask' in next)) throw new Error(`nothing is asked before "${words}"`)
    asked.push(next.ask.path)
    const reading = readAnswer(now, next.ask, say(words))
    if ('problem' in reading) throw new Error(`${next.ask.path}: ${reading.problem}`)
    now = perform(now, { path: next.ask.path, value: reading.value, reopens: false }).form
  }
  return { form: now, asked }
}

const asksNow = (form: Form) => {
  const now = interview(form)
  return 'ask' in now ? now.ask.path : 'done'
}
const kept = (form: Form) =>
  Object.fromEntries(relevantAnswers(form).map(({ item, value }) => [item.path, value]))

const ANGGOTA: Row = {
  type: 'repeat',
  name: 'anggota',
  label: { id: 'Anggota keluarga' },
  children: [
    { type: 'text', name: 'sebutan' },
    { type: 'integer', name: 'umur' },
    { type: 'yes_no', name: 'kerja', relevant: '${umur} > 15' },
  ],
}

describe('a repeat', () => {
  const survey = surveyOf(
    ANGGOTA,
    { type: 'calculate', name: 'jumlah', calculation: 'sum(${umur})' },
    { type: 'text', name: 'saran' },
  )

  test('is asked once, and then whether there is one more', () => {
    const { form, asked } = conversation(formOf(survey), 'Ani', '40', 'ya', 'ya', 'Budi', '7', 'tidak')
    expect(asked).toEqual([
      'anggota[1]/sebutan',
      'anggota[1]/umur',
      'anggota[1]/kerja',
      'anggota',
      'anggota[2]/sebutan',
      'anggota[2]/umur',
      'anggota',
    ])
    expect(asksNow(form)).toBe('saran')
    expect(kept(form)).toMatchObject({ jumlah: '47', 'anggota[2]/umur': '7' })
  })

  test('can grow again when one goes back to it, and shrink by its last instance', () => {
    const { form } = conversation(formOf(survey), 'Ani', '40', 'ya', 'tidak', 'Baik')
    const more = readAnswer(form, itemOf(form, 'anggota'), { type: 'more', isMore: true })
    expect(more).toEqual({ value: '2+' })
    const grown = perform(form, { path: 'anggota', value: '2+', reopens: false }).form
    expect(asksNow(grown)).toBe('anggota[2]/sebutan')
    const shrunk = perform(grown, removeNewest(grown, itemOf(grown, 'anggota') as Series, false)).form
    expect(asksNow(shrunk)).toBe('done')
    expect(kept(shrunk)).not.toHaveProperty('anggota[2]/sebutan')
  })

  test('an instance that went and comes again begins empty, and the others keep their places', () => {
    const { form } = conversation(formOf(survey), 'Ani', '40', 'ya', 'ya', 'Budi', '7', 'ya', 'Citra', '9')
    const series = itemOf(form, 'anggota') as Series
    const { form: without, act } = perform(form, removeNewest(form, series, true))
    expect(act).toMatchObject({ value: '2', dropped: ['anggota[3]/sebutan', 'anggota[3]/umur'] })
    expect(asksNow(without)).toBe('anggota')
    const again = perform(without, { path: 'anggota', value: '3+', reopens: false }).form
    expect(asksNow(again)).toBe('anggota[3]/sebutan')
    expect(isNewestEmpty(again, itemOf(again, 'anggota') as Series)).toBe(true)
    expect(kept(again)).toMatchObject({ 'anggota[1]/sebutan': 'Ani', 'anggota[2]/sebutan': 'Budi' })
  })

  test('none of it may go as well', () => {
    const form = formOf(survey)
    const { series, isAtFirst } = newestInstance(form, itemOf(form, 'anggota[1]/sebutan')) ?? {}
    expect(isAtFirst).toBe(true)
    const { form: without } = perform(form, removeNewest(form, series as Series, false))
    expect(asksNow(without)).toBe('saran')
  })

  test('only the last instance can go, from its first question on', () => {
    const { form } = conversation(formOf(survey), 'Ani', '40', 'ya', 'ya', 'Budi')
    const at = (path: string) => newestInstance(form, itemOf(form, path))?.isAtFirst
    expect(['anggota[1]/sebutan', 'anggota[2]/sebutan', 'anggota[2]/umur', 'saran'].map(at)).toEqual([
      undefined,
      true,
      false,
      undefined,
    ])
  })

  test('the way back leads into the instance before', () => {
    const { form } = conversation(formOf(survey), 'Ani', '40', 'ya', 'ya')
    const before = itemBefore(form, itemOf(form, 'anggota[2]/sebutan'))
    expect(before?.path).toBe('anggota[1]/kerja')
  })

  test('a button carries which instance it means', () => {
    const { form } = conversation(formOf(survey), 'Ani', '40', 'ya', 'ya', 'Budi')
    for (const path of ['anggota[1]/umur', 'anggota[2]/umur', 'anggota', 'saran'])
      expect(itemAt(form, placeOf(itemOf(form, path)))?.path).toBe(path)
    for (const place of ['2-9', '2-0', '2', '99', 'x-y', '', '4']) expect(itemAt(form, place)).toBeUndefined()
  })
})

test('how often a repeat with a count is there is not for people to say', () => {
  const form = formOf(surveyOf({ ...ANGGOTA, repeat_count: '2' }))
  expect(newestInstance(form, itemOf(form, 'anggota[2]/sebutan'))).toBeUndefined()
})

test('a repeat with a count is there as often as it says, and follows it', () => {
  const survey = surveyOf({ type: 'integer', name: 'n' }, { ...ANGGOTA, repeat_count: '${n}' })
  const { form, asked } = conversation(formOf(survey), '2', 'Ani', '3', 'Budi', '4')
  expect(asked).not.toContain('anggota')
  expect(asksNow(form)).toBe('done')
  const fewer = perform(form, { path: 'n', value: '1', reopens: false }).form
  expect(Object.keys(kept(fewer))).toEqual(['n', 'anggota[1]/sebutan', 'anggota[1]/umur'])
  for (const n of ['', '-3', '0'])
    expect(Object.keys(kept(perform(form, { path: 'n', value: n, reopens: false }).form))).toEqual(['n'])
  const huge = perform(form, { path: 'n', value: '999999999', reopens: false }).form
  expect(itemOf(huge, 'anggota[1000]/umur').path).toBe('anggota[1000]/umur')
})

test('repeats inside repeats cannot fill the memory, nor predicates inside predicates the time', () => {
  const inner: Row = {
    type: 'repeat',
    name: 'b',
    repeat_count: '1000',
    children: [{ type: 'text', name: 'x' }],
  }
  const survey = surveyOf(
    { type: 'repeat', name: 'a', repeat_count: '1000', children: [inner] },
    { type: 'calculate', name: 'c', calculation: 'count(${b}[count(${b}[count(${b}) > 0]) > 0])' },
  )
  const form = formOf(survey)
  expect(relevantAnswers(form).length).toBeLessThanOrEqual(10_001)
})

test('a repeat inside a repeat begins empty in an instance that was added, as in ODK', () => {
  const survey = surveyOf({
    type: 'repeat',
    name: 'rumah',
    children: [
      { type: 'text', name: 'alamat' },
      { type: 'repeat', name: 'orang', children: [{ type: 'text', name: 'sebutan' }] },
    ],
  })
  const { asked } = conversation(
    formOf(survey),
    'A',
    'Ani',
    'tidak',
    'ya',
    'B',
    'ya',
    'Budi',
    'tidak',
    'tidak',
  )
  expect(asked).toEqual([
    'rumah[1]/alamat',
    'rumah[1]/orang[1]/sebutan',
    'rumah[1]/orang',
    'rumah',
    'rumah[2]/alamat',
    'rumah[2]/orang',
    'rumah[2]/orang[1]/sebutan',
    'rumah[2]/orang',
    'rumah',
  ])
})

describe('values that are computed at a moment and kept', () => {
  test('a triggered calculation runs when its trigger changes, and only then', () => {
    const survey = surveyOf(
      { type: 'text', name: 'a' },
      { type: 'integer', name: 'n' },
      { type: 'calculate', name: 'c', calculation: '${n} + 1', trigger: ['a'] },
      { type: 'calculate', name: 'jam', calculation: 'now()', trigger: ['a'] },
    )
    const start = formOf(survey)
    const n = perform(start, { path: 'n', value: '1', reopens: false }).form
    expect(kept(n)).toMatchObject({ c: '', jam: '' })
    const first = perform(n, { path: 'a', value: 'x', reopens: false })
    expect(first.act.kept).toEqual({ c: '2', jam: '2026-11-23T08:30:00.000+07:00' })
    const later = perform(first.form, { path: 'n', value: '5', reopens: false }).form
    expect(kept(later)).toMatchObject({ c: '2' })
    expect(kept(perform(later, { path: 'a', value: 'y', reopens: false }).form)).toMatchObject({ c: '6' })
    expect(kept(perform(later, { path: 'a', value: 'x', reopens: false }).form)).toMatchObject({ c: '2' })
  })

  test('once() keeps the first value that is not blank', () => {
    const survey = surveyOf(
      { type: 'text', name: 'a' },
      { type: 'calculate', name: 'pertama', calculation: 'once(${a})' },
    )
    const one = perform(formOf(survey), { path: 'a', value: 'x', reopens: false }).form
    expect(kept(perform(one, { path: 'a', value: 'y', reopens: false }).form)).toMatchObject({ pertama: 'x' })
  })

  test('a dynamic default is evaluated when its instance begins, and stays', () => {
    const survey = surveyOf(
      { type: 'text', name: 'desa' },
      {
        type: 'repeat',
        name: 'r',
        children: [
          { type: 'text', name: 'asal', default: '${desa}' },
          { type: 'text', name: 'x' },
        ],
      },
    )
    const { form } = conversation(formOf(survey), 'Teluk', 'Sumay', 'x', 'ya')
    const now = interview(form)
    expect('ask' in now && now.ask.kind === 'question' && form.stored(now.ask)).toBe('Teluk')
    const moved = perform(form, { path: 'desa', value: 'Betung', reopens: false }).form
    expect(moved.stored(itemOf(moved, 'r[2]/asal') as never)).toBe('Teluk')
  })

  test('a question filled in by a calculation is asked again when what it is computed from changes', () => {
    const survey = surveyOf(
      { type: 'integer', name: 'luas' },
      { type: 'integer', name: 'pajak', calculation: '${luas} * 2' },
    )
    const { form } = conversation(formOf(survey), '10', '25')
    expect(kept(form)).toEqual({ luas: '10', pajak: '25' })
    const changed = perform(form, { path: 'luas', value: '11', reopens: false })
    expect(changed.act.dropped).toEqual(['pajak'])
    expect(asksNow(changed.form)).toBe('pajak')
    expect(kept(changed.form)).toEqual({ luas: '11', pajak: '22' })
  })

  test('most surveys store nothing beside the answer', () => {
    const form = formOf(surveyOf({ type: 'text', name: 'a' }))
    expect(perform(form, { path: 'a', value: 'x', reopens: false }).act).toEqual({
      path: 'a',
      value: 'x',
      reopens: false,
    })
  })
})

test('a choice that drops off the list counts as not chosen, and comes back with it', () => {
  const survey = surveyOf(
    { type: 'text', name: 'kecamatan' },
    { type: 'select_one', name: 'desa', list: 'desa', choice_filter: 'kecamatan = ${kecamatan}' },
    { type: 'note', name: 'pilihan', label: { id: 'Desa: ${desa}' } },
  )
  const { form } = conversation(formOf(survey), 'ilir', 'Betung')
  expect(kept(form)).toMatchObject({ desa: 'betung' })
  const moved = perform(form, { path: 'kecamatan', value: 'ulu', reopens: false }).form
  expect(kept(moved)).toMatchObject({ desa: '' })
  expect(asksNow(moved)).toBe('desa')
  const back = perform(moved, { path: 'kecamatan', value: 'ilir', reopens: false }).form
  expect(kept(back)).toMatchObject({ desa: 'betung' })
})

test('a random order is the same at every look, another for another response, and ODK’s own for a given seed', () => {
  const rows: Row[] = [{ type: 'select_one', name: 'q', list: 'nilai', parameters: { randomize: 'true' } }]
  const order = (seed: number, own?: string) => {
    const seeded = own ? [{ ...rows[0], parameters: { randomize: 'true', seed: own } } as Row] : rows
    const form = formOf(surveyOf(...seeded), undefined, { ...formOf(surveyOf(...rows)).context, seed })
    return form.offered(itemOf(form, 'q') as never).map(({ name }) => name)
  }
  expect(order(7)).toEqual(order(7))
  expect(new Set(Array.from({ length: 50 }, (_, seed) => order(seed + 1).join())).size).toBeGreaterThan(5)
  expect(order(1, '42')).toEqual(order(2, '42'))
})
