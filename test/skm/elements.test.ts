import { expect, test } from 'vitest'
import { ELEMENT_KEYS, ELEMENTS } from '../../src/skm/elements.ts'

test('the elements stand in the order of the regulation: U8 is pengaduan, U9 sarana', () => {
  expect(ELEMENT_KEYS).toEqual([
    'persyaratan',
    'prosedur',
    'waktu',
    'biaya',
    'produk',
    'kompetensi',
    'perilaku',
    'pengaduan',
    'sarana',
  ])
})

test('the cost is judged in its own words, from very expensive to free', () => {
  const biaya = ELEMENTS.find(({ key }) => key === 'biaya')
  expect(biaya?.question.id).toBe(
    'Bagaimana pendapat Bapak/Ibu/Saudara tentang kewajaran biaya/tarif dalam pelayanan?',
  )
  expect(biaya?.answers.map(({ id }) => id)).toEqual(['Sangat mahal', 'Cukup mahal', 'Murah', 'Gratis'])
})

test.each(ELEMENTS)(
  '$key can be told apart by its four answer words in both languages',
  ({ name, question, answers }) => {
    for (const language of ['id', 'en'] as const) {
      expect(name[language]).not.toBe('')
      expect(question[language]).toMatch(/^[A-Z].*[^.]\?$/)
      expect(new Set(answers.map((words) => words[language])).size).toBe(4)
    }
    expect(question.en).not.toBe(question.id)
  },
)
