import { describe, expect, test } from 'vitest'
import { ELEMENT_KEYS } from '../../src/skm/elements.ts'
import { type Questionnaire, tallyOf } from '../../src/skm/tally.ts'

const KEYS = ['waktu', 'biaya']

describe('counting questionnaires', () => {
  test('only complete ones are in the totals; the others are counted apart', () => {
    const tally = tallyOf(
      [
        { waktu: 4, biaya: 3 },
        { waktu: '2', biaya: '1' },
        { waktu: 4 },
        { waktu: 4, biaya: null },
        { waktu: 4, biaya: '' },
        { waktu: undefined, biaya: 1 },
        {},
      ],
      KEYS,
    )
    expect(tally).toEqual({
      n: 2,
      incomplete: 5,
      elements: [
        { key: 'waktu', total: 6 },
        { key: 'biaya', total: 4 },
      ],
    })
  })

  test('none at all is a tally too, of the nine elements unless others are named', () => {
    expect(tallyOf([])).toEqual({
      n: 0,
      incomplete: 0,
      elements: ELEMENT_KEYS.map((key) => ({ key, total: 0 })),
    })
  })

  test('what else a response holds is left alone', () => {
    const response = { waktu: '4', biaya: '4', usia: '35', saran: 'Terima kasih' }
    expect(tallyOf([response], KEYS)).toMatchObject({ n: 1, incomplete: 0 })
  })

  test.each([0, 5, 2.5, -1, Number.NaN, '0', '5', '3.0', ' 3', 'baik'])('%j is no answer', (waktu) => {
    expect(() => tallyOf([{ waktu, biaya: 1 }], KEYS)).toThrow(RangeError)
    const incomplete: Questionnaire = { waktu }
    expect(() => tallyOf([incomplete], KEYS)).toThrow(/waktu/)
  })

  test('an element that comes twice is refused', () => {
    expect(() => tallyOf([], ['waktu', 'waktu'])).toThrow(RangeError)
  })
})
