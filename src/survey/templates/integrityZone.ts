import type { Choice, QuestionDefinition, RowDefinition } from '../definition/definition.ts'
import { UNIT_SERVICES } from '../definition/definition.ts'
import { bilingual, choice, oneOf } from './bilingual.ts'
import type { SurveyTemplate } from './surveyTemplate.ts'

/**
 * How far somebody agrees, from 1 to 6. The six steps and the two ends are those in use; the words between are ours.
 * @see PermenPANRB 90/2021 on integrity zones, which leaves the wording to the units
 */
const AGREEMENT: Choice[] = [
  choice('1', 'Sangat tidak setuju', 'Strongly disagree'),
  choice('2', 'Tidak setuju', 'Disagree'),
  choice('3', 'Kurang setuju', 'Rather disagree'),
  choice('4', 'Cukup setuju', 'Rather agree'),
  choice('5', 'Setuju', 'Agree'),
  choice('6', 'Sangat setuju', 'Strongly agree'),
]

/** A statement to agree with. */
export const statement = (
  name: string,
  short: [string, string],
  said: [string, string],
): QuestionDefinition => oneOf('setuju', name, bilingual(...short), bilingual(...said))

/**
 * A survey of an integrity zone (zona integritas): which service it was, statements to agree with from 1 to 6, and
 * what else there is to say. Its index is its own and is never mixed into the satisfaction index (IKM).
 */
export function integrityZoneSurvey(
  code: string,
  title: [string, string],
  statements: readonly RowDefinition[],
  comments: SurveyTemplate['comments'],
  tests: SurveyTemplate['tests'] = [],
): SurveyTemplate {
  return {
    definition: {
      format: 2,
      settings: { title: bilingual(...title), form_id: code, default_language: 'id' },
      survey: [
        oneOf(
          UNIT_SERVICES,
          'layanan',
          bilingual('Layanan', 'Service'),
          bilingual('Layanan apa yang Bapak/Ibu terima?', 'Which service did you receive?'),
        ),
        oneOf(
          'jenis_kelamin',
          'jenis_kelamin',
          bilingual('Jenis kelamin', 'Sex'),
          bilingual('Jenis kelamin Bapak/Ibu?', 'What is your sex?'),
        ),
        oneOf(
          'kelompok_usia',
          'usia',
          bilingual('Usia', 'Age'),
          bilingual('Usia Bapak/Ibu?', 'How old are you?'),
        ),
        {
          type: 'group',
          name: 'persepsi',
          label: bilingual(
            'Seberapa setuju Bapak/Ibu dengan pernyataan berikut tentang unit ini?',
            'How far do you agree with these statements about this unit?',
          ),
          children: [...statements],
        },
        {
          type: 'text',
          name: 'saran',
          short_label: bilingual('Saran', 'Suggestion'),
          label: bilingual(
            'Adakah saran atau hal lain yang ingin disampaikan?',
            'Anything else you would like to say?',
          ),
          hint: bilingual(
            'Mohon jangan menulis nama, NIK, atau nomor telepon.',
            'Please do not write names, identity or telephone numbers.',
          ),
        },
      ],
      choices: {
        jenis_kelamin: [choice('laki_laki', 'Laki-laki', 'Male'), choice('perempuan', 'Perempuan', 'Female')],
        kelompok_usia: [
          choice('sampai_25', '25 tahun ke bawah', '25 or younger'),
          choice('26_40', '26–40 tahun', '26–40'),
          choice('41_55', '41–55 tahun', '41–55'),
          choice('mulai_56', '56 tahun ke atas', '56 or older'),
        ],
        setuju: AGREEMENT,
      },
    },
    comments: {
      layanan: 'Pilihannya diisi sendiri dengan layanan unit yang dinilai.',
      persepsi:
        'Skala 1–6 sebagaimana lazim dipakai; kata untuk nilai 2–5 boleh disesuaikan, kodenya jangan diubah.',
      ...comments,
    },
    tests,
  }
}
