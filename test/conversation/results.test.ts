import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, suluhHouse } from './house.ts'

let house: House

beforeEach(async () => {
  house = await suluhHouse()
})
afterEach(async () => {
  const { violations } = house.telegram
  await house.close()
  expect(violations).toEqual([])
})

test('an admin chooses a unit and reads its index, grades, lowest three and the sample', async () => {
  const ratna = await house.admin('Bu Ratna')
  await ratna.opens()
  await ratna.hears('Pelayanan mana')
  await ratna.says('/hasil')
  await ratna.hears('semester 2 tahun 2026')
  await ratna.presses('Puskesmas Muara Tebo')
  const result = (await ratna.hears('IKM:'))?.text ?? ''
  expect(result).toMatch(/IKM: \d\d,\d\d · mutu [ABCD] · /)
  expect(result).toContain('Responden: 96')
  expect(result).toContain('Jumlah responden sudah memenuhi sasaran sampel')
  expect(result).toContain('Termasuk 96 tanggapan contoh')
  expect(result.match(/\d+\. [^:]+: \d\d,\d\d \([ABCD]\)/g)).toHaveLength(12)
  await ratna.presses('Daftar unit')
  await ratna.hears('Silakan pilih unit')
})

test('a unit with too few respondents is called not representative, one without has no index', async () => {
  const ratna = await house.admin('Bu Ratna')
  await ratna.opens()
  await ratna.hears('Pelayanan mana')
  await ratna.says('/hasil')
  await ratna.hears('Silakan pilih unit')
  await ratna.presses('Dinas Kependudukan')
  expect((await ratna.hears('IKM:'))?.text).toContain('Belum representatif: 58 dari 376')
  await ratna.presses('Daftar unit')
  await ratna.hears('Silakan pilih unit')
  await ratna.presses('Dinas Sosial')
  expect((await ratna.hears('Belum ada responden'))?.text).not.toContain('IKM:')
})

test('nobody else sees results, neither by the command nor by an admin’s button', async () => {
  const ratna = await house.admin('Bu Ratna')
  await ratna.opens()
  await ratna.hears('Pelayanan mana')
  const siti = await house.citizen('Siti')
  await siti.opens()
  await siti.hears('Pelayanan mana')
  await ratna.says('/hasil')
  await ratna.hears('Silakan pilih unit')
  const { data } = await ratna.remembers('Puskesmas Muara Tebo')
  await siti.says('/hasil')
  const refusal = await siti.hears('hanya untuk admin')
  await siti.pressesOld({ message: refusal?.id ?? 0, data })
  expect((await siti.hears('hanya untuk admin'))?.text).not.toContain('IKM')
})
