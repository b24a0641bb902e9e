import fc from 'fast-check'
import { expect, test } from 'vitest'
import { variableNames } from '../../../src/survey/export/variableNames.ts'

test.each([
  [['usia'], 'usia'],
  [['jenis-kelamin'], 'jenis_kelamin'],
  [['prénom'], 'prenom'],
  [['2026'], 'v_2026'],
  [['_x'], 'v_x'],
  [['akhir.'], 'akhir'],
  [['by'], 'by_v'],
  [['年齢'], 'v'],
  [['a'.repeat(80)], 'a'.repeat(64)],
])('%o becomes %s', (wanted, name) => {
  expect(variableNames()(...wanted)).toBe(name)
})

test('the same name again takes the next wanted one, then a number', () => {
  const nameFor = variableNames()
  expect([nameFor('usia', 'a/usia'), nameFor('Usia', 'b/usia'), nameFor('usia', 'b/usia')]).toEqual([
    'usia',
    'b_usia',
    'b_usia_2',
  ])
})

test('whatever is wanted, SPSS takes every name and no two are alike', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ maxLength: 90 }), fc.constantFrom('all', 'A', 'a', '.', 'x_2'))),
      (wanted) => {
        const nameFor = variableNames()
        const names = wanted.map((each) => nameFor(each))
        for (const name of names) {
          expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_.]{0,63}$/)
          expect(name).not.toMatch(/[._]$|^(all|and|by|eq|ge|gt|le|lt|ne|not|or|to|with)$/i)
        }
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
      },
    ),
  )
})
