import type { Citizen } from './citizen.ts'

/** Answer words of the satisfaction survey, in its order, as somebody quite content would press them. */
export const CONTENT_ANSWERS = [
  'Sesuai',
  'Mudah',
  'Cepat',
  'Gratis',
  'Sesuai',
  'Kompeten',
  'Sopan dan ramah',
  'Berfungsi kurang maksimal',
  'Baik',
]

/** From the deep link to the first question: greeting, consent. */
export async function begins(citizen: Citizen, unit = 'pkm-muara-tebo'): Promise<void> {
  await citizen.opens(unit)
  await citizen.hears('Selamat datang')
  await citizen.presses('Setuju')
  await citizen.hears('1 dari 16')
}

/** The profile: service, sex, age, schooling, work, disability. */
export async function answersProfile(citizen: Citizen): Promise<void> {
  await citizen.presses('Rawat jalan')
  await citizen.hears('2 dari 16')
  await citizen.presses('Perempuan')
  await citizen.hears('3 dari 16')
  await citizen.says('35')
  await citizen.hears('4 dari 16')
  await citizen.presses('SMA')
  await citizen.hears('5 dari 16')
  await citizen.presses('Petani')
  await citizen.hears('6 dari 16')
  await citizen.presses('Lewati')
  await citizen.hears('7 dari 16')
}

/** The nine elements, each by the number of its answer (1–4). */
export async function answersElements(
  citizen: Citizen,
  numbers: readonly number[] = [3, 3, 3, 4, 3, 3, 3, 3, 3],
): Promise<void> {
  for (const [index, number] of numbers.entries()) {
    await citizen.presses(`${number}. `)
    await citizen.hears(`${8 + index} dari 16`)
  }
}

/** Everything, up to the thanks. */
export async function answersAll(citizen: Citizen, unit = 'pkm-muara-tebo'): Promise<void> {
  await begins(citizen, unit)
  await answersProfile(citizen)
  await answersElements(citizen)
  await citizen.says('Tambah kursi di ruang tunggu')
  await citizen.hears('Periksa jawaban')
  await citizen.presses('Kirim')
  await citizen.hears('Terima kasih atas partisipasi')
}
