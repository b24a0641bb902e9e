import { bilingual } from './bilingual.ts'
import { integrityZoneSurvey, statement } from './integrityZone.ts'

const STATEMENTS = ['diskriminasi', 'kecurangan', 'imbalan', 'pungli', 'calo']

/**
 * The survey of perceived freedom from corruption (SPAK) of an integrity zone: five statements as commonly used. Who
 * rather disagrees with one is asked what happened, without names.
 * @see PermenPANRB 90/2021
 */
export const ANTI_CORRUPTION_PERCEPTION = integrityZoneSurvey(
  'spak',
  ['Survei Persepsi Anti Korupsi (SPAK)', 'Survey of Perceived Freedom from Corruption (SPAK)'],
  [
    statement(
      'diskriminasi',
      ['Diskriminasi', 'Discrimination'],
      [
        'Tidak ada diskriminasi pelayanan di unit ini.',
        'Nobody is treated better or worse than others in this unit.',
      ],
    ),
    statement(
      'kecurangan',
      ['Kecurangan', 'Irregularities'],
      [
        'Tidak ada pelayanan di luar prosedur atau kecurangan di unit ini.',
        'Nothing is done outside the procedure, or dishonestly, in this unit.',
      ],
    ),
    statement(
      'imbalan',
      ['Imbalan', 'Gifts'],
      [
        'Tidak ada penerimaan imbalan uang, barang, atau fasilitas di luar ketentuan di unit ini.',
        'No money, goods or favours are accepted beyond the rules in this unit.',
      ],
    ),
    statement(
      'pungli',
      ['Pungutan liar', 'Illegal levies'],
      ['Tidak ada pungutan liar (pungli) di unit ini.', 'No illegal levies (pungli) are taken in this unit.'],
    ),
    statement(
      'calo',
      ['Percaloan', 'Middlemen'],
      [
        'Tidak ada percaloan atau perantara tidak resmi di unit ini.',
        'There are no touts or unofficial middlemen in this unit.',
      ],
    ),
    {
      type: 'text',
      name: 'kejadian',
      short_label: bilingual('Kejadian', 'What happened'),
      label: bilingual(
        'Bila berkenan, apa yang Bapak/Ibu alami atau lihat?',
        'If you are willing to tell: what did you experience or see?',
      ),
      hint: bilingual(
        'Mohon jangan menulis nama siapa pun. Untuk melapor, gunakan kanal pengaduan resmi.',
        'Please do not write any names. To report it, use the official channel for complaints.',
      ),
      relevant: STATEMENTS.map((name) => `\${${name}} <= 3`).join(' or '),
    },
  ],
  {
    diskriminasi: 'SPAK: lima pernyataan yang lazim dipakai. Mohon cocokkan dengan edaran tim ZI.',
    kejadian: 'Hanya ditanyakan bila ada nilai 1–3; boleh dilewati.',
  },
  [
    {
      name: 'Nilai rendah ditanya lebih lanjut',
      row: 2,
      steps: [
        { row: 2, question: 'pungli', is: 'answer', answer: '2', accepted: true },
        { row: 3, question: 'kejadian', is: 'answer', answer: 'Diminta uang rokok', accepted: true },
      ],
    },
    {
      name: 'Nilai tinggi tidak',
      row: 4,
      steps: [
        ...STATEMENTS.map((question, at) => ({
          row: 4 + at,
          question,
          is: 'answer' as const,
          answer: '6',
          accepted: true,
        })),
        { row: 9, question: 'kejadian', is: 'not_asked' },
      ],
    },
  ],
)
