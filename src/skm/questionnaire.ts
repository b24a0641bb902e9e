import type { Catalogue } from '../survey/catalogue.ts'
import type { Choice, DefinitionInput } from '../survey/definition.ts'

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
export const QUESTIONNAIRE: DefinitionInput = {
  settings: {
    title: { id: 'Survei Kepuasan Masyarakat', en: 'Public Satisfaction Survey' },
    default_language: 'id',
  },
  survey: [
    {
      type: 'select_one',
      name: 'layanan',
      short_label: { id: 'Layanan', en: 'Service' },
      list: 'unit_services',
      label: { id: 'Layanan apa yang Bapak/Ibu terima?', en: 'Which service did you receive?' },
    },
    {
      type: 'select_one',
      name: 'jenis_kelamin',
      short_label: { id: 'Jenis kelamin', en: 'Sex' },
      list: 'jenis_kelamin',
      label: { id: 'Jenis kelamin Bapak/Ibu?', en: 'What is your sex?' },
    },
    {
      type: 'integer',
      name: 'usia',
      short_label: { id: 'Usia', en: 'Age' },
      min: YOUNGEST,
      max: OLDEST,
      label: { id: 'Berapa usia Bapak/Ibu?', en: 'How old are you?' },
      hint: { id: 'Contoh: 35', en: 'Example: 35' },
    },
    {
      type: 'select_one',
      name: 'pendidikan',
      short_label: { id: 'Pendidikan', en: 'Education' },
      list: 'pendidikan',
      label: { id: 'Apa pendidikan terakhir Bapak/Ibu?', en: 'What is your highest education?' },
    },
    {
      type: 'select_one',
      name: 'pekerjaan',
      short_label: { id: 'Pekerjaan', en: 'Occupation' },
      list: 'pekerjaan',
      label: { id: 'Apa pekerjaan Bapak/Ibu?', en: 'What is your occupation?' },
    },
    {
      type: 'yes_no',
      name: 'disabilitas',
      short_label: { id: 'Disabilitas', en: 'Disability' },
      required: false,
      label: { id: 'Apakah Bapak/Ibu penyandang disabilitas?', en: 'Do you have a disability?' },
    },
    ...ELEMENTS.map((element) => ({
      type: 'select_one' as const,
      name: element.key,
      list: element.key,
      short_label: { ...element.name },
      label: { ...element.question },
    })),
    {
      type: 'text',
      name: 'saran',
      short_label: { id: 'Saran', en: 'Suggestion' },
      required: false,
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
