import type { Catalogue } from '../survey/catalogue.ts'
import { type Choice, type Definition, UNIT_SERVICES } from '../survey/definition/definition.ts'
import { ELEMENTS } from './elements.ts'

/** The code under which the satisfaction survey is kept. */
export const SKM = 'skm'

const choice = (name: string, id: string, en: string): Choice => ({ name, label: { id, en } })

/** Ages that the survey is asked of; a slip of the finger is caught, nobody is turned away. */
const [YOUNGEST, OLDEST] = [10, 110]

/**
 * The questionnaire of the Survei Kepuasan Masyarakat as data: service, profile, the nine elements, a suggestion.
 * @see PermenPANRB 14/2017, annex
 */
export const QUESTIONNAIRE: Definition = {
  format: 2,
  settings: {
    form_id: 'skm',
    title: { id: 'Survei Kepuasan Masyarakat', en: 'Public Satisfaction Survey' },
    default_language: 'id',
  },
  survey: [
    {
      type: 'select_one',
      name: 'layanan',
      short_label: { id: 'Layanan', en: 'Service' },
      list: UNIT_SERVICES,
      required: true,
      label: { id: 'Layanan apa yang Bapak/Ibu terima?', en: 'Which service did you receive?' },
    },
    {
      type: 'select_one',
      name: 'jenis_kelamin',
      short_label: { id: 'Jenis kelamin', en: 'Sex' },
      list: 'jenis_kelamin',
      required: true,
      label: { id: 'Jenis kelamin Bapak/Ibu?', en: 'What is your sex?' },
    },
    {
      type: 'integer',
      name: 'usia',
      short_label: { id: 'Usia', en: 'Age' },
      required: true,
      constraint: `. >= ${YOUNGEST} and . <= ${OLDEST}`,
      label: { id: 'Berapa usia Bapak/Ibu?', en: 'How old are you?' },
      hint: { id: 'Contoh: 35', en: 'Example: 35' },
    },
    {
      type: 'select_one',
      name: 'pendidikan',
      short_label: { id: 'Pendidikan', en: 'Education' },
      list: 'pendidikan',
      required: true,
      label: { id: 'Apa pendidikan terakhir Bapak/Ibu?', en: 'What is your highest education?' },
    },
    {
      type: 'select_one',
      name: 'pekerjaan',
      short_label: { id: 'Pekerjaan', en: 'Occupation' },
      list: 'pekerjaan',
      required: true,
      label: { id: 'Apa pekerjaan Bapak/Ibu?', en: 'What is your occupation?' },
    },
    {
      type: 'select_one',
      list: 'ya_tidak',
      name: 'disabilitas',
      short_label: { id: 'Disabilitas', en: 'Disability' },
      label: { id: 'Apakah Bapak/Ibu penyandang disabilitas?', en: 'Do you have a disability?' },
    },
    ...ELEMENTS.map((element) => ({
      type: 'select_one' as const,
      name: element.key,
      list: element.key,
      required: true as const,
      short_label: { ...element.name },
      label: { ...element.question },
    })),
    {
      type: 'text',
      name: 'saran',
      short_label: { id: 'Saran', en: 'Suggestion' },
      label: {
        id: 'Adakah saran atau masukan Bapak/Ibu untuk pelayanan di sini?',
        en: 'Do you have any suggestion for the service here?',
      },
      hint: {
        id: 'Mohon jangan menulis nama, NIK, atau nomor telepon.',
        en: 'Please do not write names, identity or telephone numbers.',
      },
    },
  ],
  choices: {
    ya_tidak: [choice('yes', 'Ya', 'Yes'), choice('no', 'Tidak', 'No')],
    jenis_kelamin: [choice('laki_laki', 'Laki-laki', 'Male'), choice('perempuan', 'Perempuan', 'Female')],
    pendidikan: [
      choice('tidak_sekolah', 'Tidak Sekolah', 'No schooling'),
      choice('sd', 'SD', 'Primary school (SD)'),
      choice('smp', 'SMP', 'Junior high school (SMP)'),
      choice('sma', 'SMA', 'Senior high school (SMA)'),
      choice('d1_d3', 'D1–D3', 'Diploma (D1–D3)'),
      choice('d4_s1', 'D4/S1', 'Bachelor (D4/S1)'),
      choice('s2', 'S2', 'Master (S2)'),
      choice('s3', 'S3', 'Doctorate (S3)'),
    ],
    pekerjaan: [
      choice('asn', 'ASN', 'Civil servant (ASN)'),
      choice('tni', 'TNI', 'Armed forces (TNI)'),
      choice('polri', 'Polri', 'Police (Polri)'),
      choice('swasta', 'Swasta', 'Private employee'),
      choice('wirausaha', 'Wirausaha', 'Entrepreneur'),
      choice('ibu_rumah_tangga', 'Ibu Rumah Tangga', 'Housewife'),
      choice('pelajar_mahasiswa', 'Pelajar/Mahasiswa', 'Pupil/Student'),
      choice('petani_nelayan', 'Petani/Nelayan', 'Farmer/Fisher'),
      choice('pekerja_lepas', 'Pekerja lepas', 'Day labourer/Freelancer'),
      choice('pensiunan', 'Pensiunan', 'Retired'),
      choice('lainnya', 'Lainnya', 'Other'),
    ],
    ...Object.fromEntries(
      ELEMENTS.map(({ key, answers }) => [
        key,
        answers.map((words, index): Choice => ({ name: String(index + 1), label: { ...words } })),
      ]),
    ),
  },
}

/** Makes the questionnaire available in a database that has no satisfaction survey yet. */
export const publishQuestionnaire = (catalogue: Catalogue) =>
  catalogue.publishFirst(SKM, 'semester', QUESTIONNAIRE)
