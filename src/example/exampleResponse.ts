import { ELEMENTS } from '../skm/elements.ts'
import { QUESTIONNAIRE } from '../skm/questionnaire.ts'
import type { Choice } from '../survey/definition/definition.ts'
import { randomId } from '../survey/respondent.ts'
import type { ExampleUnit } from './regency.ts'

/** Elements that go well or badly nearly everywhere, so that the lowest three tell a story. */
const TENDENCIES: Record<string, number> = {
  biaya: 0.28,
  perilaku: 0.08,
  waktu: -0.14,
  sarana: -0.18,
  pengaduan: -0.06,
}

const SUGGESTIONS = [
  'Mohon kursi ruang tunggu ditambah.',
  'Antrean terlalu lama di pagi hari.',
  'Petugas ramah, terima kasih.',
  'Mohon jam layanan ditempel di depan.',
  'Sudah baik, pertahankan.',
  'AC di ruang tunggu mati.',
]

/** A made-up response of a visitor of this unit, about as content as the unit's visitors are. */
export function exampleResponse(
  { contentment }: ExampleUnit,
  services: readonly { code: string }[],
  random: () => number,
) {
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const from = (list: string) => one(QUESTIONNAIRE.choices[list] as Choice[]).name
  const mood = (random() - 0.5) * 0.5
  const elements = ELEMENTS.map(({ key }) => {
    const score = contentment + (TENDENCIES[key] ?? 0) + mood + (random() - 0.5) * 0.4
    return [key, String(Math.min(4, Math.max(1, Math.round(1 + 3 * score))))]
  })
  return {
    id: randomId(),
    language: 'id',
    answers: {
      layanan: one(services).code,
      jenis_kelamin: from('jenis_kelamin'),
      usia: String(18 + Math.floor(random() * 55)),
      pendidikan: from('pendidikan'),
      pekerjaan: from('pekerjaan'),
      disabilitas: random() < 0.04 ? 'yes' : 'no',
      ...Object.fromEntries(elements),
      saran: random() < 0.15 ? one(SUGGESTIONS) : '',
    } as Record<string, string>,
  }
}
