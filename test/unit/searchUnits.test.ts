import { describe, expect, test } from 'vitest'
import { searchUnits } from '../../src/unit/searchUnits.ts'
import type { Unit } from '../../src/unit/unit.ts'

const UNITS: Unit[] = [
  { id: 1, code: 'pkm-muara-tebo', name: 'Puskesmas Muara Tebo', district: 'Tebo Tengah' },
  { id: 2, code: 'pkm-rimbo-bujang', name: 'Puskesmas Rimbo Bujang II', district: 'Rimbo Bujang' },
  { id: 3, code: 'dukcapil', name: 'Dinas Kependudukan dan Pencatatan Sipil', district: 'Tebo Tengah' },
  { id: 4, code: 'kominfo', name: 'Dinas Kominfo dan Persandian', district: 'Tebo Tengah' },
  { id: 5, code: 'rsud', name: 'RSUD Sultan Thaha Saifuddin' },
  { id: 6, code: 'kec-tebo-ilir', name: 'Kantor Camat Tebo Ilir', district: 'Tebo Ilir' },
  { id: 7, code: 'kec-rimbo-bujang', name: 'Kecamatan Rimbo Bujang', district: 'Rimbo Bujang' },
]
const found = (text: string, units = UNITS) => searchUnits(units, text).map(({ id }) => id)

describe('finding a unit', () => {
  test.each<[string, number[]]>([
    ['puskesmas', [1, 2]],
    ['PUSKESMAS!', [1, 2]],
    ['pkm', [1, 2]],
    ['pkm muara', [1]],
    ['muara puskesmas', [1]],
    ['  rimbo   bujang ', [2, 7]],
    ['kesmas', [1, 2]],
    ['capil', [3]],
    ['dukcapil', [3]],
    ['dinas', [3, 4]],
    ['tebo ilir', [6]],
    ['rimbo bujang ii', [2]],
    ['sekolah', []],
    ['puskesmas sekolah', []],
    ['constructor', []],
    ['toString', []],
    ['%_', [1, 2, 3, 4, 5, 6, 7]],
    ['', [1, 2, 3, 4, 5, 6, 7]],
  ])('"%s" finds %o', (text, ids) => {
    expect(found(text)).toEqual(ids)
  })

  test('units whose name begins so come first, then those with a word that begins so', () => {
    expect(found('kec')).toEqual([7, 6])
    expect(found('rs')).toEqual([5, 4])
    expect(found('kecamatan rimbo')).toEqual([7])
    expect(found('kec rimbo')).toEqual([7])
  })

  test('leaves the list it searches as it was', () => {
    const units = [...UNITS].reverse()
    found('rs', units)
    expect(units).toEqual([...UNITS].reverse())
  })

  test('a letter that regular expressions know is only a letter', () => {
    expect(found('(tebo) [ilir] .*')).toEqual([6])
  })
})
